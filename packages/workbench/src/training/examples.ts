import type { Source } from '@llm-sentinel/core';
import { builtInEngines, conceptRulesFor, ruleSetFor } from '../../../core/src/built-in.js';
import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import { createPrepare } from '../../../core/src/prepare.js';
import { ruleScore } from '../../../core/src/semantics/assess.js';
import { createConceptRuleFinder } from '../../../core/src/semantics/concept-rule.js';
import { createFeatureReader, createFeatures } from '../../../core/src/semantics/features.js';
import { createMentions, type Lexicon, matcherFor } from '../../../core/src/semantics/lexicon.js';
import type { Layers } from './logistic.js';

/** What a text looks like to the classifier, and what the rules make of it. */
export interface Reading {
  readonly layers: Layers;
  /** 0..1: the surest rule that took the text for an attack. */
  readonly ruleScore: number;
}

/** Features are numbered here, not weighed. */
const NO_WEIGHTS = new Int8Array(0);

/** Reads texts exactly as a scan does, decoded layers included. */
export function createTextReader(lexicon: Lexicon): (text: string, source: Source) => Reading {
  const ruleSet = ruleSetFor([], []);
  const engines = builtInEngines(ruleSet);
  const prepare = createPrepare(ruleSet, null, { maxDecodeDepth: 3, maxDecodedChars: 2_000_000 });
  const seen = createSweep();
  const mentions = createMentions();
  const features = createFeatures({ withIds: true });
  const match = matcherFor(lexicon);
  const findMeanings = createConceptRuleFinder(conceptRulesFor([]), lexicon.concepts);
  const read = createFeatureReader(NO_WEIGHTS);

  return (text, source) => {
    const prepared = prepare(text, source, []);
    let meaningScore = 0;
    const layers = prepared.layers.map((layer) => {
      const words = readWords(layer.text, seen);
      match(layer.text, words, mentions);
      for (const { rule } of findMeanings(words, mentions, source)) {
        if (rule.experimental !== true) meaningScore = Math.max(meaningScore, rule.score);
      }
      read(words, mentions, source, layer.decodedFrom.length > 0, features);
      const { ends, stretches } = features;
      const ids = features.ids as Int32Array;
      return Array.from({ length: stretches }, (_, k) => ids.slice(k === 0 ? 0 : ends[k - 1], ends[k]));
    });
    const findings = engines.flatMap((engine) => engine.scan(prepared));
    return { layers, ruleScore: Math.max(meaningScore, ruleScore(findings)) };
  };
}
