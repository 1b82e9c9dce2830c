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
const STEPS = 400;

/** Fits Platt scaling with the rules' log-odds as a second input: for all channels together, then for each on its own. */
export function fitCalibration(scored: readonly Scored[]): Readonly<Record<Source, Calibration>> {
  const all = fit(scored, { slope: 1, offset: 0, rules: 0.5 }, 0);
  return Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      rounded(
        fit(
          scored.filter((item) => item.channel === channel),
          all,
          PRIOR_TEXTS,
        ),
      ),
    ]),
  ) as Record<Source, Calibration>;
}

type Parameters = readonly [slope: number, offset: number, rules: number];

/** Newton's method on the log-loss with a quadratic pull towards `prior`; a step that makes it worse is halved. */
function fit(scored: readonly Scored[], prior: Calibration, priorTexts: number): Calibration {
  const center: Parameters = [prior.slope, prior.offset, prior.rules];
  let at = center;
  let loss = lossOf(scored, at, center, priorTexts);
  for (let step = 0; step < STEPS; step++) {
    const move = newtonStep(scored, at, center, priorTexts);
    let share = 1;
    let next = moved(at, move, share);
    let nextLoss = lossOf(scored, next, center, priorTexts);
    while (nextLoss > loss && share > SMALLEST_SHARE) {
      share /= 2;
      next = moved(at, move, share);
      nextLoss = lossOf(scored, next, center, priorTexts);
    }
    if (nextLoss > loss) break;
    [at, loss] = [next, nextLoss];
    if (move.every((value) => Math.abs(value) < 1e-7)) break;
  }
  const [slope, offset, rules] = at;
  return { slope, offset, rules };
}

const SMALLEST_SHARE = 1e-6;

const moved = ([a, b, c]: Parameters, move: readonly number[], share: number): Parameters => [
  a - share * (move[0] as number),
  b - share * (move[1] as number),
  c - share * (move[2] as number),
];

const inputsOf = ({ score, ruleScore }: Scored): Parameters => [score, 1, ruleLogOdds(ruleScore)];

const oddsOf = (inputs: Parameters, at: Parameters): number =>
  inputs[0] * at[0] + inputs[1] * at[1] + inputs[2] * at[2];

function lossOf(scored: readonly Scored[], at: Parameters, center: Parameters, priorTexts: number): number {
  let loss = 0;
  at.forEach((value, i) => {
    loss += 0.5 * priorTexts * (value - (center[i] as number)) ** 2 + 0.5 * RIDGE * value ** 2;
  });
  for (const item of scored) {
    const odds = oddsOf(inputsOf(item), at);
    // log(1 + exp(±odds)) without overflow.
    const signed = item.attack ? -odds : odds;
    loss += item.weight * (signed > 30 ? signed : Math.log1p(Math.exp(signed)));
  }
  return loss;
}

function newtonStep(
  scored: readonly Scored[],
  at: Parameters,
  center: Parameters,
  priorTexts: number,
): readonly number[] {
  const gradient = at.map((value, i) => priorTexts * (value - (center[i] as number)) + RIDGE * value);
  const hessian = at.map((_, i) => at.map((__, j) => (i === j ? priorTexts + RIDGE : 0)));
  for (const item of scored) {
    const inputs = inputsOf(item);
    const probability = 1 / (1 + Math.exp(-oddsOf(inputs, at)));
    const slope = item.weight * (probability - (item.attack ? 1 : 0));
    const curvature = item.weight * probability * (1 - probability);
    for (let i = 0; i < 3; i++) {
      (gradient[i] as number) += slope * (inputs[i] as number);
      for (let j = 0; j < 3; j++) {
        ((hessian[i] as number[])[j] as number) += curvature * (inputs[i] as number) * (inputs[j] as number);
      }
    }
  }
  return solve(hessian, gradient);
}

/** Keeps the equations solvable where an input never varies. */
const RIDGE = 1e-3;

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(rows[i]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let i = 0; i < n; i++) {
      if (i === column) continue;
      const factor = (rows[i]?.[column] as number) / (rows[column]?.[column] as number);
      for (let j = column; j <= n; j++) ((rows[i] as number[])[j] as number) -= factor * (rows[column]?.[j] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}

/** Six digits: enough, and the same on every platform. */
function rounded({ slope, offset, rules }: Calibration): Calibration {
  const round = (value: number) => Number(value.toFixed(6));
  return { slope: round(slope), offset: round(offset), rules: round(rules) };
}
