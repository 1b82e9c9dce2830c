import type { Source } from '@llm-sentinel/core';
import { builtInEngines, ruleSetFor } from '../../../core/src/built-in.js';
import { createPrepare } from '../../../core/src/prepare.js';
import { ruleScore } from '../../../core/src/semantics/assess.js';
import { createFeatureReader, createFeatures } from '../../../core/src/semantics/features.js';
import { createMatcher, createMentions, type Lexicon } from '../../../core/src/semantics/lexicon.js';
import { createTokens, tokenize } from '../../../core/src/semantics/tokens.js';
import type { Layers } from './logistic.js';

/** What a text looks like to the classifier, and what the rules make of it. */
export interface Reading {
  readonly layers: Layers;
  /** 0..1: the surest rule that took the text for an attack. */
  readonly ruleScore: number;
}

/** Reads texts exactly as a scan does, decoded layers included. */
export function createTextReader(lexicon: Lexicon): (text: string, source: Source) => Reading {
  const ruleSet = ruleSetFor([], []);
  const engines = builtInEngines(ruleSet);
  const prepare = createPrepare(ruleSet, null, { maxDecodeDepth: 3, maxDecodedChars: 2_000_000 });
  const tokens = createTokens();
  const mentions = createMentions();
  const features = createFeatures();
  const match = createMatcher(lexicon);
  const read = createFeatureReader();

  function stretchesOf(text: string, source: Source, encoded: boolean): Int32Array[] {
    tokenize(text, tokens);
    match(text, tokens, mentions);
    read(tokens, mentions, source, encoded, features);
    const { ids, ends, stretches } = features;
    return Array.from({ length: stretches }, (_, k) => ids.slice(k === 0 ? 0 : ends[k - 1], ends[k]));
  }

  return (text, source) => {
    const prepared = prepare(text, source, []);
    return {
      layers: prepared.layers.map((layer) => stretchesOf(layer.text, source, layer.decodedFrom.length > 0)),
      ruleScore: ruleScore(engines.flatMap((engine) => engine.scan(prepared))),
    };
  };
}
