import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from './automaton.js';
import { createSweep } from './seen.js';
import { sweep } from './sweep.js';

/** [keyword, end] pairs by the definition: every place where a keyword stands. */
function naive(text: string, keywords: readonly string[]): string[] {
  const found: string[] = [];
  keywords.forEach((keyword, number) => {
    for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1))
      found.push(`${number}@${at + keyword.length}`);
  });
  return found.sort();
}

function hits(text: string, keywords: readonly string[]): string[] {
  const seen = createSweep();
  const automaton = buildAutomaton(keywords);
  sweep(text, automaton, seen);
  return Array.from({ length: seen.hitCount }, (_, k) => {
    const state = seen.hits[k * 2] as number;
    const ended = automaton.outputs.slice(automaton.firstOutput[state], automaton.firstOutput[state + 1]);
    return Array.from(ended, (keyword) => `${keyword}@${seen.hits[k * 2 + 1]}`);
  })
    .flat()
    .sort();
}

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '-', '@', 'д', 'е', '令', '指'),
  minLength: 1,
  maxLength: 5,
});

describe('the keyword automaton', () => {
  it('finds exactly what a search for each keyword finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '@', 'д', 'е', '令', '指', 'x', 'ж'), maxLength: 60 }),
        (keywords, text) => {
          expect(hits(text, keywords)).toEqual(naive(text, keywords));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes any run of white space for one blank', () => {
    expect(hits('you  \t\n are', ['you are'])).toEqual(['0@11']);
    expect(hits('you\u00a0 \u2003 are', ['you are'])).toEqual(['0@10']);
  });

  it('looks through case, accents, width and invisible characters', () => {
    expect(hits('ÍG\u200bNÓRÉ ｉｇｎｏｒｅ', ['ignore'])).toEqual(['0@14', '0@7']);
  });

  it('stays exact beyond 32,767 states', () => {
    const keywords = Array.from({ length: 4000 }, (_, k) => `${k.toString(36)}-${(k * 7919).toString(36)}-end`);
    expect(hits(`x ${keywords[3999]} y`, keywords)).toEqual(naive(`x ${keywords[3999]} y`, keywords));
  });

  it('says so when there are too many different characters', () => {
    const keywords = Array.from({ length: 5000 }, (_, k) => String.fromCharCode(0x4e00 + k));
    expect(() => buildAutomaton(keywords)).toThrow(RangeError);
  });
});
