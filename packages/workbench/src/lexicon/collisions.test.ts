import { describe, expect, it } from 'vitest';
import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import { KEY_MASK } from '../../../core/src/semantics/lexicon.js';
import { withoutCollisions } from './collisions.js';

const seen = createSweep();
const keyOf = (word: string) => (readWords(word, seen).hash[0] as number) & KEY_MASK;

/** Two words with one key; among some tens of thousands there are such (the birthday problem). */
function twins(): [string, string] {
  const byKey = new Map<number, string>();
  for (let n = 0; ; n++) {
    const word = `w${n.toString(36)}`;
    const other = byKey.get(keyOf(word));
    if (other !== undefined) return [other, word];
    byKey.set(keyOf(word), word);
  }
}

describe('withoutCollisions', () => {
  const [common, entry] = twins();
  const entries = [
    { concept: 'A', words: entry },
    { concept: 'B', words: `never ${entry}` },
    { concept: 'C', words: 'never' },
  ];

  it('leaves out entries with a word that a common word would be taken for', () => {
    expect(withoutCollisions(entries, Array(5).fill(`${common} again`))).toEqual([{ concept: 'C', words: 'never' }]);
  });

  it('keeps them where that word is rare', () => {
    expect(withoutCollisions(entries, [common])).toEqual(entries);
  });

  it('keeps a word that is common itself', () => {
    expect(withoutCollisions(entries, Array(9).fill(`${entry} never`))).toEqual(entries);
  });
});
