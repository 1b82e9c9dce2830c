import { sha256 } from './sha256.js';

const BITCOIN_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The same characters in another order. */
export const RIPPLE_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

// Decoding takes time quadratic in the length; no address of any coin is longer.
const MAX_LENGTH = 128;

/** The bytes that a Base58 text stands for, or null for a foreign character or a text over 128 characters. */
export function decodeBase58(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | null {
  if (text.length > MAX_LENGTH) return null;
  const reversed: number[] = [];
  for (const character of text) {
    let carry = alphabet.indexOf(character);
    if (carry < 0) return null;
    for (let i = 0; i < reversed.length; i++) {
      carry += (reversed[i] as number) * 58;
      reversed[i] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) reversed.push(carry & 0xff);
  }
  // Each leading zero digit stands for a zero byte.
  for (let i = 0; i < text.length && text[i] === alphabet[0]; i++) reversed.push(0);
  return Uint8Array.from(reversed.reverse());
}

/**
 * Version and payload of a Base58Check text whose last four bytes fit the double SHA-256 of the rest; otherwise
 * null.
 */
export function decodeBase58Check(text: string, alphabet = BITCOIN_ALPHABET): Uint8Array | null {
  const bytes = decodeBase58(text, alphabet);
  if (bytes === null || bytes.length < 5) return null;
  const payload = bytes.subarray(0, -4);
  const hash = sha256(sha256(payload));
  for (let i = 0; i < 4; i++) if (bytes[payload.length + i] !== hash[i]) return null;
  return payload;
}
