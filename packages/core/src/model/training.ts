// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '863f8bc5fefe393b',
  step: 0.277585,
  bias: -0.944273,
  calibration: {
    user: {
      slope: 0.980558,
      offset: 0.100152,
      rules: 0.6
    },
    model: {
      slope: 0.972447,
      offset: 0.089316,
      rules: 0.6
    },
    tool: {
      slope: 0.901846,
      offset: 0.298149,
      rules: 0.6
    },
    document: {
      slope: 0.646983,
      offset: 0.131239,
      rules: 0.6
    },
    system: {
      slope: 1.103033,
      offset: 0.05893,
      rules: 0.6
    }
  }
};
