import { defineConceptRules } from '../../semantics/concept-rule.js';
import { delimiterMeanings } from './delimiter.js';
import { extractionMeanings } from './extraction.js';
import { indirectMeanings } from './indirect.js';
import { jailbreakMeanings } from './jailbreak.js';
import { overrideMeanings } from './override.js';

/** All rules by meaning. */
export const conceptRules = defineConceptRules(() => [
  ...overrideMeanings(),
  ...delimiterMeanings(),
  ...extractionMeanings(),
  ...jailbreakMeanings(),
  ...indirectMeanings(),
]);
