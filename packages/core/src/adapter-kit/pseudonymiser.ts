import { LRUCache } from 'lru-cache';
import type { OptionChecks } from './checks.js';

/** How an identifier is shown: as given, as its HMAC-SHA256, or not at all. */
export type IdentifierMode = 'plain' | 'hmac' | 'omit';

/** Key of pseudonyms; a text counts as its UTF-8. */
export type HmacKey = string | Uint8Array;

const MODES: readonly IdentifierMode[] = ['plain', 'hmac', 'omit'];
const MIN_KEY_BYTES = 16;
const MAX_REMEMBERED = 1_000;
const MAX_PLAIN_CHARS = 256;

/** How identifiers of one kind are shown, and with what. */
export interface PseudonymiserOptions {
  /** Name of the option that `mode` was given as, for errors. */
  readonly option: string;
  /** How to show them. @default 'hmac' with a key, 'omit' without */
  readonly mode?: IdentifierMode | undefined;
  /** Key of the pseudonyms, at least 16 bytes. @default none */
  readonly hmacKey?: HmacKey | undefined;
  /** What to show in mode `hmac`. Given by you, because not every runtime that core knows has an HMAC that answers at once. */
  hmac(key: HmacKey, identifier: string): string;
  /** What to show in mode `plain`. @default the first 256 characters */
  plain?(identifier: string): string;
}

/** Shows the identifiers of one kind, such as users. */
export interface Pseudonymiser {
  /** How they are shown. */
  readonly mode: IdentifierMode;
  /** Undefined for nothing to show. */
  apply(identifier: string | undefined): string | undefined;
}

/**
 * Hides who a scan was about as a deployment wants it hidden. Pseudonyms of the last thousand identifiers are remembered: people come back,
 * and an HMAC costs more than the rest of most events.
 *
 * @throws SentinelError INVALID_OPTION for an unknown mode, a key below 16 bytes, or mode `hmac` without a key.
 */
export function createPseudonymiser(checks: OptionChecks, options: PseudonymiserOptions): Pseudonymiser {
  const { option, hmacKey, hmac, plain = (identifier) => identifier.slice(0, MAX_PLAIN_CHARS) } = options;
  requireLongKey(checks, hmacKey);
  const mode = checks.oneOf(option, options.mode, MODES, hmacKey === undefined ? 'omit' : 'hmac');
  if (mode === 'omit') return { mode, apply: () => undefined };
  if (mode === 'plain') return { mode, apply: (identifier) => (identifier ? plain(identifier) : undefined) };
  if (hmacKey === undefined) throw checks.invalidOption(`\`${option}: 'hmac'\` needs \`hmacKey\`.`);
  return { mode, apply: remembering((identifier) => hmac(hmacKey, identifier)) };
}

/** A short key lets anybody try every likely identifier. */
function requireLongKey({ invalidOption }: OptionChecks, key: HmacKey | undefined): void {
  if (key === undefined) return;
  const bytes = typeof key === 'string' ? new TextEncoder().encode(key) : key;
  if (bytes instanceof Uint8Array && bytes.byteLength >= MIN_KEY_BYTES) return;
  throw invalidOption(`\`hmacKey\` must have at least ${MIN_KEY_BYTES} bytes, or pseudonyms can be guessed.`);
}

function remembering(digest: (identifier: string) => string): Pseudonymiser['apply'] {
  const known = new LRUCache<string, string>({ max: MAX_REMEMBERED });
  return (identifier) => {
    if (!identifier) return undefined;
    const remembered = known.get(identifier);
    if (remembered !== undefined) return remembered;
    const value = digest(identifier);
    // Who sends identifiers of a megabyte must not fill the memory with them.
    if (identifier.length <= MAX_PLAIN_CHARS) known.set(identifier, value);
    return value;
  };
}
