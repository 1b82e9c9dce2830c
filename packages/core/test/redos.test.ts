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

/**
 * The degree of the time that a pattern takes in the length of a hostile text: 1 when proved linear. Patterns see windows of bounded
 * length only, which is why the square of it is allowed.
 */
function growth({ source, flags }: RegExp): number {
  const diagnosis = checkSync(source, flags, { timeout: 20_000 });
  if (diagnosis.status === 'safe') return 1;
  const complexity = 'complexity' in diagnosis ? (diagnosis.complexity as { degree?: number }) : undefined;
  return complexity?.degree ?? Number.POSITIVE_INFINITY;
}

describe('patterns take linear or quadratic time within a window', () => {
  it.each(patterns)('%s', { timeout: 60_000 }, (_, pattern) => {
    expect(growth(pattern)).toBeLessThanOrEqual(2);
  });
});
