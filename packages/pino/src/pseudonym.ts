import { createHmac } from 'node:crypto';
import {
  createPseudonymiser,
  type HmacKey,
  type IdentifierMode,
  type Pseudonymiser,
} from '@llm-sentinel/core/adapter-kit';
import { checks } from './check.js';
import { quote } from './escape.js';

const MAX_PLAIN_LENGTH = 256;

/** Turns an identifier into what the log may show of it, as a JSON string. */
export type Pseudonymise = Pseudonymiser['apply'];

/** Fails on an unknown mode, a short key, or `hmac` without a key. */
export function jsonPseudonyms(
  option: string,
  mode: IdentifierMode | undefined,
  hmacKey: HmacKey | undefined,
): Pseudonymiser {
  return createPseudonymiser(checks, {
    option,
    mode,
    hmacKey,
    hmac: (key, identifier) => `"${createHmac('sha256', key).update(identifier).digest('hex')}"`,
    plain: (identifier) => quote(identifier, MAX_PLAIN_LENGTH),
  });
}
