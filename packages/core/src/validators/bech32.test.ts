import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBech32 } from './bech32.js';

const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

describe('decodeBech32', () => {
  // Test vectors of BIP 173 and BIP 350.
  it.each([
    ['A12UEL5L', 'bech32'],
    ['abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', 'bech32'],
    ['split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w', 'bech32'],
    ['A1LQFN3A', 'bech32m'],
    ['abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx', 'bech32m'],
  ])('accepts %s', (text, encoding) => {
    expect(decodeBech32(text)?.encoding).toBe(encoding);
  });

  it.each(['A12uEL5L', 'pzry9x0s0muk', '1pzry9x0s0muk', 'x1b4n0q5v', 'li1dgmt3', 'A1G7SGD8', '', '1'])(
    'rejects %j',
    (text) => {
      expect(decodeBech32(text)).toBeNull();
    },
  );

  it('gives prefix and values', () => {
    expect(decodeBech32('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw')).toMatchObject({
      prefix: 'abcdef',
      values: Array.from({ length: 32 }, (_, i) => i),
    });
  });

  it('notices up to four wrong characters', () => {
    const text = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq';
    const change = fc.tuple(fc.integer({ min: 3, max: text.length - 1 }), fc.constantFrom(...CHARSET));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const characters = [...text];
        for (const [at, character] of changes) characters[at] = character;
        fc.pre(characters.join('') !== text);
        expect(decodeBech32(characters.join(''))).toBeNull();
      }),
    );
  });
});
