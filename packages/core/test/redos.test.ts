// Every shipped pattern against an independent judge of catastrophic backtracking, beside our own analysis, which each rule passes in
// `rules.test.ts`. The judge takes a core for many minutes, so its verdicts are kept: `verdicts.json` has them by the pattern's hash. What
// is new or has changed is judged here, and a few others again, so that nobody can write the list by hand.
import { describe, expect, it } from 'vitest';
import { fingerprint, judge, patterns } from './judge-pattern.js';
import verdicts from './verdicts.json' with { type: 'json' };

/**
 * What our own check allows is the square of a window's length within one attempt to match; this judge counts the search for the place
 * to begin as well, which is one more.
 */
const MAX_DEGREE = 3;

const known: ReadonlyMap<string, number> = new Map(
  Object.values(verdicts).map(({ pattern, degree }) => [pattern, degree]),
);
/** One pattern in 64, by its hash. */
const isSample = (pattern: RegExp) => Number.parseInt(fingerprint(pattern).slice(0, 2), 16) % 64 === 0;
const toJudge = patterns.filter(([, pattern]) => isSample(pattern) || !known.has(fingerprint(pattern)));

describe('no pattern takes exponential time, or more than the square of its window', () => {
  it('by the verdicts that are kept', () => {
    const slow = patterns.filter(([, pattern]) => (known.get(fingerprint(pattern)) ?? 0) > MAX_DEGREE);
    expect(slow).toEqual([]);
  });

  it.each(toJudge)('%s', { timeout: 60_000 }, (_, pattern) => {
    expect(judge(pattern)).toBeLessThanOrEqual(MAX_DEGREE);
  });
});

it('has a verdict for all but a few patterns: if this fails, run `pnpm --filter @llm-sentinel/core judge`', () => {
  const current = new Set(patterns.map(([, pattern]) => fingerprint(pattern)));
  expect(patterns.length).toBeGreaterThan(500);
  expect([...current].filter((pattern) => !known.has(pattern)).length).toBeLessThan(20);
});
