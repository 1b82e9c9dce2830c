// Logistic regression on hashed features, by stochastic gradient descent. Deterministic: the same examples in the same order give the same
// weights.
import { FEATURE_BITS } from '../../../core/src/semantics/features.js';
import { windowScale } from '../../../core/src/semantics/score.js';

/** Features of a text, by layer and stretch: the text as it stands first, then what parts of it decode to. */
export type Layers = readonly (readonly Int32Array[])[];

/** A text's features, with what it is and how much it counts. */
export interface Example {
  readonly layers: Layers;
  readonly attack: boolean;
  /** How much the text counts; 1 is once. */
  readonly weight: number;
}

export interface Weights {
  readonly bias: number;
  readonly weights: Float32Array;
}

export interface TrainingOptions {
  /** Times that all examples are seen. */
  readonly epochs: number;
  /** Trainings, each in an order of its own, whose weights are averaged: what one order alone has learnt is mostly noise. */
  readonly runs: number;
  /** Step size of AdaGrad (Duchi, Hazan & Singer 2011); falls linearly to a tenth. */
  readonly rate: number;
}

interface Window {
  readonly score: number;
  readonly stretches: readonly Int32Array[];
  /** Features of the window. */
  readonly size: number;
}

/** The highest score of a text's windows: two neighbouring stretches of a layer, or its only one. Log-odds, not calibrated. */
export function scoreLayers(layers: Layers, weights: Weights): number {
  return bestWindow(layers, weights).score;
}

function bestWindow(layers: Layers, { bias, weights }: Weights): Window {
  let [best, bestLayer, bestStretch, bestSize] = [Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (let l = 0; l < layers.length; l++) {
    const stretches = layers[l] as readonly Int32Array[];
    let [previousSum, previousSize] = [0, 0];
    for (let k = 0; k < stretches.length; k++) {
      const ids = stretches[k] as Int32Array;
      let sum = 0;
      for (let i = 0; i < ids.length; i++) sum += weights[ids[i] as number] as number;
      if (k > 0 || stretches.length === 1) {
        const size = ids.length + previousSize;
        const score = bias + (sum + previousSum) * windowScale(size);
        if (score > best) [best, bestLayer, bestStretch, bestSize] = [score, l, k, size];
      }
      [previousSum, previousSize] = [sum, ids.length];
    }
  }
  const stretches = (layers[bestLayer] ?? []).slice(Math.max(0, bestStretch - 1), bestStretch + 1);
  return { score: best, stretches, size: bestSize };
}

/** Trains on the window that scores highest, whatever the text is: an attack need not fill a text, and a harmless one has none. */
export function train(examples: readonly Example[], options: TrainingOptions): Weights {
  const mean = { bias: 0, weights: new Float32Array(1 << FEATURE_BITS) };
  for (let run = 0; run < options.runs; run++) {
    const { bias, weights } = trainOnce(examples, options, run);
    mean.bias += bias / options.runs;
    for (let id = 0; id < weights.length; id++) {
      mean.weights[id] = (mean.weights[id] as number) + (weights[id] as number) / options.runs;
    }
  }
  return mean;
}

function trainOnce(examples: readonly Example[], { epochs, rate }: TrainingOptions, run: number): Weights {
  const weights = new Float32Array(1 << FEATURE_BITS);
  const squares = new Float32Array(1 << FEATURE_BITS).fill(0.01);
  let bias = 0;
  let biasSquares = 1;
  const random = createRandom(4242 + run);
  const order = examples.map((_, index) => index);
  const steps = epochs * order.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { layers, attack, weight } = examples[index] as Example;
      const { score, stretches, size } = bestWindow(layers, { bias, weights });
      const slope = (1 / (1 + Math.exp(-score)) - (attack ? 1 : 0)) * weight;
      const currentRate = rate * (1 - (0.9 * step++) / steps);
      if (Math.abs(slope) < 0.001) continue;
      biasSquares += slope * slope;
      bias -= (currentRate * slope) / Math.sqrt(biasSquares);
      const gradient = slope * windowScale(size);
      for (const ids of stretches) {
        for (let i = 0; i < ids.length; i++) {
          const id = ids[i] as number;
          const square = (squares[id] as number) + gradient * gradient;
          squares[id] = square;
          weights[id] = (weights[id] as number) - (currentRate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { bias, weights };
}

/** Numerical Recipes' linear congruential generator: 0 <= x < 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 0x1000000;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as number, list[i] as number];
  }
}
