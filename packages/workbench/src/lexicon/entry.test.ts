import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandEntry } from './entry.js';

const NONE = new Map<string, readonly string[]>();

describe('expandEntry', () => {
  it('takes each alternative, with and without what may be left out', () => {
    expect(expandEntry('(ignore|pay no heed to) (all)? rules', NONE)).toEqual([
      'ignore all rules',
      'ignore rules',
      'pay no heed to all rules',
      'pay no heed to rules',
    ]);
  });

  it('takes each ending of an inflection class, also within alternatives', () => {
    const inflections = new Map([['v', ['e', 'ing', '']]]);
    expect(expandEntry('(ignor+v|drop) it', inflections)).toEqual(['ignore it', 'ignoring it', 'ignor it', 'drop it']);
  });

  it('leaves words without an operator as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zà-ž\u0400-\u04ff*.,]{1,12}$/), { minLength: 1, maxLength: 6 }),
        (words) => {
          expect(expandEntry(words.join(' '), NONE)).toEqual([words.join(' ')]);
        },
      ),
    );
  });

  it.each([
    ['an unknown class', 'ignor+v', /inflection class 'v'/],
    ['an open bracket', '(ignore rules', /Unbalanced brackets/],
    ['a stray bar', 'ignore|rules', /Unbalanced brackets/],
    ['more forms than anybody meant', '(a|b) '.repeat(30), /More than 20000 forms/],
  ])('refuses %s', (_, entry, message) => {
    expect(() => expandEntry(entry, NONE)).toThrow(message);
  });
});
