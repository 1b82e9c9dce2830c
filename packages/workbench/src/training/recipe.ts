import type { Row, SetName } from '../data/rows.js';
import type { TrainingOptions } from './logistic.js';

/**
 * What is trained on, and how much a row counts. Public rows are many and repeat a few wordings; own rows are each unlike the others. At equal
 * weights the model learns the collections.
 */
export const SET_WEIGHTS: readonly (readonly [SetName, number])[] = [
  ['public-train', 0.3],
  ['authored-train', 3],
  ['own-train', 3],
];
/** Examples of rules say the usual in the usual words, as the public collections do. */
const WORDINGS_WEIGHT = 0.6;

export const TRAINING: TrainingOptions = { runs: 4, epochs: 6, rate: 0.7 };

export function weightOf(set: SetName, row: Row): number {
  if (row.source === 'wordings') return WORDINGS_WEIGHT;
  return SET_WEIGHTS.find(([name]) => name === set)?.[1] ?? 0;
}
