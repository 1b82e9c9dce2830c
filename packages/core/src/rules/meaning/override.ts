import { defineConceptRules } from '../../semantics/concept-rule.js';

const direct = { threatType: 'injection', references: ['LLM01', 'AML.T0051.000'] } as const;

/** Talk about attacks, and work on texts that have instructions in them. */
const TALK = ['QUOTE_MENTION', 'SEC_TALK', 'DEFEND_V', 'EXAMPLE_MARK', 'REPORTED', 'PAST_STORY', 'EDIT_OBJ'] as const;

export const overrideMeanings = defineConceptRules([
  {
    ...direct,
    id: 'meaning/drop-earlier-instructions',
    severity: 'high',
    score: 0.9,
    message: 'The text asks the model to drop its earlier instructions.',
    steps: [
      ['IGNORE_V', 'FORGET_V', 'OVERRIDE_V', 'BYPASS_V'],
      ['PRIOR', 'GIVEN_YOU'],
      ['INSTR_N', 'RULES_N', 'PROMPT_N'],
    ],
    unless: [...TALK],
  },
]);
