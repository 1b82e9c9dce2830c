import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanner, thresholdFor } from './index.js';

describe('thresholdFor', () => {
  it('stops at most the share that was allowed, and would stop more with any lower threshold that tells texts apart', () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 9999 }).map((n) => n / 10_000),
      { minLength: 100, maxLength: 400 },
    );
    fc.assert(
      fc.property(scores, fc.constantFrom(0.01, 0.05, 0.2), (list, rate) => {
        const threshold = thresholdFor(list, rate);
        const stopped = list.filter((score) => score >= threshold).length;
        expect(stopped).toBeLessThanOrEqual(list.length * rate);
        const lower = list.filter((score) => score >= threshold - 0.00011).length;
        expect(lower).toBeGreaterThan(Math.floor(list.length * rate));
      }),
    );
  });

  it.each([
    ['a rate of zero', [0.5], 0, /falsePositiveRate/],
    ['a rate in per cent', [0.5], 5, /falsePositiveRate/],
    ['too few texts', Array(99).fill(0.1), 0.01, /needs the scores of at least 100 harmless texts, got 99/],
    ['scores in per cent', Array(100).fill(50), 0.01, /numbers from 0 to 1/],
    ['no list', undefined, 0.1, /riskScores/],
  ])('refuses %s', (_, scores, rate, message) => {
    expect(() => thresholdFor(scores as never, rate)).toThrow(message);
  });

  it('gives what the policy takes', () => {
    const classifierThreshold = thresholdFor([...Array(99).fill(0.2), 0.95], 0.05);
    expect(classifierThreshold).toBeCloseTo(0.2001);
    expect(() => createScanner({ policy: { injection: { classifierThreshold } } })).not.toThrow();
  });
});
