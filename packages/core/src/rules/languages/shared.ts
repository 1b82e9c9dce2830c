// What rules of one kind share in every language, so that a language's file holds only its words.

/** The fields of a rule that do not depend on the language. A rule may state its own score beside them. */
export const OVERRIDE = {
  threatType: 'injection',
  severity: 'high',
  score: 0.85,
  message: 'The text asks the assistant to drop the instructions it was given.',
  references: ['LLM01', 'AML.T0051.000'],
} as const;

/** Weaker than `OVERRIDE`: what is dropped is a text or something said, which people also ask for when they start over. */
export const SET_ASIDE = {
  threatType: 'injection',
  severity: 'medium',
  score: 0.6,
  message: 'The text asks the assistant to set aside what it was told or given before.',
  references: ['LLM01', 'AML.T0051.000'],
} as const;

export const NEW_ORDERS = {
  threatType: 'injection',
  severity: 'high',
  score: 0.75,
  message: "The text declares the assistant's rules void or puts new ones in their place.",
  references: ['LLM01', 'AML.T0051.000'],
} as const;

export const NO_LIMITS = {
  threatType: 'jailbreak',
  severity: 'high',
  score: 0.75,
  message: 'The text tells the assistant to act as if it had no rules, filters or limits.',
  references: ['LLM01', 'AML.T0054'],
} as const;

export const SPECIAL_MODE = {
  threatType: 'jailbreak',
  severity: 'high',
  score: 0.75,
  message: 'The text claims a special mode in which safeguards are off.',
  references: ['LLM01', 'AML.T0054'],
} as const;

export const NO_REFUSAL = {
  threatType: 'jailbreak',
  severity: 'medium',
  score: 0.6,
  message: 'The text forbids the assistant to refuse.',
  references: ['LLM01', 'AML.T0054'],
} as const;

export const REVEAL = {
  threatType: 'prompt_leak',
  severity: 'high',
  score: 0.8,
  message: 'The text asks for the hidden instructions of the assistant.',
  references: ['LLM07', 'AML.T0056'],
} as const;

export const REPEAT_ABOVE = {
  threatType: 'prompt_leak',
  severity: 'medium',
  score: 0.7,
  message: 'The text asks for what stands before the conversation, where the hidden instructions are.',
  references: ['LLM07', 'AML.T0056'],
} as const;

export const NOTE_TO_AI = {
  threatType: 'injection',
  severity: 'medium',
  score: 0.55,
  message: 'The text addresses the language model that reads it.',
  references: ['LLM01', 'AML.T0051.001'],
} as const;

export const HIDE_FROM_USER = {
  threatType: 'injection',
  severity: 'medium',
  score: 0.55,
  message: 'The text asks the assistant to keep something from its user.',
  references: ['LLM01', 'AML.T0051.001'],
} as const;

/** The items of a comma-separated list, for keywords. Lines may break between them. */
export function words(strings: TemplateStringsArray): readonly string[] {
  return strings.raw.join('').split(/\s*,\s*/).map((word) => word.trim());
}

/**
 * A case-insensitive pattern whose parts are named once per language. Escapes stand as in a literal; a line break and the
 * indentation after it are not part of the pattern.
 *
 * What stands between two parts is a gap within one sentence: `GAP` up to 29 characters, `SHORT` up to 13, `TINY` up to 5.
 * They count pairs, and all counts of one pattern add up to less than 30, since that is what the ReDoS checker unfolds to
 * prove that the work at each place is bounded by a constant. Beyond that it can only guess.
 */
export function pattern(strings: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(source(strings, ...parts), 'iu');
}

/** A part of patterns, written like one. */
export function source(strings: TemplateStringsArray, ...parts: readonly string[]): string {
  return String.raw(strings, ...parts).replace(/\n\s*/g, '');
}

const WITHIN_SENTENCE = '[^.!?。।؟]';
const pairs = (most: number) => `${WITHIN_SENTENCE}??(?:${WITHIN_SENTENCE}${WITHIN_SENTENCE}){0,${most}}?`;

export const GAP = pairs(14);
export const SHORT = pairs(6);
export const TINY = pairs(2);
/** Takes up to 8 more characters, so that `without` sees a "not" or "for" that follows. */
export const TAIL = `${WITHIN_SENTENCE}{0,8}`;

/** Where a word starts, in any script: `\b` knows only ASCII letters. */
export const START = String.raw`(?<!\p{L})`;

/** A check that rejects a match in which one of these words occurs, such as "never" or "our". They are written as folded. */
export function without(words: RegExp): (match: string) => boolean {
  return (match) => !words.test(match);
}
