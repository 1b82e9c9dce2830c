// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '6deee81a68754913',
  step: 0.0492199,
  bias: -0.675073,
  calibration: {
    user: {
      slope: 0.871667,
      offset: 0.196455,
      rules: 1.991171
    },
    model: {
      slope: 0.886128,
      offset: 0.041961,
      rules: 2.111458
    },
    tool: {
      slope: 0.805235,
      offset: 0.332524,
      rules: 1.765679
    },
    document: {
      slope: 0.618748,
      offset: -0.081013,
      rules: 2.407933
    },
    system: {
      slope: 1.210417,
      offset: -0.026768,
      rules: 1.937897
    }
  }
};
