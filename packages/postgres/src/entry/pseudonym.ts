import { createHmac } from 'node:crypto';
import { createPseudonymiser, type HmacKey, type IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import { checks } from '../check.js';
import { storablePrefix } from './storable.js';

/** Of an identifier that is stored as given. An index has no room for more than 2,700 bytes. */
export const MAX_IDENTIFIER_LENGTH = 256;

/** What the log keeps of an identifier; null for nothing. */
export type Pseudonymise = (identifier: string | undefined) => string | null;

/** Fails on an unknown mode, a short key, or `hmac` without a key. */
export function storablePseudonyms(
  option: string,
  mode: IdentifierMode | undefined,
  hmacKey: HmacKey | undefined,
): Pseudonymise {
  const { apply } = createPseudonymiser(checks, {
    option,
    mode,
    hmacKey,
    hmac: pseudonym,
    plain: (identifier) => storablePrefix(identifier, MAX_IDENTIFIER_LENGTH),
  });
  return (identifier) => apply(identifier) ?? null;
}

/** HMAC-SHA256 of an identifier, hexadecimal: what the log has in `actor` and `session_ref`, and what to search it by. */
export function pseudonym(hmacKey: HmacKey, identifier: string): string {
  return createHmac('sha256', hmacKey).update(identifier).digest('hex');
}
