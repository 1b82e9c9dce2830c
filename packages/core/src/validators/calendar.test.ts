import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate, isDayOfYear, pair } from './calendar.js';

describe('isDate', () => {
  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2200 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(y, m - 1, d));
          expect(isDate(y, m, d)).toBe(
            date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d,
          );
        },
      ),
    );
  });

  it('knows leap years, and accepts their day when the year is unknown', () => {
    expect(isDate(2000, 2, 29)).toBe(true);
    expect(isDate(1900, 2, 29)).toBe(false);
    expect(isDate(1900, 2, 28)).toBe(true);
    expect(isDayOfYear(2, 29)).toBe(true);
    expect(isDayOfYear(Number.NaN, 1)).toBe(false);
  });
});

describe('pair', () => {
  it('reads two digits and nothing beyond the end', () => {
    expect(pair('123456', 2)).toBe(34);
    expect(pair('123', 2)).toBeNaN();
  });
});
