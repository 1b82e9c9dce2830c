import { defineConceptRules } from '../../semantics/concept-rule.js';
import { SECURITY } from './talk.js';

const turn = {
  threatType: 'injection',
  severity: 'high',
  references: ['LLM01', 'AML.T0051.000'],
  sources: ['user'],
  acrossSentences: true,
  negated: true,
  gap: 8,
} as const;

// A line that poses as a turn of somebody else: "system:", "admin:". Labels alone are ordinary in chats and plays; the claim is what counts.
export const delimiterMeanings = defineConceptRules(() => [
  {
    ...turn,
    id: 'meaning/turn-of-rank',
    apart: true,
    score: 0.8,
    message: 'The text has a made-up turn in which somebody of rank speaks.',
    steps: [['AUTHORITY'], ['ROLE_TAG'], ['USER_REF', 'LABEL_AS', 'DISABLE_V', 'REVEAL_V']],
    unless: [...SECURITY, 'PROGRAMMING', 'TOOL'],
  },
  {
    ...turn,
    id: 'meaning/turn-drops-rules',
    score: 0.85,
    message: "The text has a made-up turn that takes the model's rules away.",
    steps: [
      ['DISABLE_V', 'IGNORE_V', 'OVERRIDE_V'],
      ['ROLE_TAG', 'CHAT_TOKENS'],
      ['RULES_N', 'SAFETY_N', 'LIMIT_N'],
      ['ASSISTANT', 'YOU'],
    ],
    unless: SECURITY,
  },
]);
