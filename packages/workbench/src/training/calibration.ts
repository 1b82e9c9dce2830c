import type { Source } from '@llm-sentinel/core';
import { type Calibration, ruleLogOdds } from '../../../core/src/semantics/classifier.js';

/** A score of a text that the scoring weights were not trained on. */
export interface Scored {
  readonly channel: Source;
  readonly score: number;
  readonly ruleScore: number;
  readonly attack: boolean;
  /** How much the text counts. */
  readonly weight: number;
}

const CHANNELS: readonly Source[] = ['user', 'model', 'tool', 'document', 'system'];
/** Pull of a channel towards what fits all of them, as a number of texts: channels with few rows stay near the whole. */
const PRIOR_TEXTS = 50;
const STEPS = 100;
/**
 * What a rule's log-odds count beside the classifier's. Fixed, not fitted: rules are written with the training texts at hand, on which they look
 * nearly infallible (fitted there it is 2 to 3). On the held-out part of the corpus four of five texts that a rule names are attacks.
 */
const RULE_WEIGHT = 0.6;

/** Fits Platt scaling beside the rules' log-odds: for all channels together, then for each on its own. */
export function fitCalibration(scored: readonly Scored[]): Readonly<Record<Source, Calibration>> {
  const all = fit(scored, [1, 0], 0);
  return Object.fromEntries(
    CHANNELS.map((channel) => {
      const own = scored.filter((item) => item.channel === channel);
      const [slope, offset] = fit(own, all, PRIOR_TEXTS);
      return [channel, { slope: rounded(slope), offset: rounded(offset), rules: RULE_WEIGHT }];
    }),
  ) as unknown as Record<Source, Calibration>;
}

type Parameters = readonly [slope: number, offset: number];

/** Newton's method on the log-loss with a quadratic pull towards `prior`; a step that makes it worse is halved. */
function fit(scored: readonly Scored[], prior: Parameters, priorTexts: number): Parameters {
  let at = prior;
  let loss = lossOf(scored, at, prior, priorTexts);
  for (let step = 0; step < STEPS; step++) {
    const [a, b] = newtonStep(scored, at, prior, priorTexts);
    let share = 2;
    let next = at;
    let nextLoss = Number.POSITIVE_INFINITY;
    while (nextLoss > loss && share > SMALLEST_SHARE) {
      share /= 2;
      next = [at[0] - share * a, at[1] - share * b];
      nextLoss = lossOf(scored, next, prior, priorTexts);
    }
    if (nextLoss > loss) break;
    [at, loss] = [next, nextLoss];
    if (Math.abs(a) < 1e-7 && Math.abs(b) < 1e-7) break;
  }
  return at;
}

const SMALLEST_SHARE = 1e-6;

const oddsOf = ({ score, ruleScore }: Scored, [slope, offset]: Parameters): number =>
  slope * score + offset + RULE_WEIGHT * ruleLogOdds(ruleScore);

function lossOf(scored: readonly Scored[], at: Parameters, prior: Parameters, priorTexts: number): number {
  let loss = 0.5 * priorTexts * ((at[0] - prior[0]) ** 2 + (at[1] - prior[1]) ** 2);
  for (const item of scored) {
    // log(1 + exp(±odds)) without overflow.
    const signed = item.attack ? -oddsOf(item, at) : oddsOf(item, at);
    loss += item.weight * (signed > 30 ? signed : Math.log1p(Math.exp(signed)));
  }
  return loss;
}

function newtonStep(scored: readonly Scored[], at: Parameters, prior: Parameters, priorTexts: number): Parameters {
  let [gradientA, gradientB] = [priorTexts * (at[0] - prior[0]), priorTexts * (at[1] - prior[1])];
  let [aa, ab, bb] = [priorTexts + RIDGE, 0, priorTexts + RIDGE];
  for (const item of scored) {
    const probability = 1 / (1 + Math.exp(-oddsOf(item, at)));
    const slope = item.weight * (probability - (item.attack ? 1 : 0));
    const curvature = item.weight * probability * (1 - probability);
    gradientA += slope * item.score;
    gradientB += slope;
    aa += curvature * item.score * item.score;
    ab += curvature * item.score;
    bb += curvature;
  }
  const determinant = aa * bb - ab * ab;
  return [(bb * gradientA - ab * gradientB) / determinant, (aa * gradientB - ab * gradientA) / determinant];
}

/** Keeps the equations solvable where there is no text. */
const RIDGE = 1e-6;

/** Six digits: enough, and the same on every platform. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
