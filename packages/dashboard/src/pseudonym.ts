import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { invalidOption } from './check.js';

/** How users and sessions are shown: as pseudonyms, as given, or not at all. */
export type IdentifierMode = 'hmac' | 'plain' | 'omit';

/** Turns an identifier into what may be shown of it. */
export type Pseudonymise = (identifier: string | undefined) => string | undefined;

const MODES: readonly IdentifierMode[] = ['hmac', 'plain', 'omit'];
const MIN_KEY_BYTES = 16;
const MAX_PLAIN_LENGTH = 128;
/** 64 bits: enough to tell people apart, and short enough to be read out. */
const SHOWN_DIGITS = 16;

/**
 * Makes users and sessions fit to be shown: the same one always looks the same, and nobody can tell who it is.
 *
 * @throws SentinelError INVALID_OPTION for an unknown mode or a key that is too short.
 */
export function createPseudonyms(mode: IdentifierMode = 'hmac', hmacKey?: string | Uint8Array): Pseudonymise {
  if (!MODES.includes(mode)) throw invalidOption("`identifiers` must be 'hmac', 'plain' or 'omit'.");
  const given = typeof hmacKey === 'string' ? Buffer.from(hmacKey) : hmacKey;
  if (given !== undefined && !(given instanceof Uint8Array && given.byteLength >= MIN_KEY_BYTES)) {
    throw invalidOption(`\`hmacKey\` must have at least ${MIN_KEY_BYTES} bytes, or pseudonyms can be guessed.`);
  }
  if (mode === 'omit') return () => undefined;
  if (mode === 'plain') return (identifier) => (identifier ? identifier.slice(0, MAX_PLAIN_LENGTH) : undefined);
  const key = given ?? randomBytes(32);
  // A digest costs more than the rest of an event, and who attacks comes back.
  const known = new LRUCache<string, string>({ max: 1_000 });
  return (identifier) => {
    if (!identifier) return undefined;
    const hit = known.get(identifier);
    if (hit !== undefined) return hit;
    const pseudonym = createHmac('sha256', key).update(identifier).digest('hex').slice(0, SHOWN_DIGITS);
    if (identifier.length <= MAX_PLAIN_LENGTH) known.set(identifier, pseudonym);
    return pseudonym;
  };
}
