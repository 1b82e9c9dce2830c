import { type Example, scoreLayers, type TrainingOptions, train, type Weights } from './logistic.js';

/** An example with the block that must stay on one side of each split. */
export interface BlockedExample extends Example {
  readonly block: string;
}

/** Splits by block. The same block is always in the same fold. */
export function foldOf(block: string, folds: number): number {
  let hash = 7;
  for (let i = 0; i < block.length; i++) hash = Math.imul(hash ^ block.charCodeAt(i), 0x01000193);
  return (hash >>> 8) % folds;
}

/** Scores of all examples, each by weights that were trained without its fold. */
export function crossValidate(examples: readonly BlockedExample[], folds: number, options: TrainingOptions): number[] {
  const weights: Weights[] = Array.from({ length: folds }, (_, fold) =>
    train(
      examples.filter(({ block }) => foldOf(block, folds) !== fold),
      options,
    ),
  );
  return examples.map(({ layers, block }) => scoreLayers(layers, weights[foldOf(block, folds)] as Weights));
}
