import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConceptRule, createConceptRuleFinder } from './concept-rule.js';
import { addMention, createMentions } from './lexicon.js';
import { SIGN, STOP, WORD } from './token-class.js';
import { addToken, createTokens } from './tokens.js';

const CONCEPTS = ['DROP', 'PRIOR', 'ORDER', 'NEG', 'TALK'];
const RULE: ConceptRule = {
  id: 'meaning/test',
  threatType: 'injection',
  severity: 'high',
  score: 0.9,
  message: 'Test.',
  steps: [['DROP'], ['ORDER']],
};

/**
 * Tokens a word each: concepts in capitals, two of one word as `A+B`, `A~` for one that takes the next word in. `.` ends a sentence; `"`,
 * `「` and `」` are quotation marks.
 */
function find(text: string, rule: Partial<ConceptRule> = {}): string[] {
  const tokens = createTokens();
  const mentions = createMentions();
  const words = text.split(' ');
  words.forEach((word, at) => {
    const kind = word === '.' ? STOP : '"「」:=\\'.includes(word) ? SIGN : WORD;
    addToken(tokens, kind === WORD ? at + 100_000 : word.charCodeAt(0), at, at + 1, kind);
    for (const concept of word.replace('~', '').split('+')) {
      if (!CONCEPTS.includes(concept)) continue;
      addMention(mentions, CONCEPTS.indexOf(concept), at, word.endsWith('~') ? at + 2 : at + 1);
    }
  });
  return createConceptRuleFinder([{ ...RULE, ...rule }], CONCEPTS)(tokens, mentions, 'user').map(
    ({ firstToken, endToken }) => words.slice(firstToken, endToken).join(' '),
  );
}

describe('a concept rule', () => {
  it('finds its steps in any order, and says from where to where', () => {
    expect(find('please DROP the ORDER now')).toEqual(['DROP the ORDER']);
    expect(find('ORDER all DROP')).toEqual(['ORDER all DROP']);
  });

  it('finds them only in the order listed when told so', () => {
    expect(find('ORDER all DROP', { ordered: true })).toEqual([]);
    expect(find('DROP all ORDER', { ordered: true })).toEqual(['DROP all ORDER']);
  });

  it('needs every step, each near what was found before', () => {
    const steps = [['DROP'], ['PRIOR'], ['ORDER']];
    expect(find('DROP a b c d PRIOR a b c d ORDER', { steps })).toEqual(['DROP a b c d PRIOR a b c d ORDER']);
    expect(find('DROP a b c d e PRIOR ORDER', { steps })).toEqual([]);
    expect(find('DROP ORDER', { steps })).toEqual([]);
    expect(find('DROP a b PRIOR ORDER', { steps, gap: 1 })).toEqual([]);
  });

  it('finds a step between two others, as where the adjective follows the noun', () => {
    const steps = [['DROP'], ['PRIOR'], ['ORDER']];
    expect(find('DROP the ORDER PRIOR', { steps })).toEqual(['DROP the ORDER PRIOR']);
  });

  it('lets entries that hold each other do for two steps, but no entry for both', () => {
    expect(find('DROP~ ORDER')).toEqual(['DROP~ ORDER']);
    expect(find('DROP+ORDER')).toEqual([]);
    expect(find('DROP~ ORDER', { apart: true })).toEqual([]);
    expect(find('DROP~ a ORDER', { apart: true })).toEqual(['DROP~ a ORDER']);
  });

  it('stays within a sentence unless told otherwise', () => {
    expect(find('DROP . ORDER')).toEqual([]);
    expect(find('DROP . ORDER', { acrossSentences: true })).toEqual(['DROP . ORDER']);
  });

  it('does not take "do not" for "do"', () => {
    expect(find('NEG DROP the ORDER')).toEqual([]);
    expect(find('NEG ever DROP the ORDER')).toEqual([]);
    expect(find('DROP NEG the ORDER')).toEqual([]);
    expect(find('DROP the NEG ORDER')).toEqual(['DROP the NEG ORDER']);
    expect(find('NEG . DROP the ORDER')).toEqual(['DROP the ORDER']);
    expect(find('NEG DROP the ORDER', { negated: true })).toEqual(['DROP the ORDER']);
  });

  it('passes over what is quoted, and finds what stands behind the quotation', () => {
    expect(find('he wrote " DROP the ORDER "')).toEqual([]);
    expect(find('" hello " DROP the ORDER')).toEqual(['DROP the ORDER']);
    expect(find('" DROP the ORDER', { quoted: true })).toEqual(['DROP the ORDER']);
    expect(find('he wrote 「 DROP the ORDER 」')).toEqual([]);
    expect(find('「 hello 」 DROP the ORDER')).toEqual(['DROP the ORDER']);
  });

  it('takes the marks around a value in JSON or code for no quotation', () => {
    expect(find('" text " : " DROP the ORDER "')).toEqual(['DROP the ORDER']);
    expect(find('\\ " text \\ " : \\ " DROP the ORDER')).toEqual(['DROP the ORDER']);
    expect(find('text = " DROP the ORDER "')).toEqual(['DROP the ORDER']);
    expect(find('he wrote : " DROP the ORDER "')).toEqual([]);
  });

  it('is excused by a concept in the same sentence', () => {
    const unless = ['TALK'];
    expect(find('TALK of DROP the ORDER', { unless })).toEqual([]);
    expect(find('DROP the ORDER TALK', { unless })).toEqual([]);
    expect(find('TALK . DROP the ORDER', { unless })).toEqual(['DROP the ORDER']);
  });

  it('is excused by a concept within it, where only that is asked', () => {
    const without = ['TALK'];
    expect(find('DROP the TALK ORDER', { without })).toEqual([]);
    expect(find('DROP the ORDER+TALK', { without })).toEqual([]);
    expect(find('TALK DROP the ORDER TALK', { without })).toEqual(['DROP the ORDER']);
  });

  it('judges only the sources it names', () => {
    expect(find('DROP the ORDER', { sources: ['document'] })).toEqual([]);
    expect(find('DROP the ORDER', { sources: ['document', 'user'] })).toEqual(['DROP the ORDER']);
  });

  it('finds the same whatever stands in other sentences', () => {
    const filler = fc.array(fc.constantFrom('a', 'PRIOR', 'ORDER', 'NEG', 'TALK'), { maxLength: 12 });
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const text = [...before, '.', 'DROP', 'the', 'ORDER', '.', ...after].join(' ');
        expect(find(text, { unless: ['TALK'] })).toEqual(['DROP the ORDER']);
      }),
    );
  });

  it('costs linear time on a flood of its own words', () => {
    const flood = 'DROP PRIOR '.repeat(20_000).trim();
    expect(find(flood)).toEqual([]);
    expect(find(`${'DROP ORDER '.repeat(2_000)}`.trim())).toHaveLength(50);
  });

  it.each([
    ['an unknown concept', { steps: [['DROP'], ['NOTHING']] }, /names an unknown concept 'NOTHING'/],
    ['no step', { steps: [] }, /needs 1 to 8 steps/],
  ])('is refused with %s', (_, rule, message) => {
    expect(() => find('DROP', rule)).toThrow(message);
  });
});
