// Every shipped pattern against an independent judge of catastrophic backtracking. In a file of its own, because it takes a core for
// some minutes.
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../src/rule.js';
import { attackRules, piiRules, secretRules } from '../src/rules/index.js';

const rules: readonly Rule[] = [...attackRules, ...piiRules, ...secretRules];
const patterns = rules.flatMap(({ id, pattern, context }): [string, RegExp][] =>
  context === undefined
    ? [[id, pattern]]
    : [
        [id, pattern],
        [`${id} (context)`, context.pattern],
      ],
);

/** Longer than this it only samples, and our own analysis, which each rule passes in `rules.test.ts`, has to do. */
const TIMEOUT_MS = 5_000;
/**
 * What our own check allows is the square of a window's length within one attempt to match; this judge counts the search for the place
 * to begin as well, which is one more.
 */
const MAX_DEGREE = 3;

/** The degree of the time that a pattern takes in the length of a hostile text: 1 when proved linear, 0 when undecided in time. */
function growth({ source, flags }: RegExp): number {
  const diagnosis = checkSync(source, flags, { timeout: TIMEOUT_MS });
  if (diagnosis.status === 'safe') return 1;
  if (diagnosis.status === 'unknown') return 0;
  const complexity = diagnosis.complexity as { type: string; degree?: number };
  return complexity.type === 'exponential' ? Number.POSITIVE_INFINITY : (complexity.degree ?? 1);
}

describe('no pattern takes exponential time, or more than the square of its window', () => {
  it.each(patterns)('%s', { timeout: 60_000 }, (_, pattern) => {
    expect(growth(pattern)).toBeLessThanOrEqual(MAX_DEGREE);
  });
});
