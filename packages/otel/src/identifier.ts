import { createHmac } from 'node:crypto';
import { invalidOption } from './invalid-option.js';

/** How an identifier is exported: as given, as HMAC-SHA256 in hexadecimal, or not at all. */
export type IdentifierMode = 'plain' | 'hmac' | 'omit';

/** Turns an identifier into what may be exported of it. */
export type Identify = (identifier: string | undefined) => string | undefined;

/** Turns a text into its HMAC-SHA256, in hexadecimal. */
export type Digest = (text: string) => string;

const MODES: readonly IdentifierMode[] = ['plain', 'hmac', 'omit'];
const MIN_KEY_BYTES = 16;
const MAX_CACHED = 1_000;
export const MAX_VALUE_LENGTH = 256;

/** Undefined without a key. Fails on a short one, with which every likely identifier could be tried. */
export function createDigest(hmacKey: string | Uint8Array | undefined): Digest | undefined {
  if (hmacKey === undefined) return undefined;
  if (Buffer.byteLength(hmacKey) < MIN_KEY_BYTES) {
    throw invalidOption(`\`hmacKey\` must have at least ${MIN_KEY_BYTES} bytes, or pseudonyms can be guessed.`);
  }
  return (text) => createHmac('sha256', hmacKey).update(text).digest('hex');
}

/** Fails on an unknown mode, or `hmac` without a key. */
export function createIdentify(option: string, mode: IdentifierMode, digest: Digest | undefined): Identify {
  if (!MODES.includes(mode)) {
    throw invalidOption(`\`${option}\` must be one of 'plain', 'hmac' and 'omit', got ${String(mode)}.`);
  }
  if (mode === 'omit') return () => undefined;
  if (mode === 'plain') return (id) => (id ? id.slice(0, MAX_VALUE_LENGTH) : undefined);
  if (digest === undefined) throw invalidOption(`\`${option}: 'hmac'\` needs \`hmacKey\`.`);
  return remembering(digest);
}

/** A user comes back, and a digest costs more than all else of a span. Bounded: the oldest entry makes room. */
function remembering(digest: Digest): Identify {
  const known = new Map<string, string>();
  return (id) => {
    if (!id) return undefined;
    const hit = known.get(id);
    if (hit !== undefined) return hit;
    const value = digest(id);
    if (id.length <= MAX_VALUE_LENGTH) {
      const [oldest] = known.size >= MAX_CACHED ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      known.set(id, value);
    }
    return value;
  };
}
