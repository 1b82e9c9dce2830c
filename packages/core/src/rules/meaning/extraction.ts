import { defineConceptRules } from '../../semantics/concept-rule.js';
import { TALK } from './talk.js';

const leak = { threatType: 'prompt_leak', references: ['LLM07', 'AML.T0056'] } as const;

export const extractionMeanings = defineConceptRules([
  {
    ...leak,
    id: 'meaning/reveal-hidden-instructions',
    severity: 'high',
    score: 0.85,
    message: "The text asks for the application's hidden instructions.",
    steps: [
      ['REVEAL_V', 'REPEAT_V', 'GIVE_V', 'TRANSLATE_V', 'SUMM_V', 'ENCODE'],
      ['HIDDEN_ADJ', 'PRIOR', 'GIVEN_YOU'],
      ['PROMPT_N', 'INSTR_N'],
    ],
    gap: 3,
    unless: TALK,
  },
  {
    ...leak,
    id: 'meaning/reveal-your-instructions',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to show its instructions.',
    steps: [
      ['REVEAL_V', 'REPEAT_V', 'TRANSLATE_V', 'ENCODE'],
      ['YOUR', 'GIVEN_YOU', 'YOUR_NOTES'],
      ['PROMPT_N', 'INSTR_N', 'RULES_N'],
    ],
    gap: 3,
    unless: TALK,
  },
  {
    ...leak,
    id: 'meaning/verbatim-instructions',
    severity: 'high',
    score: 0.85,
    message: 'The text asks for earlier text word for word.',
    steps: [
      ['VERBATIM', 'START_MARK'],
      ['PROMPT_N', 'INSTR_N', 'YOUR_NOTES', 'GIVEN_YOU'],
      ['REVEAL_V', 'REPEAT_V', 'GIVE_V', 'PRIOR'],
    ],
    gap: 5,
    unless: TALK,
  },
]);
