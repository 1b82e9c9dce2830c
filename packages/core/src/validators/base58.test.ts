import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase58, decodeBase58Check, RIPPLE_ALPHABET } from './base58.js';
import { sha256 } from './sha256.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function encode(bytes: Uint8Array, alphabet = ALPHABET): string {
  let number = bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = alphabet[Number(number % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return (alphabet[0] as string).repeat(zeros < 0 ? bytes.length : zeros) + text;
}

const withCheck = (payload: Uint8Array) => Uint8Array.from([...payload, ...sha256(sha256(payload)).subarray(0, 4)]);
const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });

describe('decodeBase58', () => {
  it.each([
    ['Bitcoin', ALPHABET],
    ['Ripple', RIPPLE_ALPHABET],
  ])('undoes the encoding of %s, leading zeros included', (_, alphabet) => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(decodeBase58(encode(value, alphabet), alphabet)).toEqual(value);
      }),
    );
  });

  it('rejects foreign characters and texts that would take long', () => {
    expect(decodeBase58('0OIl')).toBeNull();
    expect(decodeBase58('2'.repeat(129))).toBeNull();
  });
});

describe('decodeBase58Check', () => {
  it('accepts what has the right checksum', () => {
    fc.assert(
      fc.property(bytes, (payload) => {
        expect(decodeBase58Check(encode(withCheck(payload)))).toEqual(payload);
      }),
    );
  });

  it('notices a wrong character and a swap of neighbours', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.constantFrom(...ALPHABET), (payload, place, other) => {
        const text = encode(withCheck(payload));
        const at = place % (text.length - 1);
        fc.pre(text[at] !== other && text[at] !== text[at + 1]);
        expect(decodeBase58Check(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
        expect(decodeBase58Check(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))).toBeNull();
      }),
    );
  });

  it('rejects what is too short to have one', () => {
    expect(decodeBase58Check('1111')).toBeNull();
  });
});
