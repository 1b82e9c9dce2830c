// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '58ac136169b08920',
  step: 0.280705,
  bias: -1.119081,
  calibration: {
    user: {
      slope: 0.962337,
      offset: 0.074547,
      rules: 0.6
    },
    model: {
      slope: 0.967224,
      offset: 0.067367,
      rules: 0.6
    },
    tool: {
      slope: 0.903714,
      offset: 0.251846,
      rules: 0.6
    },
    document: {
      slope: 0.658265,
      offset: 0.100601,
      rules: 0.6
    },
    system: {
      slope: 1.098644,
      offset: 0.028889,
      rules: 0.6
    }
  }
};
