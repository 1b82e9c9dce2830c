import { createSweep, readWords } from '../../../core/src/engines/sweep.js';
import { foldText } from '../../../core/src/normalize/fold.js';
import { MAX_ENTRY_TOKENS, stemStart } from '../../../core/src/semantics/lexicon.js';
import type { PackedLexicon } from '../../../core/src/semantics/packed.js';
import { WORD } from '../../../core/src/semantics/token-class.js';
import { finishHash, HASH_START, hashUnit } from '../../../core/src/semantics/tokens.js';
import { encodeNumbers } from './encode.js';
import type { Concept, LexiconEntry } from './read.js';

/** A token of an entry: the hash of a word, or of the beginning of one. */
interface Part {
  /** Unsigned. */
  readonly hash: number;
  readonly text: string;
  readonly isStem: boolean;
}

interface Node {
  readonly children: Map<string, Node>;
  readonly outputs: Set<number>;
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
  const numbers = new Map([...words.keys()].map((hash, rank) => [hash, rank + 1]));
  const stemNumbers = new Map([...stems.keys()].map((hash, rank) => [hash, words.size + rank + 1]));
  const numberOf = ({ hash, isStem }: Part) => (isStem ? stemNumbers : numbers).get(hash) as number;

  const root: Node = { children: new Map(), outputs: new Set() };
  for (const { concept, parts } of parsed) {
    let node = root;
    for (const part of parts) {
      const key = String(numberOf(part));
      let next = node.children.get(key);
      if (next === undefined) {
        next = { children: new Map(), outputs: new Set() };
        node.children.set(key, next);
      }
      node = next;
    }
    node.outputs.add(concept);
  }
  const places = new Map([...stems.values()].map((stem, rank) => [stem, rank + 1]));
  const starts = new Set([...stems.values()].map((stem) => stemStart(stem.charCodeAt(0), stem.charCodeAt(1))));
  return {
    concepts: concepts.map(({ name }) => name).join(' '),
    groups: concepts.map(({ group }) => group).join(' '),
    words: encodeNumbers(differences([...words.keys()])),
    stems: encodeNumbers(differences([...stems.keys()])),
    stemOf: encodeNumbers([
      ...[...words.values()].map((text) => longestStem(text, places)),
      ...[...stems.values()].map((text) => longestStem(text.slice(0, -1), places)),
    ]),
    stemStarts: encodeNumbers(differences([...starts].sort((x, y) => x - y))),
    states: encodeNumbers(shareStates(root)),
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
      return { hash: (endsHere ? hashOf(folded) : hash) >>> 0, text: folded, isStem: endsHere };
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

/** Numbers the different states of the tree, the start first, and lists them. */
function shareStates(root: Node): number[] {
  const known = new Map<string, number>();
  const records: { outputs: readonly number[]; edges: readonly (readonly [word: number, target: number])[] }[] = [];
  const visit = (node: Node): number => {
    const edges = [...node.children]
      .map(([word, child]) => [Number(word), visit(child)] as const)
      .sort(([a], [b]) => a - b);
    const outputs = [...node.outputs].sort((a, b) => a - b);
    const key = `${outputs}|${edges.join(';')}`;
    let number = known.get(key);
    if (number === undefined) {
      // Children are numbered before their parent; turned round below, the start comes first.
      number = records.length;
      known.set(key, number);
      records.push({ outputs, edges });
    }
    return number;
  };
  visit(root);
  // A state's edges go to states further on, so differences are small; words ascend.
  const last = records.length - 1;
  return records
    .reverse()
    .flatMap(({ outputs, edges }, state) => [
      outputs.length,
      ...outputs,
      edges.length,
      ...edges.flatMap(([word, target], index) => [
        word - (index === 0 ? 0 : (edges[index - 1] as readonly [number, number])[0]),
        last - target - state,
      ]),
    ]);
}

function differences(list: readonly number[]): number[] {
  return list.map((value, index) => value - (index === 0 ? 0 : (list[index - 1] as number)));
}
