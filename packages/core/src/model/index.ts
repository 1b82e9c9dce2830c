import type { Model } from '../semantics/classifier.js';
import { unpackLexicon, unpackWeights } from '../semantics/packed.js';
import { lexicon } from './lexicon.js';
import { training } from './training.js';
import { weights } from './weights.js';

// Unpacking takes some milliseconds: once a process, when a first scanner is made.
let standard: Model | undefined;

/** The model that `pnpm train` has written. */
export function standardModel(): Model {
  standard ??= {
    ...training,
    lexicon: unpackLexicon(lexicon),
    weights: unpackWeights(weights),
  };
  return standard;
}
