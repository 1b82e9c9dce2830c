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

/** Newton's method on the log-likelihood, with a quadratic pull towards `prior`. */
function fit(scored: readonly Scored[], prior: Calibration, priorTexts: number): Calibration {
  const center = [prior.slope, prior.offset, prior.rules];
  let at = [...center];
  for (let step = 0; step < STEPS; step++) {
    const gradient = at.map((value, i) => priorTexts * (value - (center[i] as number)) + 1e-6 * value);
    const hessian = at.map((_, i) => at.map((__, j) => (i === j ? priorTexts + 1e-6 : 0)));
    for (const { score, ruleScore, attack, weight } of scored) {
      const inputs = [score, 1, ruleLogOdds(ruleScore)];
      const odds = inputs.reduce((sum, input, i) => sum + input * (at[i] as number), 0);
      const probability = 1 / (1 + Math.exp(-odds));
      const slope = weight * (probability - (attack ? 1 : 0));
      const curve = weight * Math.max(1e-6, probability * (1 - probability));
      for (let i = 0; i < 3; i++) {
        (gradient[i] as number) += slope * (inputs[i] as number);
        for (let j = 0; j < 3; j++)
          ((hessian[i] as number[])[j] as number) += curve * (inputs[i] as number) * (inputs[j] as number);
      }
    }
    const move = solve(hessian, gradient);
    at = at.map((value, i) => value - (move[i] as number));
    if (move.every((value) => Math.abs(value) < 1e-7)) break;
  }
  const [slope = 1, offset = 0, rules = 0] = at;
  return { slope, offset, rules };
}

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
