import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tokens } from '../semantics/tokens.js';
import { buildAutomaton } from './automaton.js';
import { createSweep } from './seen.js';
import { readWords, sweepOn } from './sweep.js';

/** Words and signs of a text, each as the numbers a pass gives it. */
function tokens(text: string): readonly (readonly number[])[] {
  return tokensOf(readWords(text, createSweep()));
}

function tokensOf({ count, hash, start, end, kind }: Tokens): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, k) => [hash[k], start[k], end[k], kind[k]] as number[]);
}

// What becomes one word or sign, several, part of one, or nothing.
const piece = fc.constantFrom(
  'Ab',
  'é',
  '…',
  '㎏',
  'ﷺ',
  '\u00a0',
  ' ',
  '12',
  ',',
  '令',
  '😀',
  '\u200b',
  '\ud83d',
  'ж',
  '\ufffe',
  '\uffff',
);

describe('the words of a pass', () => {
  it('are the same wherever a block of it ends', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 4080, max: 4096 }), (pieces, length) => {
        const text = pieces.join('');
        const before = ` ${'x'.repeat(length - 2)} `;
        const moved = tokens(text).map(([hash, start = 0, end = 0, kind]) => [
          hash,
          start + length,
          end + length,
          kind,
        ]);
        expect(tokens(before + text).slice(1)).toEqual(moved);
      }),
    );
  });

  it('are all kept where characters stand for several of them', () => {
    for (const count of [20, 180, 350, 2900]) {
      expect(tokens('…'.repeat(count)).length).toBe(3 * count);
      const [one, two] = tokens(`${'…'.repeat(count)} one two `).slice(3 * count);
      expect(one?.slice(1)).toEqual([count + 1, count + 4, 1]);
      expect(two?.slice(1)).toEqual([count + 5, count + 8, 1]);
    }
  });

  it('begin behind a pair of surrogates that the end of a block divides', () => {
    const text = `${'x'.repeat(4095)}😀 one`;
    expect(tokens(text).map(([, start, end]) => [start, end])).toEqual([
      [0, 4095],
      [4095, 4097],
      [4095, 4097],
      [4098, 4101],
    ]);
  });

  it('are the same where a text comes in two pieces', () => {
    const automaton = buildAutomaton([]);
    // What the first pass leaves in the block are letters, and the second one begins anew.
    for (let at = 0; at < 12; at++) {
      const text = `${'a'.repeat(at)}😀b c`;
      for (let cut = 3; cut < text.length; cut++) {
        tokens('letters'.repeat(4));
        const seen = createSweep();
        sweepOn(text.slice(0, cut), automaton, seen);
        sweepOn(`${text}  `, automaton, seen);
        expect(tokensOf(seen.words)).toEqual(tokens(text));
      }
    }
  });
});
