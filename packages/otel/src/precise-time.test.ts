import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPreciseTime } from './precise-time.js';

// A double of this size is exact to a quarter of a microsecond.
const EPOCH = 1_768_473_045_000;
const ROUNDING = 0.001;

/** Times of a process whose wall clock runs ahead of its monotonic one by `offset` milliseconds. */
function times(offset: number, moments: readonly number[]): number[] {
  let now = 0;
  const precise = createPreciseTime(() => now);
  return moments.map((moment) => {
    now = moment;
    return precise(Math.floor(EPOCH + offset + moment));
  });
}

const anyMoments = fc
  .array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 1, maxLength: 50 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0)));
const anyOffset = fc.double({ min: 0, max: 1_000, noNaN: true });

describe('preciseTime', () => {
  it('stays within the millisecond it was given, in order', () => {
    fc.assert(
      fc.property(anyOffset, anyMoments, (offset, moments) => {
        const answers = times(offset, moments);
        answers.forEach((answer, i) => {
          const whole = Math.floor(EPOCH + offset + moments[i]!);
          expect(answer).toBeGreaterThanOrEqual(whole - ROUNDING);
          expect(answer).toBeLessThan(whole + 1 + ROUNDING);
          if (i > 0) expect(answer).toBeGreaterThanOrEqual(answers[i - 1]! - ROUNDING);
        });
      }),
    );
  });

  it('keeps the order of times that are used a little later than they were taken', () => {
    const anyDelays = fc.array(fc.double({ min: 0, max: 4.9, noNaN: true }), { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(anyOffset, anyMoments, anyDelays, (offset, moments, delays) => {
        let now = 0;
        const precise = createPreciseTime(() => now);
        let last = Number.NEGATIVE_INFINITY;
        for (const [i, moment] of moments.entries()) {
          const time = Math.floor(EPOCH + offset + moment);
          now = Math.max(now, moment + delays[i]!);
          const answer = precise(time);
          expect(answer).toBeGreaterThanOrEqual(Math.max(last, time) - ROUNDING);
          last = answer;
        }
      }),
    );
  });

  it('comes to within some microseconds of the truth', () => {
    const moments = Array.from({ length: 2_000 }, (_, i) => i * 0.37);
    const last = times(0.618, moments).at(-1) ?? 0;
    expect(Math.abs(last - (EPOCH + 0.618 + moments.at(-1)!))).toBeLessThan(0.01);
  });

  it('tells apart two moments of one millisecond', () => {
    const [first, second] = times(0, [5.1, 5.4]);
    expect(second! - first!).toBeCloseTo(0.3, 2);
  });

  it('follows a clock that is set, forth and back', () => {
    let now = 0;
    const precise = createPreciseTime(() => now);
    for (const [moment, time] of [
      [1, EPOCH],
      [2, EPOCH + 3_600_000],
      [3, EPOCH - 3_600_000],
      [4, EPOCH],
    ] as const) {
      now = moment;
      expect(precise(time)).toBe(time);
    }
  });
});
