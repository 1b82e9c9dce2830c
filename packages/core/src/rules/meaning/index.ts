import type { ConceptRule } from '../../semantics/concept-rule.js';
import { overrideMeanings } from './override.js';

/** All rules by meaning. */
export const conceptRules: readonly ConceptRule[] = [...overrideMeanings];
