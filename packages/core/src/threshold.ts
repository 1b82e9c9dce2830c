import { SentinelError } from './errors.js';

/**
 * The `classifierThreshold` that keeps false alarms within a budget on your own traffic.
 *
 * @param riskScores `riskScore` of scans of texts that you know to be harmless, as many as you have.
 * @param falsePositiveRate Share of such texts that may be stopped, above 0 and below 1, such as 0.005.
 * @returns A number from 0 to 1, for `policy: { injection: { classifierThreshold }, … }`.
 * @throws SentinelError INVALID_INPUT for a rate out of range, for scores that are no numbers from 0 to 1, and for fewer scores than the rate
 * needs: one in 200 shows in no 100 texts.
 *
 * @example
 * const classifierThreshold = thresholdFor(harmless.map((text) => scan(text).riskScore), 0.005);
 */
export function thresholdFor(riskScores: readonly number[], falsePositiveRate: number): number {
  if (!(falsePositiveRate > 0 && falsePositiveRate < 1)) fail('`falsePositiveRate` must be above 0 and below 1.');
  if (!Array.isArray(riskScores) || riskScores.some((score) => !(score >= 0 && score <= 1))) {
    fail('`riskScores` must be a list of numbers from 0 to 1.');
  }
  const needed = Math.ceil(1 / falsePositiveRate);
  if (riskScores.length < needed) {
    fail(
      `A rate of ${falsePositiveRate} needs the scores of at least ${needed} harmless texts, got ${riskScores.length}.`,
    );
  }
  const descending = [...riskScores].sort((a, b) => b - a);
  // So many texts may be stopped; the next one must not be.
  const allowed = Math.floor(riskScores.length * falsePositiveRate);
  return Math.min(1, (descending[allowed] as number) + SMALLEST_STEP);
}

/** Risk scores have four digits. */
const SMALLEST_STEP = 0.0001;

function fail(message: string): never {
  throw new SentinelError('INVALID_INPUT', `[@llm-sentinel/core] ${message}`);
}
