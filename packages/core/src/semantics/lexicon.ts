// Which concepts a text speaks of. A lexicon entry is a row of words; a trie over words' numbers finds all of them.
import { DROP, foldedUnits } from '../normalize/fold-table.js';
import { oncePer } from '../once.js';
import type { ConceptGroup } from './describe.js';
import { WORD } from './token-class.js';
import { finishHash, HASH_START, hashUnit, type Tokens } from './tokens.js';

/** A lexicon made ready to match. Immutable, shared by all scanners. */
export interface Lexicon {
  /** Names of the concepts, by number. */
  readonly concepts: readonly string[];
  /** What each does in an attack. */
  readonly groups: readonly ConceptGroup[];
  /** Words that entries consist of, and beginnings of words where an entry says "any ending". */
  readonly words: HashIndex;
  readonly stems: HashIndex;
  /** By word number: the longest stem it begins with, or 0. Stems have it too: the next shorter one. */
  readonly stemOf: Uint16Array;
  /** By the first two units of a word, hashed: 1 where some stem begins so. */
  readonly stemStarts: Uint8Array;
  /** By word number: the state it leads to from the start, or 0. */
  readonly firstState: Uint16Array;
  /** Transitions from all other states. */
  readonly edges: EdgeIndex;
  /** By state: bit `word & 31` is set where a transition by such a word leaves it. Most look-ups would be in vain, and far from the cache. */
  readonly waysOut: Int32Array;
  /** The concepts of state s are `outputs[firstOutput[s] .. firstOutput[s + 1])`. */
  readonly firstOutput: Uint32Array;
  readonly outputs: Uint8Array;
}

/**
 * Numbers by hash, open addressing. A slot holds, from above: the twelve bits of a key that its place does not tell, four bits that say how far
 * it lies from its place, and the number; 0 is "not there". Keys are hashes cut to `KEY_BITS`, which makes the shipped list a quarter smaller
 * and takes one unknown word in some thousands for another.
 */
export interface HashIndex {
  readonly mask: number;
  readonly slots: Uint32Array;
}

/**
 * States by state and word number, open addressing: `targets[slot]` where `keys[slot]` is the edge's key, and key 0 for "not there". Two lists,
 * because most look-ups are in vain and need only the first.
 */
export interface EdgeIndex {
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly targets: Uint16Array;
}

/** Occurrences of concepts in a text, as parallel lists in the order of their first token. Reused between texts. */
export interface Mentions {
  count: number;
  concept: Uint8Array;
  /** Number of the first token. */
  first: Int32Array;
  /** One past the number of the last token. */
  last: Int32Array;
}

/** Longest entry in tokens: signs of scripts without blanks count one by one. */
export const MAX_ENTRY_TOKENS = 32;
/** Units of a word that are looked at for stems. */
const MAX_STEM_UNITS = 24;

export function createMentions(): Mentions {
  return { count: 0, concept: new Uint8Array(128), first: new Int32Array(128), last: new Int32Array(128) };
}

const KEY_BITS = 28;
export const KEY_MASK = (1 << KEY_BITS) - 1;
/** Of a table's slots; fewer would leave bits of the key in neither the place nor the slot. */
export const MIN_HASH_SLOTS = 1 << 16;
/** Slots between a number and its place, at most. */
export const MAX_DISTANCE = 15;

function lookUp({ mask, slots }: HashIndex, hash: number): number {
  const home = hash & mask;
  const tag = slotTag(hash);
  for (let distance = 0; distance <= MAX_DISTANCE; distance++) {
    const entry = slots[(home + distance) & mask] as number;
    if (entry === 0) return 0;
    if (entry >>> 16 === (tag | distance)) return entry & 0xffff;
  }
  return 0;
}

/** The upper bits of a slot, with room for the distance. */
export function slotTag(hash: number): number {
  return ((hash & KEY_MASK) >>> 16) << 4;
}

function follow({ mask, keys, targets }: EdgeIndex, state: number, word: number): number {
  const key = edgeKey(state, word);
  for (let slot = edgeSlot(state, word) & mask; ; slot = (slot + 1) & mask) {
    const found = keys[slot] as number;
    if (found === key) return targets[slot] as number;
    if (found === 0) return 0;
  }
}

export function edgeKey(state: number, word: number): number {
  return ((state << 16) | word) >>> 0;
}

export function edgeSlot(state: number, word: number): number {
  const mixed = Math.imul(Math.imul(state, 0x9e3779b1) ^ word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** The slot of `stemStarts` for a word's first two units. */
export function stemStart(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & 0xfff;
}

/** Finds concepts: one for all scanners that have the lexicon. */
export const matcherFor = oncePer((lexicon: Lexicon) => {
  const { words, stems, stemOf, firstState, edges, waysOut, firstOutput, outputs } = lexicon;
  /** By word number: the bits in `waysOut` of the word and of the stems it begins with. */
  const waysIn = new Int32Array(stemOf.length);
  for (let number = 1; number < stemOf.length; number++) {
    for (let stem = number; stem !== 0; stem = stemOf[stem] as number)
      waysIn[number] = (waysIn[number] as number) | (1 << (stem & 31));
  }
  const { slots: stemSlots, mask: stemMask } = stems;
  let numbers = new Uint16Array(256);
  /** By token: see `waysIn`. */
  let ways = new Int32Array(256);
  /** By concept: one past the last token of its latest mention. Of mentions that overlap, the first and longest counts. */
  const coveredTo = new Int32Array(lexicon.concepts.length);

  return function match(text: string, tokens: Tokens, into: Mentions): void {
    const { count, hash, kind } = tokens;
    into.count = 0;
    coveredTo.fill(0);
    if (numbers.length <= count) {
      numbers = new Uint16Array(count * 2);
      ways = new Int32Array(count * 2);
    }
    const { slots, mask } = words;
    for (let i = 0; i < count; i++) {
      const key = hash[i] as number;
      const entry = slots[key & mask] as number;
      // Nine in ten are found where they belong, or nothing is there.
      let number = entry === 0 ? 0 : entry >>> 16 === slotTag(key) ? entry & 0xffff : lookUp(words, key);
      if (number === 0 && kind[i] === WORD) number = longestStem(text, tokens, i);
      numbers[i] = number;
      ways[i] = waysIn[number] as number;
    }
    // Nothing leads on from the last token.
    ways[count] = 0;
    for (let i = 0; i < count; i++) {
      for (let number = numbers[i] as number; number !== 0; number = stemOf[number] as number) {
        const state = firstState[number] as number;
        if (state === 0) continue;
        if (((waysOut[state] as number) & (ways[i + 1] as number)) !== 0) walk(state, i, i + 1, into);
        mention(state, i, i + 1, into);
      }
    }
  };

  /** Adds what longer entries say, from the longest: a shorter one of the same concept is then seen to be covered. */
  function walk(state: number, first: number, at: number, into: Mentions): void {
    if (at - first >= MAX_ENTRY_TOKENS) return;
    const leaving = waysOut[state] as number;
    for (let number = numbers[at] as number; number !== 0; number = stemOf[number] as number) {
      if (((leaving >>> (number & 31)) & 1) === 0) continue;
      const next = follow(edges, state, number);
      if (next === 0) continue;
      if (((waysOut[next] as number) & (ways[at + 1] as number)) !== 0) walk(next, first, at + 1, into);
      mention(next, first, at + 1, into);
    }
  }

  /** Adds what the entries that end in a state say. */
  function mention(state: number, first: number, end: number, into: Mentions): void {
    const last = firstOutput[state + 1] as number;
    for (let k = firstOutput[state] as number; k < last; k++) {
      const concept = outputs[k] as number;
      if ((coveredTo[concept] as number) > first) continue;
      coveredTo[concept] = end;
      addMention(into, concept, first, end);
    }
  }

  function longestStem(text: string, tokens: Tokens, at: number): number {
    const start = tokens.start[at] as number;
    const end = Math.min(tokens.end[at] as number, start + MAX_STEM_UNITS);
    let hash = HASH_START;
    let found = 0;
    let length = 0;
    let first = 0;
    for (let i = start; i < end; i++) {
      // Every character has been folded by now; a rare one that becomes several units ends the look.
      const unit = foldedUnits[text.charCodeAt(i)] as number;
      if (unit === DROP) continue;
      hash = hashUnit(hash, unit);
      length++;
      if (length === 1) first = unit;
      if (length < 2) continue;
      if (length === 2 && lexicon.stemStarts[stemStart(first, unit)] === 0) return 0;
      const key = finishHash(hash);
      // Nothing is there, as a rule.
      if (stemSlots[key & stemMask] === 0) continue;
      const stem = lookUp(stems, key);
      if (stem !== 0) found = stem;
    }
    return found;
  }
});

export function addMention(into: Mentions, concept: number, first: number, last: number): void {
  const at = into.count++;
  if (at === into.concept.length) {
    const size = at * 2;
    const [concepts, firsts, lasts] = [new Uint8Array(size), new Int32Array(size), new Int32Array(size)];
    concepts.set(into.concept);
    firsts.set(into.first);
    lasts.set(into.last);
    Object.assign(into, { concept: concepts, first: firsts, last: lasts });
  }
  into.concept[at] = concept;
  into.first[at] = first;
  into.last[at] = last;
}
