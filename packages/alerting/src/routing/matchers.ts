import { invalidOption } from '../check.js';

/** What a label must be. An absent label is the empty text. */
export type Matcher =
  | string
  | readonly string[]
  | { readonly not: string | readonly string[] }
  /** A regular expression that must match the whole value. */
  | { readonly matches: string };

/** Conditions on labels, all of which must hold. */
export type Matchers = Readonly<Record<string, Matcher>>;

/** Whether labels meet compiled conditions. */
export type LabelTest = (labels: Readonly<Record<string, string>>) => boolean;

/**
 * Compiles conditions on labels. No conditions match everything.
 *
 * @throws SentinelError INVALID_OPTION for what is no matcher.
 */
export function compileMatchers(option: string, matchers: Matchers): LabelTest {
  if (typeof matchers !== 'object' || matchers === null || Array.isArray(matchers)) {
    throw invalidOption(`\`${option}\` must be an object of labels and what they must be.`);
  }
  const tests = Object.entries(matchers).map(([label, matcher]) => ({ label, test: compile(option, label, matcher) }));
  return (labels) => tests.every(({ label, test }) => test(Object.hasOwn(labels, label) ? labels[label]! : ''));
}

function compile(option: string, label: string, matcher: Matcher): (value: string) => boolean {
  if (isTexts(matcher)) return anyOf(matcher);
  if (typeof matcher === 'object' && matcher !== null) {
    if ('not' in matcher && isTexts(matcher.not)) {
      const excluded = anyOf(matcher.not);
      return (value) => !excluded(value);
    }
    if ('matches' in matcher && typeof matcher.matches === 'string') return wholeMatch(option, label, matcher.matches);
  }
  throw invalidOption(`\`${option}.${label}\` must be a text, texts, { not } or { matches }.`);
}

function isTexts(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

function anyOf(values: string | readonly string[]): (value: string) => boolean {
  const wanted = new Set(typeof values === 'string' ? [values] : values);
  return (value) => wanted.has(value);
}

function wholeMatch(option: string, label: string, source: string): (value: string) => boolean {
  try {
    const pattern = new RegExp(`^(?:${source})$`, 'u');
    return (value) => pattern.test(value);
  } catch {
    throw invalidOption(`\`${option}.${label}.matches\` must be a regular expression.`);
  }
}
