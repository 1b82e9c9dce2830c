import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { invalidOption } from '../check.js';
import { sha256 } from './hash.js';

/** Signs checkpoints. Make one from a key with `createSigner`, or bring one that asks a key service. */
export interface Signer {
  /** Names the key in checkpoints. */
  readonly keyId: string;
  /** The Ed25519 signature of `data`, 64 bytes. */
  sign(data: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A key whose signatures count. */
export interface TrustedKey {
  /** Ed25519, PEM. */
  readonly publicKey: string;
  /** Checkpoints of an earlier time do not count. ISO 8601. @default no limit */
  readonly notBefore?: string;
  /** Nor do those of this time or later: when the key was retired. ISO 8601. @default no limit */
  readonly notAfter?: string;
}

/** Finds the key of a checkpoint, and says whether its signature holds. */
export type CheckSignature = (
  keyId: string,
  createdAt: string,
  data: Uint8Array,
  signature: Uint8Array,
) => 'valid' | 'invalid' | 'unknown key' | 'outside its time';

/**
 * Signs with an Ed25519 private key (PEM, PKCS #8).
 *
 * @throws SentinelError INVALID_OPTION for anything else.
 */
export function createSigner(options: { readonly privateKey: string }): Signer {
  const key = ed25519('privateKey', () => createPrivateKey(options.privateKey));
  return { keyId: keyIdOf(createPublicKey(key)), sign: (data) => sign(null, data, key) };
}

/** A new pair of keys for checkpoints, PEM. Keep the private one where the database's administrators have no access. */
export function generateCheckpointKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** Several keys at once: after a rotation the old one stays, with the time of its retirement. */
export function signatureChecker(trusted: readonly (string | TrustedKey)[]): CheckSignature {
  const keys = new Map(
    trusted.map((entry) => {
      const { publicKey, notBefore, notAfter } =
        typeof entry === 'string' ? { publicKey: entry } : (entry as TrustedKey);
      const key = ed25519('publicKeys', () => createPublicKey(publicKey));
      return [keyIdOf(key), { key, from: timeOf(notBefore, -Infinity), to: timeOf(notAfter, Infinity) }] as const;
    }),
  );
  return (keyId, createdAt, data, signature) => {
    const found = keys.get(keyId);
    if (found === undefined) return 'unknown key';
    const time = Date.parse(createdAt);
    if (!(time >= found.from && time < found.to)) return 'outside its time';
    return verify(null, data, found.key, signature) ? 'valid' : 'invalid';
  };
}

function keyIdOf(publicKey: KeyObject): string {
  return sha256(publicKey.export({ type: 'spki', format: 'der' }))
    .toString('hex')
    .slice(0, 16);
}

function ed25519(option: string, read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    // The cause may quote the key.
    throw invalidOption(`\`${option}\` must be an Ed25519 key in PEM.`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw invalidOption(`\`${option}\` must be an Ed25519 key in PEM.`);
  return key;
}

function timeOf(iso: string | undefined, fallback: number): number {
  if (iso === undefined) return fallback;
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw invalidOption('The times of a key must be ISO 8601.');
  return time;
}
