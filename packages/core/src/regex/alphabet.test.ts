import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlphabet } from './alphabet.js';

const overlap = (first: string, second: string, flags: string): boolean => {
  const charactersOf = createAlphabet(first + second, flags);
  return (charactersOf(first, flags) & charactersOf(second, flags)) !== 0n;
};

describe('createAlphabet', () => {
  it.each([
    ['[a-m]', '[m-z]', ''],
    ['[A-Z]', '[x-z]', 'i'],
    ['[а-я]', '[Э-Ю]', 'i'],
    ['ſ', '[p-t]', 'iu'],
    ['\\s', '[\\u2003-\\u2fff]', ''],
    ['[^\\d]', '\\W', ''],
    ['.', '\\u{1f600}', 'u'],
    ['[\\u{1f600}-\\u{1f64f}]', '😎', 'u'],
    ['\\p{L}', '\\p{Script=Greek}', 'u'],
    ['\\p{Lu}', '[à-ÿ]', 'iu'],
    ['[\\p{L}--[a-z]]', '\\p{Script=Yi}', 'v'],
    ['\\377', 'ÿ', ''],
    ['[^\\0-`b-\\u0e0f\\u0e11-\\uffff]', '[^\\0-\\u0e00\\u0e20-\\uffff]', ''],
  ])('sees that %s and %s overlap with flags "%s"', (first, second, flags) => {
    expect(overlap(first, second, flags)).toBe(true);
  });

  it.each([
    ['[a-l]', '[m-z]', ''],
    ['[A-Z]', '[x-z]', ''],
    ['.', '\\n', ''],
    ['\\s', '\\S', 'iu'],
    ['\\p{L}', '\\P{L}', 'u'],
    ['\\p{L}', '[\\p{M}\\d]', 'u'],
    ['[\\p{L}--[a-z]]', '[a-z]', 'v'],
    ['[^\\p{L}\\s]', '[\\p{Lu}\\s]', 'u'],
  ])('sees that %s and %s are disjoint with flags "%s"', (first, second, flags) => {
    expect(overlap(first, second, flags)).toBe(false);
  });

  it('is exact for ranges anywhere in Unicode', () => {
    const code = fc.integer({ min: 0, max: 0x10ffff });
    const range = fc.tuple(code, fc.integer({ min: 0, max: 600 }), fc.boolean());
    const near = range.chain(([start, length, negated]) =>
      fc.tuple(
        fc.constant({ start, end: Math.min(start + length, 0x10ffff), negated }),
        fc
          .tuple(fc.integer({ min: -700, max: 700 }), fc.integer({ min: 0, max: 600 }), fc.boolean())
          .map(([offset, width, other]) => {
            const from = Math.min(Math.max(start + offset, 0), 0x10ffff);
            return { start: from, end: Math.min(from + width, 0x10ffff), negated: other };
          }),
      ),
    );
    fc.assert(
      fc.property(near, ([left, right]) => {
        const write = ({ start, end, negated }: typeof left) =>
          `[${negated ? '^' : ''}\\u{${start.toString(16)}}-\\u{${end.toString(16)}}]`;
        const inside = ({ start, end, negated }: typeof left, at: number) => (at >= start && at <= end) !== negated;
        const candidates = [0, 0x10ffff, left.start, left.end + 1, right.start, right.end + 1];
        const meet = candidates.some((at) => at <= 0x10ffff && inside(left, at) && inside(right, at));
        expect(overlap(write(left), write(right), 'u')).toBe(meet);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('takes what matches none of its characters for what matches any', () => {
    expect(overlap('[^\\s\\S]', 'x', '')).toBe(true);
  });
});
