import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBacktracker } from './backtracker.fixture.js';
import { parsePattern, Unsupported } from './parse.js';

// Pieces that are easily told apart wrongly: what they mean depends on flags, on groups elsewhere and on their
// neighbours.
const PIECES = [
  ...['a', 'b', 'é', '\u{1f600}', '.', '/', '\n', '}', '{', ']'],
  ...['(', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?<n>', ')', ')', ')', '|'],
  ...['*', '+', '?', '??', '*?', '{2}', '{1,}', '{,2}', '{0,2}?'],
  ...['[ab]', '[^a]', '[]', '[^é]', '[\\]a]', '[[a]', '[[ab]--b]', '[\\d-a]'],
  ...['\\1', '\\2', '\\8', '\\k<n>', '\\k', '\\b', '\\B', '^', '$'],
  ...['\\w', '\\S', '\\u0061', '\\x61', '\\u{61}', '\\141', '\\0', '\\cA', '\\p{L}', '\\ud83d\\ude00'],
];
const FLAGS = ['', 'i', 'u', 'v', 'iu', 'm', 's', 'iv', 'mu'];
const LETTERS = ['a', 'b', 'a', 'b', 'A', '\u{1f600}', '\n', '1', 'é', 'É', 'u', 'k', '8', '{', '}', '2', ','];

const source = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));
const text = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 8 });

describe('parsePattern', () => {
  it('reads every pattern the way the engine does', () => {
    let compared = 0;
    fc.assert(
      fc.property(source, fc.constantFrom(...FLAGS), text, (pattern, flags, input) => {
        const engine = compile(pattern, `${flags}y`);
        fc.pre(engine !== undefined);
        const attempt = createBacktracker(pattern, flags);
        engine.lastIndex = 0;
        expect(attempt(input, 0).end).toBe(engine.test(input) ? engine.lastIndex : null);
        compared++;
      }),
      { seed: 1, numRuns: 3000, maxSkipsPerRun: 20 },
    );
    expect(compared).toBe(3000);
  });

  it('knows where a repetition stands', () => {
    const { root } = parsePattern('x(?:ab)+?y', '');
    expect(root).toMatchObject({ parts: [{ parts: [{}, { type: 'repeat', lazy: true, start: 1, end: 9 }, {}] }] });
  });

  it('lists inner groups before outer ones, under the numbers and names of the engine', () => {
    const { groups } = parsePattern('((?<inner>a)|(b))(?<last>c)', 'u');
    expect(groups.map(({ index, name }) => [index, name])).toEqual([
      [2, 'inner'],
      [3, undefined],
      [1, undefined],
      [4, 'last'],
    ]);
  });

  it.runIf(compile('(?i:a)', ''))('follows flags that change inside the pattern', () => {
    const { root } = parsePattern('(?i-s:.)(?s:.).', 's');
    const flags = JSON.stringify(root).match(/(?<="flags":")\w*/g);
    expect(flags).toEqual(['i', 's', 's']);
  });

  it.each([
    ['[\\q{abc|d}]', 'v', '\\q{'],
    ['\\p{RGI_Emoji}', 'v', '\\p{RGI_'],
    ['a\\c', '', '\\c'],
    [`${'('.repeat(300)}${')'.repeat(300)}`, '', undefined],
  ])('refuses %s with flags "%s"', (pattern, flags, at) => {
    expect(compile(pattern, flags)).toBeDefined();
    const refusal = expect.objectContaining({ ...(at && { at }) });
    expect(() => parsePattern(pattern, flags)).toThrow(Unsupported);
    expect(() => parsePattern(pattern, flags)).toThrow(refusal);
  });
});

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
