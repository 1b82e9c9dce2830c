import type { ConceptRule } from '../../semantics/concept-rule.js';
import { delimiterMeanings } from './delimiter.js';
import { extractionMeanings } from './extraction.js';
import { indirectMeanings } from './indirect.js';
import { jailbreakMeanings } from './jailbreak.js';
import { overrideMeanings } from './override.js';

/** All rules by meaning. */
export const conceptRules: readonly ConceptRule[] = [
  ...overrideMeanings,
  ...delimiterMeanings,
  ...extractionMeanings,
  ...jailbreakMeanings,
  ...indirectMeanings,
];
