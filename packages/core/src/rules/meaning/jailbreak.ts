import { defineConceptRules } from '../../semantics/concept-rule.js';
import { TALK } from './talk.js';

const jailbreak = { threatType: 'jailbreak', references: ['LLM01', 'AML.T0054'] } as const;

export const jailbreakMeanings = defineConceptRules([
  {
    ...jailbreak,
    id: 'meaning/persona-without-limits',
    severity: 'high',
    score: 0.85,
    message: 'The text gives the model a role that knows no rules.',
    steps: [
      ['NO_LIMITS', 'NEVER_REFUSE'],
      ['BECOME', 'PRETEND_V', 'SIMULATE', 'EVIL_ROLE', 'PERSONA_N', 'CHARACTER_N', 'MODE'],
    ],
    gap: 8,
    unless: TALK,
  },
  {
    ...jailbreak,
    id: 'meaning/answer-without-limits',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to answer without its limits.',
    steps: [['NO_LIMITS'], ['NEVER_REFUSE', 'FROM_NOW', 'NO_LESSON', 'NOT_ANYMORE', 'DISABLE_V']],
    gap: 8,
    acrossSentences: true,
    unless: TALK,
  },
  {
    ...jailbreak,
    id: 'meaning/never-refuse',
    severity: 'high',
    score: 0.8,
    message: 'The text forbids the model to refuse.',
    steps: [['NEVER_REFUSE'], ['NO_LESSON', 'PREFIX_FORCE', 'SAY_FORCED', 'FROM_NOW', 'HARM_TOPIC', 'DISCLAIMER_N']],
    gap: 10,
    acrossSentences: true,
    unless: TALK,
  },
  {
    ...jailbreak,
    id: 'meaning/switch-off-safety',
    severity: 'high',
    score: 0.85,
    message: "The text switches the model's safety off.",
    steps: [
      ['DISABLE_V', 'BYPASS_V'],
      ['LIMIT_N', 'SAFETY_N', 'ETHICS'],
      ['YOU', 'YOUR', 'MODE', 'ASSISTANT', 'FROM_NOW'],
    ],
    gap: 5,
    unless: TALK,
  },
  {
    ...jailbreak,
    id: 'meaning/mode-without-limits',
    severity: 'high',
    score: 0.8,
    message: 'The text announces a mode in which rules do not hold.',
    steps: [['MODE'], ['NO_LIMITS', 'NEVER_REFUSE', 'EVIL_ROLE', 'OPPOSITE']],
    gap: 8,
    acrossSentences: true,
    unless: TALK,
  },
]);
