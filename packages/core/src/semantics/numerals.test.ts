import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNumbers, encodeNumbers } from './numerals.js';

describe('numerals', () => {
  it('give back any list of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(100), fc.nat(), fc.maxSafeNat())), (list) => {
        expect([...decodeNumbers(encodeNumbers(list))]).toEqual(list);
      }),
    );
  });

  it('are text that no quotation mark ends', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (list) => {
        const text = encodeNumbers(list);
        expect(JSON.parse(`"${text}"`)).toBe(text);
        expect(text).not.toMatch(/['`]/);
      }),
    );
  });
});
