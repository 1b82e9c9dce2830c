import { createHmac, randomBytes } from 'node:crypto';
import { invalidOption } from './check.js';

/**
 * Makes users and sessions fit for labels: the same one always looks the same, and nobody can tell who it is.
 *
 * @throws SentinelError INVALID_OPTION for a key that is too short.
 */
export function createPseudonyms(
  identifiers: 'hmac' | 'plain' = 'hmac',
  hmacKey?: string | Uint8Array,
): (identifier: string) => string {
  if (identifiers !== 'hmac' && identifiers !== 'plain')
    throw invalidOption("`identifiers` must be 'hmac' or 'plain'.");
  let key = typeof hmacKey === 'string' ? Buffer.from(hmacKey) : hmacKey;
  if (key !== undefined && !(key instanceof Uint8Array && key.byteLength >= 16)) {
    throw invalidOption('`hmacKey` must have at least 16 bytes.');
  }
  if (identifiers === 'plain') return (identifier) => identifier;
  return (identifier) => {
    key ??= randomBytes(32);
    // 64 bits: enough to tell apart those who make a burst, and short enough to be read out.
    return createHmac('sha256', key).update(identifier).digest('hex').slice(0, 16);
  };
}
