// Written by `pnpm train`.
import type { Model } from '../semantics/classifier.js';

export const training: Omit<Model, 'lexicon' | 'weights'> = {
  version: '31a4bca4881ab16f',
  step: 0.191583,
  bias: -1.106308,
  calibration: {
    user: {
      slope: 1.026013,
      offset: -0.037168,
      rules: 2.138682
    },
    model: {
      slope: 0.985521,
      offset: -0.136255,
      rules: 2.559198
    },
    tool: {
      slope: 0.996802,
      offset: 0.059219,
      rules: 2.111194
    },
    document: {
      slope: 0.653431,
      offset: -0.298549,
      rules: 2.68946
    },
    system: {
      slope: 1.183822,
      offset: -0.197649,
      rules: 2.559198
    }
  }
};
