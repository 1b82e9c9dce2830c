import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../engines/automaton.js';
import { createSweep } from '../engines/seen.js';
import { sweep } from '../engines/sweep.js';
import { fold } from './fold.js';
import { TextLayer } from './layer.js';

const pieces = fc.constantFrom(
  'Word',
  'a',
  ' ',
  '  ',
  '   ',
  '\n\n',
  '\t',
  '\u0000',
  '\u007f',
  '7',
  '７',
  'é',
  '！',
  '\u200b',
  '😀',
  '-',
  '\u00a0',
);

describe('a layer that a pass has read', () => {
  const automaton = buildAutomaton(['word']);
  const seen = createSweep();

  it('folds as it would on its own', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const layer = TextLayer.original(text);
        sweep(text, automaton, seen);
        layer.foldsByCase = seen.foldsByCase;
        const { folded, cased } = fold(text);
        expect([layer.folded, layer.cased]).toEqual([folded, cased]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is known to need no more than lower case where that is so', () => {
    sweep('Plain text, with 2 lines.\n\nAnd “no” more?'.replace(/[“”]/g, '"'), automaton, seen);
    expect(seen.foldsByCase).toBe(true);
  });
});

describe('an offset of the folded text', () => {
  it('is that of the first unit that comes of what stands there or later', () => {
    const grown = fc.constantFrom(
      'a',
      ' ',
      '   ',
      '\n\n\n',
      '\u200b',
      '\u200b\u200b\u200b',
      'ﬁ',
      'ß',
      '㍿',
      '😀',
      '\u{e0041}',
      'é',
    );
    fc.assert(
      fc.property(fc.array(grown, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const layer = TextLayer.original(text);
        const { starts, folded } = fold(text);
        for (let offset = 0; offset < text.length + 3; offset++) {
          const first = starts?.findIndex((start) => start >= offset) ?? offset;
          expect(layer.foldedOffset(offset)).toBe(first < 0 ? folded.length : first);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
