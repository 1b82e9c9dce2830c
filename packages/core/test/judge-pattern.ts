import { createHash } from 'node:crypto';
import { checkSync } from 'recheck';
import type { Rule } from '../src/rule.js';
import { attackRules, piiRules, secretRules } from '../src/rules/index.js';

/** What the judge said of a pattern. */
export interface Verdict {
  /** `fingerprint` of the pattern that was judged. */
  readonly pattern: string;
  /** See `judge`. */
  readonly degree: number;
}

const rules: readonly Rule[] = [...attackRules(), ...piiRules(), ...secretRules()];

/** Every shipped pattern by the id of its rule, and the patterns that rules look for around a match. */
export const patterns: readonly (readonly [name: string, pattern: RegExp])[] = rules.flatMap(
  ({ id, pattern, context }): [string, RegExp][] =>
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
 * The degree of the time that a pattern takes in the length of a hostile text, by an independent judge of catastrophic backtracking: 1
 * when proved linear, 0 when undecided in time, infinite when exponential.
 */
export function judge({ source, flags }: RegExp): number {
  const diagnosis = checkSync(source, flags, { timeout: TIMEOUT_MS });
  if (diagnosis.status === 'safe') return 1;
  if (diagnosis.status === 'unknown') return 0;
  const complexity = diagnosis.complexity as { type: string; degree?: number };
  return complexity.type === 'exponential' ? Number.POSITIVE_INFINITY : (complexity.degree ?? 1);
}

/** Changes with anything about a pattern that the judge sees. */
export function fingerprint({ source, flags }: RegExp): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}
