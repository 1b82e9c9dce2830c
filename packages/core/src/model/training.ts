// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '21d42e28de6df13a',
  step: 0.216528,
  bias: -1.303397,
  calibration: {
    user: {
      slope: 0.846431,
      offset: 0.216334,
      rules: 0.819358
    },
    model: {
      slope: 0.964697,
      offset: 0.095349,
      rules: 0.903314
    },
    tool: {
      slope: 0.674669,
      offset: 0.300097,
      rules: 0.589302
    },
    document: {
      slope: 0.611959,
      offset: 0.018072,
      rules: 1.051123
    },
    system: {
      slope: 1.113205,
      offset: 0.041854,
      rules: 0.781212
    }
  }
};
