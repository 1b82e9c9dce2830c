import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from './columns.js';

const timeOf = (milliseconds: number) => parseEntry(JSON.stringify([milliseconds])).ts;

describe('the time of an entry that is read', () => {
  it('is that of Date, also of those that follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: 0, max: 2_000 }), (first, step) => {
        for (const time of [first, Math.min(first + step, 8.64e15)])
          expect(timeOf(time)).toBe(new Date(time).toISOString());
      }),
    );
  });

  it('keeps what was never written visible: a part of a millisecond, a year that no Date has', () => {
    expect(timeOf(1_700_000_000_000.5)).toBe('1700000000000.5');
    expect(timeOf(9.1e15)).toBe('9100000000000000');
  });
});
