import { createHmac } from 'node:crypto';
import { quote } from './escape.js';
import { invalidOption } from './invalid-option.js';

/** How an identifier is logged: as given, as HMAC-SHA256 in hexadecimal, or not at all. */
export type IdentifierMode = 'plain' | 'hmac' | 'omit';

const MODES: readonly IdentifierMode[] = ['plain', 'hmac', 'omit'];
const MIN_KEY_BYTES = 16;
const MAX_CACHED = 1_000;
const MAX_PLAIN_LENGTH = 256;

/** Turns an identifier into what the log may show of it, as a JSON string. */
export type Pseudonymise = (identifier: string | undefined) => string | undefined;

interface Pseudonymiser {
  readonly mode: IdentifierMode;
  readonly apply: Pseudonymise;
}

/** Fails on an unknown mode, a short key, or `hmac` without a key. */
export function createPseudonymiser(
  option: string,
  mode: IdentifierMode | undefined,
  hmacKey: string | Uint8Array | undefined,
): Pseudonymiser {
  const chosen = mode ?? (hmacKey === undefined ? 'omit' : 'hmac');
  if (!MODES.includes(chosen)) {
    throw invalidOption(`\`${option}\` must be one of 'plain', 'hmac' and 'omit', got ${String(chosen)}.`);
  }
  if (chosen === 'omit') return { mode: chosen, apply: () => undefined };
  if (chosen === 'plain') return { mode: chosen, apply: (id) => (id ? quote(id, MAX_PLAIN_LENGTH) : undefined) };
  if (hmacKey === undefined) throw invalidOption(`\`${option}: 'hmac'\` needs \`hmacKey\`.`);
  if (Buffer.byteLength(hmacKey) < MIN_KEY_BYTES) {
    throw invalidOption(`\`hmacKey\` must have at least ${MIN_KEY_BYTES} bytes, or pseudonyms can be guessed.`);
  }
  return { mode: chosen, apply: cached((id) => `"${createHmac('sha256', hmacKey).update(id).digest('hex')}"`) };
}

/** The digest costs as much as the rest of the line, and a user comes back. Bounded: the oldest entry makes room. */
function cached(digest: (id: string) => string): Pseudonymise {
  const known = new Map<string, string>();
  return (id) => {
    if (!id) return undefined;
    const hit = known.get(id);
    if (hit !== undefined) return hit;
    const value = digest(id);
    if (id.length <= MAX_PLAIN_LENGTH) {
      const [oldest] = known.size >= MAX_CACHED ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      known.set(id, value);
    }
    return value;
  };
}
