// The trained judgement of a text: how likely it is an attack, where, and by what signs.

import { once, oncePer } from '../once.js';
import type { Source } from '../result.js';
import type { ConceptGroup } from './describe.js';
import { createFeatureReader, createFeatures } from './features.js';
import type { Lexicon, Mentions } from './lexicon.js';
import { windowScale } from './score.js';
import type { Tokens } from './tokens.js';

/** A trained model. Immutable, shared by all scanners. */
export interface Model {
  /** Checksum of lexicon and weights. */
  readonly version: string;
  readonly lexicon: Lexicon;
  /** Log-odds of a feature are `weights[id] * step`. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly bias: number;
  /** From log-odds to a probability, by channel. */
  readonly calibration: Readonly<Record<Source, Calibration>>;
}

/** Platt scaling (Platt 1999) with the rules' evidence beside the model's. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
  /** What the log-odds that rules give count. */
  readonly rules: number;
}

/** The most suspicious window of a layer. */
export interface WindowVerdict {
  /** Log-odds of an attack, not calibrated. */
  readonly score: number;
  /** Offsets in the layer's text. */
  readonly start: number;
  readonly end: number;
}

/** A concept that made a window suspicious. */
export interface Sign {
  readonly concept: string;
  readonly group: ConceptGroup;
  /** Log-odds that everything about this mention adds. */
  readonly weight: number;
  /** Offsets in the text it was found in. */
  readonly start: number;
  readonly end: number;
}

/**
 * Judges layers of texts: one for all scanners that have the model, which share its scratch memory and V8's code for it, where tables are
 * constants.
 */
export const classifierFor = oncePer((model: Model) => {
  const { weights, step, bias, lexicon } = model;
  const features = createFeatures();
  const explained = once(() => createFeatures({ withOwners: true }));
  const read = createFeatureReader(weights);
  /** What all features of a mention add, by mention. Kept, because a list of its own for each attack would be a tenth of its cost. */
  let byMention = new Float64Array(64);

  function judge(tokens: Tokens, mentions: Mentions, source: Source, encoded: boolean): WindowVerdict {
    read(tokens, mentions, source, encoded, features);
    const { sums, ends, firstToken, stretches } = features;
    let best = Number.NEGATIVE_INFINITY;
    let bestStretch = 0;
    let [from, previousSum, previousSize] = [0, 0, 0];
    for (let k = 0; k < stretches; k++) {
      const to = ends[k] as number;
      const sum = sums[k] as number;
      const size = to - from;
      if (k > 0 || stretches === 1) {
        const score = (sum + previousSum) * windowScale(size + previousSize);
        if (score > best) {
          best = score;
          bestStretch = k;
        }
      }
      [from, previousSum, previousSize] = [to, sum, size];
    }
    if (tokens.count === 0) return { score: bias + best * step, start: 0, end: 0 };
    const first = firstToken[Math.max(0, bestStretch - 1)] as number;
    const last = (firstToken[bestStretch + 1] as number) - 1;
    return {
      score: bias + best * step,
      start: tokens.start[first] as number,
      end: tokens.end[last] as number,
    };
  }

  /** What makes a window suspicious, read on its own: the strongest first, at most `limit`. Only worth it for few texts. */
  function explain(tokens: Tokens, mentions: Mentions, source: Source, encoded: boolean, limit: number): Sign[] {
    const into = explained();
    read(tokens, mentions, source, encoded, into);
    const ids = into.ids as Int32Array;
    const owners = into.owners as Int32Array;
    const size = into.ends[into.stretches - 1] as number;
    const scale = step * windowScale(size);
    if (byMention.length < mentions.count) byMention = new Float64Array(mentions.count * 2);
    byMention.fill(0, 0, mentions.count);
    for (let i = 0; i < size; i++) {
      const owner = owners[i] as number;
      if (owner >= 0) (byMention[owner] as number) += (weights[ids[i] as number] as number) * scale;
    }
    return strongest(mentions.count, limit).map((m) => {
      const concept = mentions.concept[m] as number;
      return {
        concept: lexicon.concepts[concept] as string,
        group: lexicon.groups[concept] as ConceptGroup,
        weight: byMention[m] as number,
        start: tokens.start[mentions.first[m] as number] as number,
        end: tokens.end[(mentions.last[m] as number) - 1] as number,
      };
    });
  }

  /** The mentions that add most, from the one that adds most. Put in their place one by one: sorting all takes a twentieth of an attack's scan. */
  function strongest(count: number, limit: number): readonly number[] {
    const list: number[] = [];
    for (let m = 0; m < count; m++) {
      const weight = byMention[m] as number;
      if (weight <= 0) continue;
      let place = list.length;
      while (place > 0 && (byMention[list[place - 1] as number] as number) < weight) place--;
      if (place === limit) continue;
      if (list.length < limit) list.push(m);
      for (let k = list.length - 1; k > place; k--) list[k] = list[k - 1] as number;
      list[place] = m;
    }
    return list;
  }

  return { judge, explain };
});

/** Probability of an attack from the model's log-odds and the rules' score (0..1, 0 when none fired). */
export function calibrate({ slope, offset, rules }: Calibration, score: number, ruleScore: number): number {
  const evidence = slope * score + offset + rules * ruleLogOdds(ruleScore);
  return 1 / (1 + Math.exp(-evidence));
}

/** 0 without a rule; a rule says at most 99 %. */
export function ruleLogOdds(ruleScore: number): number {
  const score = Math.min(ruleScore, 0.99);
  return score <= 0 ? 0 : Math.log1p(score / (1 - score));
}
