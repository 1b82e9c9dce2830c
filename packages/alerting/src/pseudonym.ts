import { createHmac, randomBytes } from 'node:crypto';
import { createPseudonymiser, type HmacKey } from '@llm-sentinel/core/adapter-kit';
import { checks } from './check.js';

/** 64 bits: enough to tell apart those who make a burst, and short enough to be read out. */
const SHOWN_CHARS = 16;

/**
 * Makes users and sessions fit for labels: the same one always looks the same, and nobody can tell who it is.
 *
 * @throws SentinelError INVALID_OPTION for a key that is too short, or a mode that is none.
 */
export function createPseudonyms(
  identifiers: 'hmac' | 'plain' | undefined,
  hmacKey: HmacKey | undefined,
): (identifier: string) => string {
  // A label has to hold something: to omit identifiers is not among the choices.
  const mode = checks.oneOf('identifiers', identifiers, ['hmac', 'plain'], 'hmac');
  const withKey = (key: HmacKey) =>
    createPseudonymiser(checks, {
      option: 'identifiers',
      mode,
      hmacKey: key,
      hmac: (_, identifier) => createHmac('sha256', key).update(identifier).digest('hex').slice(0, SHOWN_CHARS),
      plain: String,
    });
  // A key of our own is drawn when the first identifier comes: to make a manager starts nothing.
  let pseudonymiser = hmacKey === undefined ? undefined : withKey(hmacKey);
  return (identifier) => {
    pseudonymiser ??= withKey(randomBytes(32));
    return pseudonymiser.apply(identifier) ?? '';
  };
}
