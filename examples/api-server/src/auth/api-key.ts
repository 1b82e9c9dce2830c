import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A new key: `secret` is shown once, `id` and `hash` are kept. */
export interface NewKey {
  /** Public: finds the key's record, and may be in logs. */
  readonly id: string;
  /** What the client sends: `sk_sentinel_<id>_<43 characters>`. The prefix lets scanners of repositories find lost keys. */
  readonly secret: string;
  readonly hash: string;
}

const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID_LENGTH = 12;
const SECRET_BYTES = 32;
const KEY = /^sk_sentinel_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/;

export function newKey(): NewKey {
  const id = Array.from({ length: ID_LENGTH }, () => ID_ALPHABET[randomInt(ID_ALPHABET.length)]).join('');
  const secret = `sk_sentinel_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { id, secret, hash: digest(secret).toString('hex') };
}

/** The id within a key; undefined when it is none of ours. */
export function idOf(secret: string): string | undefined {
  return KEY.exec(secret)?.[1];
}

/**
 * Whether a key is the one that was hashed. Takes the same time wherever the two differ.
 *
 * One round of SHA-256 is right here, and would be wrong for passwords: slow hashes make up for secrets that can be guessed,
 * and nobody guesses 256 random bits. It takes a microsecond, so that each request can be checked.
 */
export function matches(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(digest(secret), hash);
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
