// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '4d6cacb333cf7bdb',
  step: 0.192182,
  bias: -1.084307,
  calibration: {
    user: {
      slope: 1.051883,
      offset: 0.018969,
      rules: 2.045541,
    },
    model: {
      slope: 1.022326,
      offset: -0.085223,
      rules: 2.075795,
    },
    tool: {
      slope: 1.017837,
      offset: 0.08376,
      rules: 1.543826,
    },
    document: {
      slope: 0.653261,
      offset: -0.244808,
      rules: 2.244757,
    },
    system: {
      slope: 1.470625,
      offset: -0.261651,
      rules: 1.766331,
    },
  },
};
