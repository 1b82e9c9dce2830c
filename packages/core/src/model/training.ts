// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: 'e40ae3f5457e9f05',
  step: 0.280982,
  bias: -1.11901,
  calibration: {
    user: {
      slope: 0.962355,
      offset: 0.074541,
      rules: 0.6
    },
    model: {
      slope: 0.967538,
      offset: 0.067167,
      rules: 0.6
    },
    tool: {
      slope: 0.903537,
      offset: 0.252644,
      rules: 0.6
    },
    document: {
      slope: 0.657987,
      offset: 0.101259,
      rules: 0.6
    },
    system: {
      slope: 1.098342,
      offset: 0.029337,
      rules: 0.6
    }
  }
};
