// Keys of words are 28 bits of their hashes, so a few words of everyday texts have the key of a lexicon word that they have nothing to do with.

import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import { foldText } from '../../../core/src/normalize/fold.js';
import { KEY_MASK } from '../../../core/src/semantics/lexicon.js';
import { WORD } from '../../../core/src/semantics/token-class.js';
import { finishHash, HASH_START, hashUnit } from '../../../core/src/semantics/tokens.js';
import type { LexiconEntry } from './read.js';

/** Leaves out entries with a word that a different, common word of the texts would be taken for. */
export function withoutCollisions(entries: readonly LexiconEntry[], texts: Iterable<string>): LexiconEntry[] {
  const known = entries.map(({ words }) => hashesOf(words));
  const words = byKey(known.flatMap((entry) => entry.words));
  const stems = byKey(known.flatMap((entry) => entry.stems));
  const mistaken = new Set<number>();
  for (const { hash, prefixes } of commonWords(texts)) {
    for (const other of othersWithKeyOf(hash, words)) mistaken.add(other);
    for (const prefix of prefixes) for (const other of othersWithKeyOf(prefix, stems)) mistaken.add(other);
  }
  return entries.filter((_, index) => {
    const entry = known[index] as (typeof known)[number];
    return ![...entry.words, ...entry.stems].some((hash) => mistaken.has(hash));
  });
}

function othersWithKeyOf(hash: number, known: ReadonlyMap<number, ReadonlySet<number>>): number[] {
  return [...(known.get(hash & KEY_MASK) ?? [])].filter((other) => other !== hash);
}

function byKey(hashes: readonly number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const map = new Map<number, Set<number>>();
  for (const hash of hashes) {
    const same = map.get(hash & KEY_MASK);
    if (same === undefined) map.set(hash & KEY_MASK, new Set([hash]));
    else same.add(hash);
  }
  return map;
}

const seen = createSweep();

function hashesOf(words: string): { words: number[]; stems: number[] } {
  const parts = words.split(' ');
  const stems = parts.filter((part) => part.length > 2 && part.endsWith('*'));
  const { count, hash, kind } = readWords(parts.filter((part) => !stems.includes(part)).join(' '), seen);
  return {
    words: Array.from({ length: count }, (_, k) => k)
      .filter((k) => kind[k] === WORD)
      .map((k) => hash[k] as number),
    stems: stems.map((stem) => finishHash(prefixHashes(foldText(stem.slice(0, -1))).at(-1) ?? HASH_START)),
  };
}

/** Words rarer than this are not worth a lexicon entry. */
const MIN_OCCURRENCES = 5;

/** Each common word of the texts once, with the hashes of all its beginnings. */
function* commonWords(texts: Iterable<string>): Generator<{ hash: number; prefixes: number[] }> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const { count, hash, kind, start, end } = readWords(text, seen);
    for (let k = 0; k < count; k++) {
      const word = hash[k] as number;
      if (kind[k] !== WORD) continue;
      const met = (counts.get(word) ?? 0) + 1;
      counts.set(word, met);
      if (met !== MIN_OCCURRENCES) continue;
      yield { hash: word, prefixes: prefixHashes(foldText(text.slice(start[k], end[k]))).map(finishHash) };
    }
  }
}

function prefixHashes(word: string): number[] {
  let hash = HASH_START;
  return Array.from({ length: word.length }, (_, at) => {
    hash = hashUnit(hash, word.charCodeAt(at));
    return hash;
  });
}
