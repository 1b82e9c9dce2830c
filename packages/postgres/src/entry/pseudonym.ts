import { createHmac } from 'node:crypto';
import { invalidOption } from '../invalid-option.js';
import { storablePrefix } from './storable.js';

/** How an identifier is kept: as given, as HMAC-SHA256 in hexadecimal, or not at all. */
export type IdentifierMode = 'plain' | 'hmac' | 'omit';

const MODES: readonly IdentifierMode[] = ['plain', 'hmac', 'omit'];
const MIN_KEY_BYTES = 16;
/** Of an identifier that is stored as given. An index has no room for more than 2,700 bytes. */
export const MAX_IDENTIFIER_LENGTH = 256;
const MAX_CACHED = 1_000;

/** What the log keeps of an identifier; null for nothing. */
export type Pseudonymise = (identifier: string | undefined) => string | null;

/** Fails on an unknown mode, a short key, or `hmac` without a key. */
export function createPseudonymiser(
  option: string,
  mode: IdentifierMode | undefined,
  hmacKey: string | Uint8Array | undefined,
): Pseudonymise {
  if (hmacKey !== undefined && Buffer.byteLength(hmacKey) < MIN_KEY_BYTES) {
    throw invalidOption(`\`hmacKey\` must have at least ${MIN_KEY_BYTES} bytes, or pseudonyms can be guessed.`);
  }
  const chosen = mode ?? (hmacKey === undefined ? 'omit' : 'hmac');
  if (!MODES.includes(chosen)) {
    throw invalidOption(`\`${option}\` must be one of 'plain', 'hmac' and 'omit', got ${String(chosen)}.`);
  }
  if (chosen === 'omit') return () => null;
  if (chosen === 'plain') return (id) => (id ? storablePrefix(id, MAX_IDENTIFIER_LENGTH) : null);
  if (hmacKey === undefined) throw invalidOption(`\`${option}: 'hmac'\` needs \`hmacKey\`.`);
  const digest = (id: string) => pseudonym(hmacKey, id);
  return cached(digest);
}

/** HMAC-SHA256 of an identifier, hexadecimal: what the log has in `actor` and `session_ref`, and what to search it by. */
export function pseudonym(hmacKey: string | Uint8Array, identifier: string): string {
  return createHmac('sha256', hmacKey).update(identifier).digest('hex');
}

/** A user comes back. Bounded: the oldest entry makes room. */
function cached(digest: (id: string) => string): Pseudonymise {
  const known = new Map<string, string>();
  return (id) => {
    if (!id) return null;
    const hit = known.get(id);
    if (hit !== undefined) return hit;
    const value = digest(id);
    if (id.length <= MAX_IDENTIFIER_LENGTH) {
      const [oldest] = known.size >= MAX_CACHED ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      known.set(id, value);
    }
    return value;
  };
}
