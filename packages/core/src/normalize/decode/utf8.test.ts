import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isText, textOfBytes } from './utf8.js';

const fatal = new TextDecoder('utf-8', { fatal: true });

/** What a decoder that throws makes of the bytes. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return fatal.decode(bytes);
  } catch {
    return null;
  }
}

// Bytes at both sides of every border, so that hardly a sequence of them is valid, and those that are come close to one that is not.
const borders = [0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee];
const byte = fc.constantFrom(...borders, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff);

describe('bytes as text', () => {
  it('tells UTF-8 from other bytes as the decoder does', () => {
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), (list) => {
        // Letters enough for what else is asked of a text.
        const bytes = Uint8Array.from([...list, 0x61, 0x61, 0x61]);
        expect(textOfBytes(bytes)).toBe(decoded(bytes));
        expect(isText(bytes)).toBe(decoded(bytes) !== null);
      }),
      { numRuns: 20_000 },
    );
  });

  it('reads all of Unicode', () => {
    for (let code = 0x80; code < 0x110000; code += 0x3f) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = `word ${String.fromCodePoint(code)} word`;
      expect(textOfBytes(new TextEncoder().encode(text))).toBe(text);
    }
  });

  it('reads UTF-16 of which every other byte is zero', () => {
    expect(textOfBytes(Uint8Array.from([0x49, 0, 0x67, 0, 0x6e, 0]))).toBe('Ign');
    expect(textOfBytes(Uint8Array.from([0x49, 0, 0x67, 0x6e]))).toBeNull();
  });

  it('takes neither controls nor digits for text', () => {
    expect(textOfBytes(Uint8Array.from([1, 2, 0x61, 0x61]))).toBeNull();
    expect(textOfBytes(Uint8Array.from([0x31, 0x32, 0x33, 0x34, 0x61]))).toBeNull();
  });
});
