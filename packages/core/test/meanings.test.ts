// The one test of all rules by meaning. It finds the families by their files, so a new family needs no line here.
import { describe, expect, it } from 'vitest';
import type { RuleExamples } from '../src/rule.js';
import { conceptRules } from '../src/rules/index.js';
import { createMeaningFinder } from './find-with-meaning.js';

const modules = import.meta.glob<Readonly<Record<string, Readonly<Record<string, RuleExamples>>>>>(
  '../src/rules/meaning/*.examples.ts',
  { eager: true },
);
const examples: Readonly<Record<string, RuleExamples>> = Object.assign(
  {},
  ...Object.values(modules).flatMap(Object.values),
);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: '\u0430',
  e: '\u0435',
  o: '\u043e',
  p: '\u0440',
  c: '\u0441',
};
const isLatin = (text: string) => !/[\u0370-\u1fff\u3040-\ud7ff]/.test(text);

/** Disguises that the pipeline undoes, so that a rule's own example must still be found; null where one makes no sense. */
const DISGUISES: readonly (readonly [name: string, (text: string) => string | null])[] = [
  // Turkish has an i without a dot, which upper and lower case do not bring back.
  ['in capitals', (text) => (/[ıİğş]/.test(text) ? null : text.toUpperCase())],
  ['in full-width letters', (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ['with zero-width spaces', (text) => Array.from(text).join('\u200b')],
  // Within words: a word of look-alikes alone is a word of another script.
  [
    'in look-alike letters',
    (text) => (isLatin(text) ? text.replace(/\B[aeopc]\B/g, (c) => LOOK_ALIKES[c] as string) : null),
  ],
  ['in a Markdown quotation', (text) => `As it says:\n\n${text.replace(/^/gm, '> ')}\n`],
  ['in JSON', (text) => JSON.stringify({ role: 'user', content: text })],
  ['after a long harmless text', (text) => `${'All is well in the garden today. '.repeat(50)}\n${text}`],
];

describe('the list of rules by meaning', () => {
  it('is not accidentally empty', () => {
    expect(conceptRules().length).toBeGreaterThan(40);
  });

  it('has each id once, and all of one family', () => {
    const ids = conceptRules().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^meaning\/[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('has examples for every rule, two of each kind, and rules for all examples', () => {
    expect(Object.keys(examples).sort()).toEqual(
      conceptRules()
        .map(({ id }) => id)
        .sort(),
    );
    const scarce = Object.entries(examples).filter(([, { match, noMatch }]) => match.length < 2 || noMatch.length < 2);
    expect(scarce.map(([id]) => id)).toEqual([]);
  });
});

// A rule without examples fails above.
describe.each(
  conceptRules()
    .filter(({ id }) => id in examples)
    .map((rule) => [rule.id, rule] as const),
)('%s', (id, rule) => {
  const find = createMeaningFinder(rule);
  const { match, noMatch } = examples[id] as RuleExamples;

  it.each(match)('finds %j', (text) => {
    expect(find(text)).not.toEqual([]);
  });

  it.each(noMatch)('does not find %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each(DISGUISES)('still finds its examples %s', (_, disguise) => {
    const missed = match.map(disguise).filter((text) => text !== null && find(text).length === 0);
    expect(missed).toEqual([]);
  });

  it('points into the text', () => {
    for (const text of match) {
      for (const { start, end } of find(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
