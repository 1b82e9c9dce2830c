import { createHmac, randomBytes } from 'node:crypto';
import {
  createPseudonymiser,
  type HmacKey,
  type IdentifierMode,
  type Pseudonymiser,
} from '@llm-sentinel/core/adapter-kit';
import { checks } from './check.js';

/** Turns an identifier into what may be shown of it. */
export type Pseudonymise = Pseudonymiser['apply'];

/** 64 bits: enough to tell people apart, and short enough to be read out. */
export const SHOWN_CHARS = 16;

/**
 * Makes users and sessions fit to be shown: the same one always looks the same, and nobody can tell who it is.
 *
 * @throws SentinelError INVALID_OPTION for an unknown mode or a key that is too short.
 */
export function createPseudonyms(mode: IdentifierMode = 'hmac', hmacKey?: HmacKey): Pseudonymise {
  const withKey = (key: HmacKey | undefined) =>
    createPseudonymiser(checks, {
      option: 'identifiers',
      mode,
      hmacKey: key,
      hmac: (known, identifier) => createHmac('sha256', known).update(identifier).digest('hex').slice(0, SHOWN_CHARS),
    });
  if (hmacKey !== undefined || mode !== 'hmac') return withKey(hmacKey).apply;
  // A key of our own is drawn when the first identifier comes: to make a dashboard starts nothing.
  let pseudonymiser: Pseudonymiser | undefined;
  return (identifier) => {
    pseudonymiser ??= withKey(randomBytes(32));
    return pseudonymiser.apply(identifier);
  };
}
