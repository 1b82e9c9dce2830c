// Which forms of entries are worth their bytes: a form of several words that next to no text has ever had teaches the classifier nothing.
import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import type { LexiconEntry } from './read.js';

/** Rows of words longer than this are looked for by their beginning. */
const MAX_TOKENS = 12;

/**
 * Keeps forms of one word, forms with an open ending, forms in scripts without blanks, and of the others those that occur in the texts more than once.
 * The entries of the files expand to half a million forms, most of them variants that nobody writes.
 */
export function selectForms(entries: readonly LexiconEntry[], texts: Iterable<string>): LexiconEntry[] {
  const seen = createSweep();
  const rare = new Map<string, LexiconEntry[]>();
  const kept: LexiconEntry[] = [];
  const beginnings = new Set<number>();
  const once = new Set<string>();
  for (const entry of entries) {
    const { count, hash } = readWords(entry.words, seen);
    if (!entry.words.includes(' ') || entry.words.includes('*') || count < 2) {
      kept.push(entry);
      continue;
    }
    const key = hash.subarray(0, Math.min(count, MAX_TOKENS)).join(' ');
    beginnings.add(pairKey(hash[0] as number, hash[1] as number));
    const same = rare.get(key);
    if (same === undefined) rare.set(key, [entry]);
    else same.push(entry);
  }
  for (const text of texts) {
    const { count, hash } = readWords(text, seen);
    for (let from = 0; from + 1 < count; from++) {
      if (!beginnings.has(pairKey(hash[from] as number, hash[from + 1] as number))) continue;
      let key = String(hash[from]);
      for (let to = from + 1; to < Math.min(count, from + MAX_TOKENS); to++) {
        key += ` ${hash[to]}`;
        const found = rare.get(key);
        if (found === undefined) continue;
        if (!once.has(key)) {
          once.add(key);
          continue;
        }
        kept.push(...found);
        rare.delete(key);
      }
    }
  }
  return kept;
}

function pairKey(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) >>> 0;
}
