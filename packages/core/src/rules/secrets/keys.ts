import { looksRandom } from '../../validators/entropy.js';
import { isPlaceholder } from '../../validators/placeholder.js';
import { decodeBase64Url, hasJwtHeader } from './jwt.js';
import { defineSecrets } from './secret-rule.js';

/** Behind the headers there is a line of base 64, not only dots or a description. */
function hasKeyBody(block: string): boolean {
  return /[A-Za-z0-9+/]{20}[A-Za-z0-9+/=]{2}/.test(block.slice(block.indexOf('-----', 5) + 5));
}

/** Twelve to 24 words in lower case, none of them twice more than chance has it. */
function isSeedPhrase(phrase: string): boolean {
  const words = phrase.split(/\s+/);
  return [12, 15, 18, 21, 24].includes(words.length) && new Set(words).size >= words.length - 2;
}

export const keySecretRules = defineSecrets(() => [
  {
    id: 'secret/private-key',
    what: 'a private key',
    entity: 'private_key',
    severity: 'critical',
    score: 0.98,
    keywords: ['-----begin', '---- begin ssh2'],
    reach: 6000,
    // PKCS #1 and #8, EC, DSA, OpenSSH, PGP, SSH2; also with line ends written as "\n", and in code that joins lines.
    pattern: new RegExp(
      '-{4,5} ?BEGIN(?: [A-Z0-9]{2,12}){0,3} PRIVATE KEY(?: BLOCK)? ?-{4,5}(?:[^-]{1,300}-{1,3}){0,8}[^-]{24,5500}' +
        '(?:-{4,5} ?END(?: [A-Z0-9]{2,12}){0,3} PRIVATE KEY(?: BLOCK)? ?-{4,5})?',
    ),
    validate: hasKeyBody,
  },
  {
    id: 'secret/putty-key',
    what: 'a PuTTY private key',
    entity: 'private_key',
    severity: 'critical',
    score: 0.98,
    keywords: ['putty-user-key-file'],
    reach: 6000,
    pattern: new RegExp(
      'PuTTY-User-Key-File-\\d:[\\s\\S]{20,5000}?Private-Lines: \\d{1,3}\\s{1,4}[A-Za-z0-9+/=\\s]{24,3000}' +
        '(?:Private-(?:MAC|Hash): [0-9a-f]{40,64})?',
    ),
  },
  {
    id: 'secret/private-key-base64',
    what: 'a private key in base 64',
    entity: 'private_key',
    severity: 'critical',
    score: 0.97,
    keywords: ['ls0tls1crudjti'],
    reach: 8000,
    // The first bytes spell "-----BEGIN".
    pattern: /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{60,7800}={0,2}/,
    validate: (value) => decodeBase64Url(value.slice(0, 64)).includes('PRIVATE KEY'),
  },
  {
    id: 'secret/age-secret-key',
    what: 'an age secret key',
    entity: 'age_secret_key',
    severity: 'critical',
    score: 0.99,
    keywords: ['age-secret-key-1', 'age-plugin-'],
    reach: 100,
    pattern: /AGE-(?:SECRET-KEY|PLUGIN-[A-Z0-9]{2,20})-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{50,70}/,
  },
  {
    id: 'secret/wireguard-key',
    what: 'a WireGuard key',
    entity: 'wireguard_key',
    severity: 'critical',
    score: 0.95,
    keywords: ['privatekey =', 'presharedkey =', 'privatekey=', 'presharedkey='],
    reach: 80,
    pattern: /\bP(?:rivate|reshared)Key\s{0,3}=\s{0,3}(?<span>[A-Za-z0-9+/]{43}=)/,
  },
  {
    id: 'secret/jwt',
    what: 'a JSON Web Token',
    entity: 'jwt',
    // Above an e-mail address, which its claims may hold.
    score: 0.96,
    keywords: ['eyj'],
    reach: 3000,
    // RFC 7519: header, claims, signature. The signature of an unsecured token is empty, or cut off with what follows.
    pattern:
      /(?<![\w-])eyJ[A-Za-z0-9_-]{10,900}\.(?:[A-Za-z0-9_-]{8,2900}\.[A-Za-z0-9_-]{0,1400}|eyJ[A-Za-z0-9_-]{40,2900})/,
    validate: hasJwtHeader,
  },
  {
    id: 'secret/ethereum-key',
    what: 'the private key of a wallet',
    entity: 'wallet_private_key',
    severity: 'critical',
    score: 0.85,
    keywords: ['private_key', 'privatekey', 'private key', 'private-key', 'mnemonic', 'wallet', 'metamask'],
    reach: 110,
    // 32 bytes in hex: a digest looks the same, so a name has to stand right before it.
    pattern:
      /(?:[Kk]ey|KEY|[Ww]allet|WALLET)\w{0,6}(?: is)?[\s"'\]:=,>-]{1,12}(?<span>(?:0x)?(?:[0-9a-fA-F]{16}){4})\b/,
    validate: looksRandom,
  },
  {
    id: 'secret/seed-phrase',
    what: 'the recovery phrase of a wallet',
    entity: 'seed_phrase',
    severity: 'critical',
    score: 0.8,
    keywords: ['seed phrase', 'recovery phrase', 'mnemonic', 'seed words', 'secret phrase', 'backup phrase'],
    reach: 260,
    pattern: new RegExp(
      '(?:[Pp]hrase|PHRASE|[Mm]nemonic|MNEMONIC|[Ss]eed [Ww]ords)(?: (?:is|are|was))?[\\s"\'`:=]{1,6}' +
        '(?<span>(?:[a-z]{3,8}\\s{1,2}){11,25}[a-z]{3,8})\\b',
    ),
    validate: isSeedPhrase,
  },
  {
    id: 'secret/password-hash',
    what: 'a password hash',
    entity: 'password_hash',
    // Above an e-mail address, which a Kerberos ticket may hold.
    score: 0.96,
    keywords: [
      '$2a$',
      '$2b$',
      '$2y$',
      '$1$',
      '$5$',
      '$6$',
      '$8$',
      '$9$',
      '$y$',
      '$argon2',
      '$krb5',
      'pbkdf2_sha256$',
      '$apr1$',
      '{ssha}',
      '$scrypt$',
      '$pbkdf2',
    ],
    reach: 400,
    // crypt(5), Argon2, Cisco types 8 and 9, Kerberos tickets as Hashcat takes them, Django, LDAP.
    pattern: new RegExp(
      [
        '\\$2[aby]\\$\\d\\d\\$[A-Za-z0-9./]{53}',
        '\\$(?:1|apr1)\\$[A-Za-z0-9./]{1,8}\\$[A-Za-z0-9./]{22}',
        '\\$[56]\\$(?:rounds=\\d{4,9}\\$)?[A-Za-z0-9./]{1,16}\\$[A-Za-z0-9./]{43,86}',
        '\\$[89]\\$[A-Za-z0-9./]{14}\\$[A-Za-z0-9./]{43}',
        '\\$y\\$[A-Za-z0-9./]{2,6}\\$[A-Za-z0-9./]{1,86}\\$[A-Za-z0-9./]{43}',
        '\\$argon2(?:id?|d)\\$v=\\d{1,3}\\$m=\\d{1,9},t=\\d{1,4},p=\\d{1,3}\\$[\\w+/]{8,90}\\$[\\w+/]{16,120}',
        '\\$krb5(?:asrep|tgs|pa)\\$\\d{1,2}\\$[^\\s"\']{32,380}',
        'pbkdf2_sha(?:256|512)\\$\\d{3,8}\\$[A-Za-z0-9+/]{8,40}\\$[A-Za-z0-9+/]{40,90}={0,2}',
        '\\{SSHA(?:256|512)?\\}[A-Za-z0-9+/]{28,120}={0,2}',
      ].join('|'),
    ),
    validate: (value) => !isPlaceholder(value.replace(/^\$/, '')),
  },
  {
    id: 'secret/kubernetes-secret',
    what: 'a Kubernetes Secret with values',
    entity: 'kubernetes_secret',
    severity: 'critical',
    score: 0.9,
    keywords: ['kind: secret', '"kind": "secret"', 'kind:secret'],
    reach: 500,
    pattern:
      /\b(?:stringData|data)["']?:[\s{]{1,12}["']?[\w.-]{1,60}["']?:\s{1,4}["']?(?<span>[A-Za-z0-9+/][^\s"'{}]{7,300})/,
    validate: (value) => !isPlaceholder(value),
  },
]);
