import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksRandom, shannonEntropy } from './entropy.js';

const from = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((characters) => characters.join(''));
const HEX = '0123456789abcdef';
const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('shannonEntropy', () => {
  it('is 0 for no text and for one character over and over', () => {
    expect(shannonEntropy('')).toBe(0);
    expect(shannonEntropy('aaaaaaaa')).toBe(0);
  });

  it('is the logarithm of the number of characters when all are equally frequent', () => {
    expect(shannonEntropy('abab')).toBeCloseTo(1);
    expect(shannonEntropy(HEX)).toBeCloseTo(4);
    expect(shannonEntropy('😀😁')).toBeCloseTo(1);
  });

  it('lies between 0 and that logarithm, whatever the text and the order of its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const entropy = shannonEntropy(text);
        expect(entropy).toBeGreaterThanOrEqual(0);
        expect(entropy).toBeLessThanOrEqual(Math.log2(new Set(text).size) + 1e-9);
        expect(shannonEntropy([...text].reverse().join(''))).toBeCloseTo(entropy);
      }),
    );
  });

  it('does not change when a text is repeated', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 2, max: 5 }), (text, times) => {
        expect(shannonEntropy(text.repeat(times))).toBeCloseTo(shannonEntropy(text));
      }),
    );
  });
});

describe('looksRandom', () => {
  const share = (values: readonly string[]) => values.filter(looksRandom).length / values.length;

  it('accepts at least 99 % of random digests and keys, and 90 % of short ones', () => {
    expect(share(fc.sample(from(HEX, 32), { numRuns: 1000, seed: 7 }))).toBeGreaterThan(0.99);
    expect(share(fc.sample(from(BASE62, 20), { numRuns: 1000, seed: 7 }))).toBeGreaterThan(0.9);
    expect(share(fc.sample(from(BASE62, 32), { numRuns: 1000, seed: 7 }))).toBeGreaterThan(0.99);
  });

  it('accepts UUIDs and padded base 64', () => {
    // fast-check likes the UUIDs that are nearly all zeros.
    expect(share(fc.sample(fc.uuid({ version: 4 }), { numRuns: 500, seed: 7 }))).toBeGreaterThan(0.95);
    expect(looksRandom('q8Zr2LkVx0pN7tYw3bHs5g==')).toBe(true);
  });

  it.each([
    'short1a2b3c',
    'my_application_settings_v2',
    'the-quick-brown-fox-jumps-2024',
    'theQuickBrownFoxJumps2',
    'getUserAuthenticationToken',
    '12345678901234567890',
    'deadbeefdeadbeefdeadbeef',
    'abcabcabcabcabcabcabc1a2',
    'internationalization',
  ])('takes %s for made by a person', (value) => {
    expect(looksRandom(value)).toBe(false);
  });

  it('never accepts fewer than 16 characters, or letters of one case alone', () => {
    fc.assert(
      fc.property(from(BASE62, 0, 15), (value) => {
        expect(looksRandom(value)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(from('abcdefghijklmnopqrstuvwxyz-_', 0, 60), (value) => {
        expect(looksRandom(value)).toBe(false);
      }),
    );
  });
});
