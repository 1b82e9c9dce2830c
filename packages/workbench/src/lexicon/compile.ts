import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import { foldText } from '../../../core/src/normalize/fold.js';
import { KEY_MASK, MAX_ENTRY_TOKENS, stemStart } from '../../../core/src/semantics/lexicon.js';
import { encodeNumbers } from '../../../core/src/semantics/numerals.js';
import type { PackedLexicon } from '../../../core/src/semantics/packed.js';
import { WORD } from '../../../core/src/semantics/token-class.js';
import { finishHash, HASH_START, hashUnit } from '../../../core/src/semantics/tokens.js';
import type { Concept, LexiconEntry } from './read.js';
import { buildWordGraph, listStates, mergeSymbols, renamed } from './word-graph.js';

/** Numbers of words are stored in sixteen bits. */
const MAX_NUMBER = 65_535;

/** A token of an entry: the hash of a word, or of the beginning of one. */
interface Part {
  /** Cut to the bits of a key. */
  readonly hash: number;
  readonly text: string;
  readonly isStem: boolean;
}

/**
 * Compiles entries into the tables that core matches with. Rows that go on alike share their states, as in a word graph, so that the many
 * forms of one entry cost little.
 *
 * @throws Error for an entry without a word, or one of more than `MAX_ENTRY_TOKENS`.
 */
export function compileLexicon(entries: readonly LexiconEntry[], concepts: readonly Concept[]): PackedLexicon {
  const parsed = entries.map(({ concept, words }) => ({
    concept: concepts.findIndex(({ name }) => name === concept),
    parts: toParts(words),
  }));
  const words = textsByHash(parsed.flatMap(({ parts }) => parts.filter(({ isStem }) => !isStem)));
  const stems = textsByHash(parsed.flatMap(({ parts }) => parts.filter(({ isStem }) => isStem)));
  const places = new Map([...stems.values()].map((stem, rank) => [stem, rank + 1]));
  const wordStems = [...words.values()].map((text) => longestStem(text, places));

  // Numbered by hash, stems behind words, until it shows which words are nowhere told apart.
  const numbers = new Map([...words.keys()].map((hash, rank) => [hash, rank + 1]));
  const stemNumbers = new Map([...stems.keys()].map((hash, rank) => [hash, words.size + rank + 1]));
  const graph = buildWordGraph(
    parsed.map(({ concept, parts }) => ({
      symbols: parts.map(({ hash, isStem }) => (isStem ? stemNumbers : numbers).get(hash) as number),
      output: concept,
    })),
  );
  const classes = mergeSymbols(graph, words.size, (word) => wordStems[word - 1] as number);
  const classCount = Math.max(0, ...classes);
  if (classCount + stems.size > MAX_NUMBER) throw new RangeError(`The lexicon has more than ${MAX_NUMBER} words.`);
  const states = renamed(graph, (symbol) =>
    symbol <= words.size ? (classes[symbol] as number) : symbol - words.size + classCount,
  );
  const stemOfClass = new Map(classes.slice(1).map((number, rank) => [number, wordStems[rank] as number]));
  const starts = new Set([...stems.values()].map((stem) => stemStart(stem.charCodeAt(0), stem.charCodeAt(1))));
  return {
    concepts: concepts.map(({ name }) => name).join(' '),
    groups: concepts.map(({ group }) => group).join(' '),
    words: encodeNumbers(differences([...words.keys()])),
    classes: encodeNumbers(classSteps(classes.slice(1))),
    stems: encodeNumbers(differences([...stems.keys()])),
    stemOf: encodeNumbers([
      ...Array.from({ length: classCount }, (_, index) => stemOfClass.get(index + 1) as number),
      ...[...stems.values()].map((text) => longestStem(text.slice(0, -1), places)),
    ]),
    stemStarts: encodeNumbers(differences([...starts].sort((x, y) => x - y))),
    states: encodeNumbers(listStates(states)),
  };
}

const seen = createSweep();

function toParts(words: string): Part[] {
  const parts = words.split(' ').flatMap((word): Part[] => {
    const isStem = word.length > 2 && word.endsWith('*');
    const text = isStem ? word.slice(0, -1) : word;
    const tokens = readWords(text, seen);
    return Array.from({ length: tokens.count }, (_, at) => {
      const folded = foldText(text.slice(tokens.start[at], tokens.end[at]));
      const hash = tokens.hash[at] as number;
      const endsHere = isStem && at === tokens.count - 1 && tokens.kind[at] === WORD && folded.length > 1;
      return { hash: (endsHere ? hashOf(folded) : hash) & KEY_MASK, text: folded, isStem: endsHere };
    });
  });
  if (parts.length === 0 || parts.length > MAX_ENTRY_TOKENS)
    throw new Error(`The entry '${words}' has ${parts.length} words; 1 to ${MAX_ENTRY_TOKENS} are possible.`);
  return parts;
}

/** As a prefix is hashed while a longer word is read: digits alone are no number yet. */
function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashUnit(hash, text.charCodeAt(i));
  return finishHash(hash);
}

/** In the order of hashes. */
function textsByHash(parts: readonly Part[]): ReadonlyMap<number, string> {
  return new Map(parts.map(({ hash, text }) => [hash, text] as const).sort(([a], [b]) => a - b));
}

/** Place, from 1, of the longest stem that begins the text; 0 for none. */
function longestStem(text: string, places: ReadonlyMap<string, number>): number {
  for (let length = text.length; length >= 2; length--) {
    const place = places.get(text.slice(0, length));
    if (place !== undefined) return place;
  }
  return 0;
}

/** As `PackedLexicon.classes` wants them; classes are numbered in the order in which they occur. */
function classSteps(classes: readonly number[]): number[] {
  let highest = 0;
  return classes.map((number) => {
    if (number !== highest + 1) return highest - number + 1;
    highest = number;
    return 0;
  });
}

function differences(list: readonly number[]): number[] {
  return list.map((value, index) => value - (index === 0 ? 0 : (list[index - 1] as number)));
}
