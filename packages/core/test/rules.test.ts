// The one test of all rules. It finds the families by their files, so a new family needs no line here.
import { describe, expect, it } from 'vitest';
import { checkRule } from '../src/engines/rule-set.js';
import type { Rule, RuleExamples } from '../src/rule.js';
import { attackRules, piiRules, secretRules } from '../src/rules/index.js';
import { createRuleFinder } from './find-with-rule.js';

type Module = Readonly<Record<string, unknown>>;
// Rules by meaning have a test of their own.
const exampleModules = import.meta.glob<Module>(['../src/rules/**/*.examples.ts', '!../src/rules/meaning/**'], {
  eager: true,
});
const examples: Readonly<Record<string, RuleExamples>> = Object.assign(
  {},
  ...Object.values(exampleModules).flatMap((module) => Object.values(module).filter(isExamples)),
);

function isExamples(value: unknown): value is Record<string, RuleExamples> {
  return (
    typeof value === 'object' && value !== null && Object.values(value as object).every((entry) => 'match' in entry)
  );
}

const rules: readonly Rule[] = [...attackRules(), ...piiRules(), ...secretRules()];
const attackIds = new Set<string>(attackRules().map(({ id }) => id));

/** Disguises that the pipeline undoes, so that a rule's own example must still be found. */
const VARIANTS: readonly (readonly [string, (text: string) => string])[] = [
  ['in JSON', (text) => JSON.stringify({ role: 'user', content: text })],
  ['in a Markdown code block', (text) => `Please look at this:\n\`\`\`\n${text}\n\`\`\`\n`],
  ['after a long harmless text', (text) => `${'All is well in the garden today. '.repeat(200)}\n${text}`],
  ['with zero-width spaces', (text) => Array.from(text).join('\u200b')],
  ['in full-width letters', (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  [
    'in mathematical letters',
    (text) => text.replace(/[a-z]/g, (c) => String.fromCodePoint(0x1d41a + c.charCodeAt(0) - 97)),
  ],
  ['in base64', (text) => btoa(String.fromCharCode(...new TextEncoder().encode(`${text}\n${'.'.repeat(16)}`)))],
];
/** Folding is for rules that see folded text; those of the text's own case keep to letters as they are. */
const CASED_TOO: readonly string[] = ['after a long harmless text'];

describe('the rule list', () => {
  it('is not accidentally empty', () => {
    expect(attackRules().length).toBeGreaterThan(150);
    expect(piiRules().length).toBeGreaterThan(30);
    expect(secretRules().length).toBeGreaterThan(60);
  });

  it('has each id once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has examples for every rule, and rules for all examples', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort());
  });
});

// A rule without examples fails above.
describe.each(rules.filter(({ id }) => id in examples).map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const find = createRuleFinder(rule);
  const { match, noMatch } = examples[id] as RuleExamples;
  const finds = (text: string) => find(text).length > 0;

  it('is well formed', () => {
    expect(() => checkRule(rule)).not.toThrow();
  });

  it.each(match)('finds %j', (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each(noMatch)('does not find %j', (text) => {
    expect(finds(text)).toBe(false);
  });

  it.each(VARIANTS)('still finds its examples %s', (name, disguise) => {
    if (!attackIds.has(id) || (!rule.pattern.ignoreCase && !CASED_TOO.includes(name))) return;
    expect(match.filter((text) => !finds(disguise(text)))).toEqual([]);
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
