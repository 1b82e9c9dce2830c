import type { ExamplesFor } from '../../rule.js';
import type { keySecretRules } from './keys.js';
import { alnum, base64, draw, encode, examples, hex, jwt, upper } from './samples.js';

/** A block of armoured lines, its two borders put together here. */
function armoured(kind: string, lines: number, headers = ''): string {
  const body = Array.from({ length: lines }, (_, line) => base64(64, line + 1)).join('\n');
  return `-----${'BEGIN'} ${kind}-----\n${headers}${body}\n-----${'END'} ${kind}-----`;
}

const RSA = `RSA PRIVATE ${'KEY'}`;
const rsaKey = armoured(RSA, 12);
const agePart = draw('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58);
const walletKey = hex(64, 2);
const words = 'ripple cabin violin orbit maple gentle tunnel spice harbor velvet candle frozen';
const bcrypt = `$2${'b'}$12$${alnum(53)}`;

export const keySecretExamples = {
  'secret/private-key': examples(
    [
      `Why is this refused?\n${rsaKey}\n`,
      JSON.stringify({ type: 'service_account', private_key: armoured(`PRIVATE ${'KEY'}`, 8) }),
      armoured(`OPENSSH PRIVATE ${'KEY'}`, 5),
      armoured(`PGP PRIVATE ${'KEY'} BLOCK`, 6, 'Version: GnuPG v1.4.11 (GNU/Linux)\n\n'),
      armoured(RSA, 6, `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${hex(32).toUpperCase()}\n\n`),
    ],
    [
      armoured(`PUBLIC ${'KEY'}`, 4),
      armoured('CERTIFICATE', 8),
      `-----${'BEGIN'} ${RSA}-----\nMIIE...\n-----${'END'} ${RSA}-----`,
      `A key file opens with -----${'BEGIN'} ${RSA}----- and ends with a similar line.`,
    ],
  ),
  'secret/putty-key': examples(
    [1, 2, 3].map((seed) =>
      [
        'PuTTY-User-Key-File-3: ssh-ed25519',
        'Encryption: none',
        `Comment: host-${seed}`,
        'Public-Lines: 1',
        base64(64, seed),
        'Private-Lines: 1',
        base64(44, seed + 3),
        `Private-MAC: ${hex(64, seed)}`,
      ].join('\n'),
    ) as [string, string, string],
    [
      'PuTTY-User-Key-File-3: ssh-ed25519 is the first line of such a file.',
      'PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc\nPrivate-Lines: 14\n(left out)',
      'Convert it with puttygen key.ppk -O private-openssh.',
    ],
  ),
  'secret/private-key-base64': examples(
    [
      `PRIVATE_KEY_B64=${btoa(rsaKey)}`,
      `data:\n  tls.key: ${btoa(armoured(`PRIVATE ${'KEY'}`, 4))}\n`,
      `echo ${btoa(armoured(`EC PRIVATE ${'KEY'}`, 3))} | base64 -d > key.pem`,
    ],
    [
      `data:\n  tls.crt: ${btoa(armoured('CERTIFICATE', 6))}\n`,
      'LS0tLS1CRUdJTi is what armoured text looks like in base 64.',
      `cert: ${btoa(armoured(`PUBLIC ${'KEY'}`, 3))}`,
    ],
  ),
  'secret/age-secret-key': examples(
    [
      `# created: 2024-05-01\nAGE-SECRET-${'KEY'}-1${agePart}`,
      `SOPS_AGE_KEY=AGE-SECRET-${'KEY'}-1${agePart}`,
      `age -d -i <(echo AGE-SECRET-${'KEY'}-1${agePart}) secrets.age`,
    ],
    [
      `# public key: age1${agePart.toLowerCase()}`,
      'An identity begins with AGE-SECRET-KEY-1.',
      `AGE-SECRET-${'KEY'}-1${agePart.slice(0, 12)}`,
    ],
  ),
  'secret/wireguard-key': examples(
    [
      `[Interface]\nPrivateKey = ${base64(43)}=\nAddress = 10.0.0.2/32\n`,
      `[Peer]\nPresharedKey = ${base64(43, 2)}=\nAllowedIPs = 0.0.0.0/0\n`,
      `wg0.conf: PrivateKey=${base64(43, 3)}=`,
    ],
    [
      `[Peer]\nPublicKey = ${base64(43)}=\n`,
      '[Interface]\nPrivateKey = <output of wg genkey>\n',
      'PresharedKey = is optional.',
    ],
  ),
  'secret/jwt': examples(
    [
      `Authorization: Bearer ${jwt()}`,
      `SUPABASE_SERVICE_ROLE_KEY=${jwt(2)}`,
      `Decode this for me please: ${jwt(3)}`,
      `${encode({ alg: 'none' })}.${encode({ sub: 'admin' })}.`,
      `Cut off: ${encode({ alg: 'HS256' })}.${encode({ sub: 'jane', email: 'jane@example.org', scope: 'read' })}`,
    ],
    [
      `eyJub3QiOiJhIGhlYWRlciJ9.${encode({ sub: '1' })}.${alnum(20)}`,
      'A token has three parts: eyJhbGci…, the claims and the signature.',
      'eye.eyeable.should be_nill',
      `${encode({ alg: 'HS256' })}.${encode({})}`,
    ],
  ),
  'secret/ethereum-key': examples(
    [
      `PRIVATE_KEY=0x${walletKey}`,
      `new ethers.Wallet('${walletKey}', provider) // private key: "${walletKey}"`,
      `My wallet private key is 0x${walletKey}, how do I import it into MetaMask?`,
    ],
    [
      `The transaction 0x${walletKey} of my wallet is still pending.`,
      `private key: 0x${'0'.repeat(64)}`,
      `public_key_hash sha256 ${walletKey}`,
    ],
  ),
  'secret/seed-phrase': examples(
    [`My seed phrase is ${words}`, `MNEMONIC="${words}"`, `Recovery phrase:\n${words}\nI wrote it down twice.`],
    [
      'A seed phrase has twelve or 24 words.',
      'My seed phrase is lost and the support cannot bring it back to me, so what shall we do about it now then please',
      'recovery phrase: <12 words>',
    ],
  ),
  'secret/password-hash': examples(
    [
      `root:$6$${alnum(12)}$${alnum(86)}:19000:0:99999:7:::`,
      `{"user":"jane","hash":"${bcrypt}"}`,
      `$argon2${'id'}$v=19$m=65536,t=3,p=4$${alnum(22)}$${alnum(43)}`,
      `pbkdf2_${'sha256'}$600000$${alnum(22)}$${base64(43)}=`,
    ],
    [
      'crypt(3) knows $1$, $5$ and $6$ in front of a salt.',
      `$2b$12$${'x'.repeat(53)}`,
      'It cost $5, not $6$ and change.',
    ],
  ),
  'secret/kubernetes-secret': examples(
    [
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  password: ${btoa(alnum(12))}\n`,
      `kind: Secret\nmetadata:\n  name: api\nstringData:\n  token: ${alnum(24)}\n`,
      `{"kind": "Secret", "data": {"key": "${btoa(upper(16))}"}}`,
    ],
    [
      'kind: Service\nmetadata:\n  name: web\n',
      'kind: Secret\nmetadata:\n  name: db\ndata: {}\n',
      'kind: Secret\nstringData:\n  password: ${DB_PASSWORD}\n',
    ],
  ),
} satisfies ExamplesFor<ReturnType<typeof keySecretRules>>;
