import { runRule } from '../src/engines/rule-engine.js';
import { compileRules } from '../src/engines/rule-set.js';
import { createPrepare } from '../src/prepare.js';
import type { Finding, Source } from '../src/result.js';
import type { Rule } from '../src/rule.js';

/** Runs one rule, and no other, through the real pipeline: keyword gate, decoders, pattern, validator, context. */
export function createRuleFinder(rule: Rule): (text: string) => Finding[] {
  const prepare = createPrepare(compileRules([['attacks', [rule]]]), null, {
    maxDecodeDepth: 3,
    maxDecodedChars: 1_000_000,
  });
  const source: Source = rule.sources?.[0] ?? 'user';
  return (text) => {
    const { candidates, layers } = prepare(text, source, []);
    const findings: Finding[] = [];
    candidates.forEach((list, k) => {
      const layer = layers[k];
      if (layer !== undefined) for (const candidate of list) runRule(candidate, layer, findings);
    });
    return findings;
  };
}
