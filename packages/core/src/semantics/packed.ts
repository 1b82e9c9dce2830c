// The lexicon and the weights as they are shipped: text, turned into tables when a first scanner is made.
import type { ConceptGroup } from './describe.js';
import { edgeKey, edgeSlot, type HashIndex, type Lexicon, MAX_DISTANCE, MIN_HASH_SLOTS, slotTag } from './lexicon.js';
import { decodeNumbers } from './numerals.js';

/** A compiled lexicon. `pnpm train` writes it. All lists are those of `encodeNumbers`; numbers are small where they are many. */
export interface PackedLexicon {
  /** Names of the concepts, by number, with a blank between. */
  readonly concepts: string;
  /** Their groups, likewise. */
  readonly groups: string;
  /** Hashes of words, ascending, as differences. */
  readonly words: string;
  /**
   * Their numbers, from 1: words that no entry tells apart have the same. 0 is the next number that no word had before, n the one that is n - 1
   * below the highest so far: the first is common, and one character.
   */
  readonly classes: string;
  /** Hashes of stems likewise; numbered after the words. */
  readonly stems: string;
  /** By number of a word or stem: how far down the list of stems its longest stem is, from 1; 0 for none. The last ones are the stems themselves. */
  readonly stemOf: string;
  /** First two units of stems, as slots of `Lexicon.stemStarts`, ascending, as differences. */
  readonly stemStarts: string;
  /**
   * By state: number of outputs, the outputs; number of edges; of each edge its word, as the difference to the one before, and how many
   * states further on it leads. State 0 is the start.
   */
  readonly states: string;
}

export function unpackLexicon(packed: PackedLexicon): Lexicon {
  const words = ascending(packed.words);
  const classes = unpackClasses(decodeNumbers(packed.classes));
  const stems = ascending(packed.stems);
  const stemRanks = decodeNumbers(packed.stemOf);
  const firstStem = stemRanks.length - stems.length + 1;
  const stemOf = new Uint16Array(stemRanks.length + 1);
  stemRanks.forEach((rank, index) => {
    stemOf[index + 1] = rank === 0 ? 0 : firstStem + rank - 1;
  });
  const stemStarts = new Uint8Array(0x1000);
  for (const slot of ascending(packed.stemStarts)) stemStarts[slot] = 1;
  return {
    concepts: packed.concepts.split(' '),
    groups: packed.groups.split(' ') as ConceptGroup[],
    words: indexHashes(words, (rank) => classes[rank] as number),
    stems: indexHashes(stems, (rank) => firstStem + rank),
    stemOf,
    stemStarts,
    ...unpackStates(decodeNumbers(packed.states), stemRanks.length),
  };
}

function unpackClasses(list: Float64Array): Float64Array {
  let highest = 0;
  return list.map((step) => (step === 0 ? ++highest : highest - step + 1));
}

function indexHashes(hashes: Float64Array, numberOf: (rank: number) => number): HashIndex {
  for (let size = Math.max(MIN_HASH_SLOTS, tableSize(hashes.length)); ; size *= 2) {
    const slots = new Uint32Array(size);
    if (hashes.every((hash, rank) => insert(slots, hash, numberOf(rank)))) return { mask: size - 1, slots };
  }
}

/** Robin Hood hashing (Celis 1986): whoever is further from its place stays, so that none is far. False when one would be too far. */
function insert(slots: Uint32Array, hash: number, number: number): boolean {
  const mask = slots.length - 1;
  let carried = (slotTag(hash) << 16) | number;
  let distance = 0;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask, distance++) {
    if (distance > MAX_DISTANCE) return false;
    const entry = slots[slot] as number;
    const entryDistance = (entry >>> 16) & MAX_DISTANCE;
    if (entry !== 0 && entryDistance >= distance) continue;
    slots[slot] = carried | (distance << 16);
    if (entry === 0) return true;
    carried = entry & ~(MAX_DISTANCE << 16);
    distance = entryDistance;
  }
}

/** A state and a word are halves of an edge's key. */
const MAX_STATES = 0x10000;

function unpackStates(
  list: Float64Array,
  words: number,
): Pick<Lexicon, 'firstState' | 'edges' | 'waysOut' | 'firstOutput' | 'outputs'> {
  // Two passes: sizes first.
  let [states, edges, outputs] = [0, 0, 0];
  for (let at = 0; at < list.length; states++) {
    const own = list[at++] as number;
    outputs += own;
    at += own;
    const leaving = list[at++] as number;
    // Those of the start stand by word.
    if (states > 0) edges += leaving;
    at += 2 * leaving;
  }
  if (states > MAX_STATES || words >= MAX_STATES)
    throw new RangeError(`A lexicon has at most ${MAX_STATES} states and words.`);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, edges * 1.5)));
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const targets = new Uint16Array(size);
  const waysOut = new Int32Array(states);
  const firstState = new Uint16Array(words + 1);
  const firstOutput = new Uint32Array(states + 1);
  const outputList = new Uint8Array(outputs);
  let output = 0;
  for (let at = 0, state = 0; state < states; state++) {
    firstOutput[state] = output;
    for (let own = list[at++] as number; own > 0; own--) outputList[output++] = list[at++] as number;
    let word = 0;
    for (let leaving = list[at++] as number; leaving > 0; leaving--) {
      word += list[at++] as number;
      const target = state + (list[at++] as number);
      if (state === 0) {
        firstState[word] = target;
        continue;
      }
      waysOut[state] = (waysOut[state] as number) | (1 << (word & 31));
      let slot = edgeSlot(state, word) & mask;
      while (keys[slot] !== 0) slot = (slot + 1) & mask;
      keys[slot] = edgeKey(state, word);
      targets[slot] = target;
    }
  }
  firstOutput[states] = output;
  return { firstState, edges: { mask, keys, targets }, waysOut, firstOutput, outputs: outputList };
}

/** At most half full, so that most look-ups end at the first slot. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, entries * 2)));
}

function ascending(text: string): Float64Array {
  const list = decodeNumbers(text);
  for (let i = 1; i < list.length; i++) (list[i] as number) += list[i - 1] as number;
  return list;
}

/** Weights in steps, one by feature: signs are folded into the numbers, so that small weights of both signs are small numbers. */
export function unpackWeights(text: string): Int8Array {
  const folded = decodeNumbers(text);
  const weights = new Int8Array(folded.length);
  for (let id = 0; id < folded.length; id++) {
    const value = folded[id] as number;
    weights[id] = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  return weights;
}
