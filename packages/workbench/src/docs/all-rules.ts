import type { Rule } from '@llm-sentinel/core';
// The rules are data of core, not part of its public face.
import { attackRules, conceptRules, piiRules, secretRules } from '../../../core/src/rules/index.js';

/** Every built-in rule, patterns and rules by meaning. */
export function allRules(): readonly Pick<Rule, 'id' | 'references'>[] {
  return [...attackRules(), ...conceptRules(), ...piiRules(), ...secretRules()];
}
