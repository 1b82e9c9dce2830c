// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: 'fe7751fa375ce03c',
  step: 0.280982,
  bias: -1.11901,
  calibration: {
    user: {
      slope: 0.962581,
      offset: 0.075081,
      rules: 0.6
    },
    model: {
      slope: 0.967683,
      offset: 0.067531,
      rules: 0.6
    },
    tool: {
      slope: 0.903587,
      offset: 0.252788,
      rules: 0.6
    },
    document: {
      slope: 0.657995,
      offset: 0.101288,
      rules: 0.6
    },
    system: {
      slope: 1.098468,
      offset: 0.029718,
      rules: 0.6
    }
  }
};
