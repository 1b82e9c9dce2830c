// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '929aede82b71b2fe',
  step: 0.0510762,
  bias: -0.932882,
  calibration: {
    user: {
      slope: 0.861684,
      offset: 0.191168,
      rules: 0.976427
    },
    model: {
      slope: 0.964718,
      offset: 0.038944,
      rules: 1.067257
    },
    tool: {
      slope: 0.765395,
      offset: 0.369512,
      rules: 0.862601
    },
    document: {
      slope: 0.630495,
      offset: 0.004294,
      rules: 1.154719
    },
    system: {
      slope: 1.127171,
      offset: 0.025093,
      rules: 0.972095
    }
  }
};
