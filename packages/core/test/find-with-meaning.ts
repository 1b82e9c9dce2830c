import { compileRules } from '../src/engines/rule-set.js';
import { standardModel } from '../src/model/index.js';
import { createPrepare } from '../src/prepare.js';
import type { Finding } from '../src/result.js';
import type { ConceptRule } from '../src/semantics/concept-rule.js';
import { createMeaningReader } from '../src/semantics/meaning.js';

/** Runs one rule by meaning, and no other rule, through the real pipeline: decoders, the shipped lexicon, and what excuses a match. */
export function createMeaningFinder(rule: ConceptRule): (text: string) => readonly Finding[] {
  const prepare = createPrepare(compileRules([]), createMeaningReader(standardModel(), [rule]), {
    maxDecodeDepth: 3,
    maxDecodedChars: 1_000_000,
  });
  const source = rule.sources?.[0] ?? 'user';
  return (text) => prepare(text, source, []).meanings;
}
