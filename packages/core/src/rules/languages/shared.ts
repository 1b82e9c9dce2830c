import { foldText } from '../../normalize/fold.js';

// What rules of one kind share in every language, so that a language's file holds only its words.

/** The fields of a rule that do not depend on the language. Where they name no score, a rule has to. */
export const OVERRIDE = {
  threatType: 'injection',
  severity: 'high',
  message: 'The text asks the assistant to drop the instructions it was given.',
  references: ['LLM01', 'AML.T0051.000'],
} as const;

// Looks back from a line break, which stands for the match: over at most one word ("please") to a quotation mark. One
// that opens a value of JSON quotes nothing, and one inside a word is an apostrophe.
const NOT_QUOTED =
  /(?<!(?:["\u300c\u300e\u300a]|(?<![^\s(])')(?:[^\s"',]{1,9},?\s?)?)\n|["']\s?:\s?["'](?:[^\s"',]{1,9},?\s?)?\n/i;

/**
 * The score of a match, unless a quotation mark opens right before it. Who teaches, reports or asks about attacks
 * quotes the very words of one; that is worth a note, but must not stop a text, even if two rules find it.
 */
export function unlessQuoted(score: number) {
  return { score: 0.42, context: { pattern: NOT_QUOTED, score, within: 20 } } as const;
}

/** Weaker than `OVERRIDE`: what is dropped is a text or something said, as people ask when they start over. */
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
 * A case-insensitive pattern whose parts are named once per language. Escapes stand as in a literal; a line break and
 * the indentation after it are not part of the pattern. Marks that folding drops by themselves (the nukta of Indic
 * scripts, Arabic vowels) must not be in it. Letters are ranges of the language's script, since `\w` and `\b` know
 * only ASCII and `\p{L}` costs a tenth of a millisecond a pattern at import.
 *
 * What stands between two parts is a gap within one sentence: `GAP` up to 29 characters, `SHORT` up to 13, `TINY` up
 * to 5. They count pairs, and all counts of one pattern add up to less than 30: up to there the ReDoS checker unfolds
 * them, and proves that the work at each place is bounded by a constant. Beyond that it can only try samples.
 */
export function pattern(strings: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(source(strings, ...parts), 'i');
}

/** A part of patterns, written like one. */
export function source(strings: TemplateStringsArray, ...parts: readonly string[]): string {
  return strings.raw.map((text, index) => text.replace(/\n\s*/g, '') + (parts[index] ?? '')).join('');
}

const WITHIN_SENTENCE = '[^.!?。।؟]';
const pairs = (most: number) => `${WITHIN_SENTENCE}??(?:${WITHIN_SENTENCE}${WITHIN_SENTENCE}){0,${most}}?`;

export const GAP = pairs(14);
export const SHORT = pairs(6);
export const TINY = pairs(2);
/** Takes up to 8 more characters, so that `without` sees a "not" or "for" that follows. */
export const TAIL = `${WITHIN_SENTENCE}{0,8}`;

/** A check that rejects a match in which one of these words occurs, such as "never" or "our". */
export function without(...words: readonly RegExp[]): (match: string) => boolean {
  // Folded like the text they see, when first needed: most rules never match anything.
  let folded: readonly RegExp[] | undefined;
  return (match) => {
    folded ??= words.map(({ source, flags }) => new RegExp(source.replace(/[^\x00-\x7f]/gu, foldText), flags));
    return !folded.some((word) => word.test(match));
  };
}
