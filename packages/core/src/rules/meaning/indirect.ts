import { defineConceptRules } from '../../semantics/concept-rule.js';
import { TALK } from './talk.js';

const indirect = { threatType: 'injection', references: ['LLM01', 'AML.T0051.001'] } as const;
const CONTENT = ['document', 'tool'] as const;

// What a document or a tool says to whoever reads it by machine.
export const indirectMeanings = defineConceptRules([
  {
    ...indirect,
    id: 'meaning/machine-reader-ordered',
    severity: 'high',
    score: 0.85,
    message: 'A document or tool result speaks to the assistant that reads it, and gives it an order.',
    steps: [
      ['AI_READER', 'AI_ADDRESS', 'WHEN_AI', 'AI_THIRD'],
      ['IGNORE_V', 'CONCEAL', 'SEND_V', 'ADD_TO_OUTPUT', 'EVERY_ANSWER', 'SAY_FORCED', 'LABEL_AS', 'RANK_MANIP', 'EXECUTE', 'DESTRUCT', 'NO_CONFIRM', 'PAY_V', 'MEMORY_V', 'APPROVE_ACT'],
    ],
    gap: 10,
    sources: CONTENT,
    unless: TALK,
  },
  {
    ...indirect,
    id: 'meaning/conceal-from-user',
    severity: 'high',
    score: 0.8,
    message: 'The text tells the model to hide something from the user.',
    steps: [['CONCEAL'], ['USER_REF', 'ASSISTANT', 'AI_READER', 'YOUR'], ['SEND_V', 'EXECUTE', 'TOOL', 'ADD_TO_OUTPUT', 'IGNORE_V', 'SUMM_V', 'ANSWER_N', 'NOTE_MARK']],
    gap: 8,
    acrossSentences: true,
    sources: CONTENT,
    unless: TALK,
  },
  {
    ...indirect,
    id: 'meaning/send-data-out',
    severity: 'critical',
    score: 0.8,
    threatType: 'exfiltration',
    references: ['LLM02', 'AML.T0086'],
    message: 'The text tells the model to send private data elsewhere.',
    steps: [
      ['SEND_V'],
      ['PRIVATE_DATA_N', 'CREDENTIAL_N', 'PROMPT_N'],
      ['EXT_TARGET', 'LINK_N'],
    ],
    gap: 6,
    sources: CONTENT,
    unless: TALK,
  },
]);
