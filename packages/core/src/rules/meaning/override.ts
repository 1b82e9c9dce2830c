import { defineConceptRules } from '../../semantics/concept-rule.js';
import { TALK } from './talk.js';

const direct = { threatType: 'injection', references: ['LLM01', 'AML.T0051.000'] } as const;

// A user takes the application's instructions away from the model. What tells this from "ignore my last message" is whose they are.
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
      ['INSTR_N', 'PROMPT_N', 'RULES_N'],
    ],
    gap: 3,
    unless: TALK,
  },
  {
    ...direct,
    id: 'meaning/drop-your-rules',
    severity: 'high',
    score: 0.85,
    message: 'The text asks the model to drop its own rules.',
    steps: [
      ['IGNORE_V', 'FORGET_V', 'OVERRIDE_V', 'BYPASS_V', 'DISABLE_V'],
      ['YOUR', 'YOUR_NOTES', 'GIVEN_YOU'],
      ['INSTR_N', 'RULES_N', 'PROMPT_N', 'LIMIT_N', 'SAFETY_N'],
    ],
    gap: 3,
    unless: TALK,
  },
  {
    ...direct,
    id: 'meaning/new-instructions',
    severity: 'high',
    score: 0.8,
    message: 'The text gives the model new instructions in place of its own.',
    steps: [['NEW_RULES'], ['FROM_NOW', 'YOUR', 'OBEY_V', 'NOT_ANYMORE', 'OVERRIDE_V', 'IGNORE_V']],
    gap: 5,
    unless: TALK,
  },
  {
    ...direct,
    id: 'meaning/not-what-you-were',
    severity: 'high',
    score: 0.8,
    message: 'The text tells the model that it is no longer what it was set up to be.',
    steps: [['NOT_ANYMORE'], ['YOU', 'REAL_YOU'], ['ASSISTANT', 'PERSONA_N', 'BECOME']],
    gap: 3,
    unless: TALK,
  },
]);
