// What the classifier sees of a text: numbered features of stretches of some sentences. Training and scanning share this file, so that a
// weight means the same in both.
import type { Source } from '../result.js';
import type { Mentions } from './lexicon.js';
import { STOP } from './token-class.js';
import type { Tokens } from './tokens.js';

/** Features are hashed into this many slots. Half as many cost a point of area under the curve, twice as many gain nothing. */
export const FEATURE_BITS = 18;
/** A stretch ends at the last sentence end within this many code units, or in mid-sentence. Two neighbours are judged together. */
const STRETCH_CHARS = 300;
/** Tokens between two concepts that are still taken for a pair. */
const PAIR_GAP = 5;
/** Tokens from the first of a pair to the second, the first's own words included. */
const PAIR_REACH = 12;
/** Tokens from the edge of a text that count as its beginning or end. */
const EDGE_TOKENS = 4;

// Kinds of features: what sets equal numbers of different meaning apart. Constants of their own, because a field of an object is looked up anew
// for each feature.
const WORD = 0x1b873593;
const WORD_PAIR = 0x2545f491;
const CONCEPT = 0x3c6ef372;
const CONCEPT_IN_CHANNEL = 0x4cf5ad43;
const CONCEPT_PAIR = 0x510e527f;
const WORD_BEFORE_CONCEPT = 0x6a09e667;
const WORD_AFTER_CONCEPT = 0x7f4a7c15;
const AT_BEGINNING = 0x0bb67ae8;
const AT_END = 0x14057b7e;
const AT_SENTENCE_START = 0x1f83d9ab;
const QUOTED = 0x27d4eb2f;
const SHAPE = 0x38b34ae5;

const CHANNEL: Readonly<Record<Source, number>> = { user: 1, model: 2, tool: 3, document: 4, system: 5 };

/** Features of one text, stretch by stretch. Reused between texts. */
export interface Features {
  /** All stretches one after the other; a feature stands once a stretch. Only where numbers are asked for. */
  ids: Int32Array | null;
  /** `ids[ends[k - 1] .. ends[k])` are those of stretch k. */
  ends: Int32Array;
  /** First token of each stretch. */
  firstToken: Int32Array;
  stretches: number;
  /** What the features of each stretch weigh together. Only where numbers are not asked for. */
  sums: Int32Array;
  /** By feature: number of the mention it is about, or -1. Only where owners are asked for. */
  owners: Int32Array | null;
}

/** Room for the sums of features; `withIds` for their numbers instead, `withOwners` also for what each is about, for explanations. */
export function createFeatures({ withIds = false, withOwners = false } = {}): Features {
  return {
    ids: withIds || withOwners ? new Int32Array(INITIAL_SIZE) : null,
    ends: new Int32Array(16),
    firstToken: new Int32Array(17),
    stretches: 0,
    sums: new Int32Array(16),
    owners: withOwners ? new Int32Array(INITIAL_SIZE) : null,
  };
}

const INITIAL_SIZE = 1024;
const SEEN_SLOTS = 4096;
/** Features of a mention beside its pairs. */
const MAX_OF_MENTION = 8;
const MAX_OF_SHAPE = 8;

/** What a feature is, as a number: the first of three steps of hashing. `finish` takes the others. */
function mix(kind: number, a: number, b: number): number {
  return Math.imul(a ^ kind, 0x9e3779b1) ^ b;
}

/**
 * Makes a reader of features. It keeps scratch memory, so it is not reentrant.
 *
 * A stretch is read in two steps: loops over words and concepts write down what they see, and one short loop turns all of it into numbers and
 * drops what is there already. A call per feature, as it stands in the text, took twice as long.
 *
 * Where no numbers are asked for, it adds up what features weigh as it comes by, those of words at once: writing them down to read them once more
 * takes a tenth of the time. The hashing stands in each of these loops, because a call made there is not always compiled into it.
 */
export function createFeatureReader(weights: Int8Array) {
  // Which features the stretch has: a slot holds the last one that fell into it. Forgetting one by a collision repeats it, no more.
  const seen = new Int32Array(SEEN_SLOTS);
  let generation = 0;
  // The stretch's features, half hashed, and whose they are.
  let raw = new Int32Array(INITIAL_SIZE);
  let rawOwners = new Int32Array(INITIAL_SIZE);
  let owned = false;
  /** What the features of the stretch weigh so far. */
  let sum = 0;
  /** Quotation marks up to the present mention. */
  let quotes = 0;
  /** What stands in the stretch, counted while its words are read. */
  let [lines, exclamations, questions, marks] = [0, 0, 0, 0];

  /** Reads one layer of a text: `encoded` if it was decoded from another. */
  return function read(tokens: Tokens, mentions: Mentions, source: Source, encoded: boolean, into: Features): void {
    into.stretches = 0;
    const channel = CHANNEL[source];
    let size = 0;
    let mention = 0;
    let from = 0;
    quotes = 0;
    owned = into.owners !== null;
    do {
      const to = stretchEnd(tokens, from);
      if (into.stretches + 1 >= into.ends.length) growStretches(into);
      into.firstToken[into.stretches] = from;
      const firstMention = mention;
      while (mention < mentions.count && (mentions.first[mention] as number) < to) mention++;
      reserve(2 * (to - from) + MAX_OF_SHAPE);
      let count = 0;
      if (into.ids === null) size = weighWords(tokens, from, to, size);
      else count = readWords(tokens, from, to);
      const firstOfConcepts = count;
      count = readConcepts(tokens, mentions, firstMention, mention, from, to, channel, count);
      const endOfConcepts = count;
      count = readShape(tokens, from, to, channel, encoded, count);
      if (owned) {
        rawOwners.fill(-1, 0, firstOfConcepts);
        rawOwners.fill(-1, endOfConcepts, count);
      }
      if (into.ids === null) {
        size = weigh(count, size);
        into.sums[into.stretches] = sum;
      } else {
        size = finish(into.ids, count, size, into);
      }
      into.ends[into.stretches++] = size;
      from = to;
    } while (from < tokens.count);
    into.firstToken[into.stretches] = tokens.count;
  };

  function countSign(sign: number): void {
    if (sign === LINE_FEED) lines++;
    else if (sign === EXCLAMATION_MARK) exclamations++;
    else if (sign === QUESTION_MARK) questions++;
    else if (sign === QUOTATION_MARK) marks++;
  }

  function readWords({ hash }: Tokens, from: number, to: number): number {
    lines = exclamations = questions = marks = 0;
    if (to === from) return 0;
    const list = raw;
    let before = hash[from] as number;
    if (before >>> 7 === 0) countSign(before);
    list[0] = mix(WORD, before, 0);
    let count = 1;
    for (let i = from + 1; i < to; i++) {
      const word = hash[i] as number;
      // The hash of a sign is its code unit.
      if (word >>> 7 === 0) countSign(word);
      list[count] = mix(WORD, word, 0);
      list[count + 1] = mix(WORD_PAIR, before, word);
      count += 2;
      before = word;
    }
    return count;
  }

  function readConcepts(
    { hash, kind, count: tokenCount }: Tokens,
    { concept, first, last }: Mentions,
    firstMention: number,
    endMention: number,
    from: number,
    to: number,
    channel: number,
    at: number,
  ): number {
    let count = at;
    // Without a mark in the stretch there is nothing to look for between mentions.
    let token = marks === 0 ? to : from;
    let list = raw;
    for (let m = firstMention; m < endMention; m++) {
      const c = (concept[m] as number) + 1;
      const begin = first[m] as number;
      const end = last[m] as number;
      for (; token < begin; token++) if (hash[token] === QUOTATION_MARK) quotes++;
      reserve(count + MAX_OF_MENTION + MAX_OF_SHAPE + endMention - m);
      list = raw;
      const own = count;
      list[count++] = mix(CONCEPT, c, 0);
      list[count++] = mix(CONCEPT_IN_CHANNEL, c, channel);
      if ((quotes & 1) === 1) list[count++] = mix(QUOTED, c, 0);
      if (begin < EDGE_TOKENS) list[count++] = mix(AT_BEGINNING, c, 0);
      if (tokenCount - end < EDGE_TOKENS) list[count++] = mix(AT_END, c, 0);
      if (begin === from || kind[begin - 1] === STOP) list[count++] = mix(AT_SENTENCE_START, c, 0);
      if (begin > from) list[count++] = mix(WORD_BEFORE_CONCEPT, c, hash[begin - 1] as number);
      if (end < to) list[count++] = mix(WORD_AFTER_CONCEPT, c, hash[end] as number);
      for (let n = m + 1; n < endMention; n++) {
        const next = first[n] as number;
        if (next - begin > PAIR_REACH) break;
        if (next >= end && next - end <= PAIR_GAP) list[count++] = mix(CONCEPT_PAIR, c, (concept[n] as number) + 1);
      }
      if (owned) for (let k = own; k < count; k++) rawOwners[k] = m;
    }
    for (; token < to; token++) if (hash[token] === QUOTATION_MARK) quotes++;
    return count;
  }

  function readShape(
    { hash, start, end, count: tokenCount }: Tokens,
    from: number,
    to: number,
    channel: number,
    encoded: boolean,
    at: number,
  ): number {
    let count = at;
    const chars = tokenCount === 0 ? 0 : (end[tokenCount - 1] as number) - (start[0] as number);
    raw[count++] = mix(SHAPE, 1 + Math.min(20, Math.floor(Math.log2(chars + 1) / 1.5)), channel);
    raw[count++] = mix(SHAPE, 30, channel);
    if (from === 0) raw[count++] = mix(SHAPE, 31, channel);
    if (lines > 3) raw[count++] = mix(SHAPE, 32, 0);
    if (exclamations > 0) raw[count++] = mix(SHAPE, 33, 0);
    if (questions > 0) raw[count++] = mix(SHAPE, 34, 0);
    if (to > from && hash[to - 1] === QUESTION_MARK) raw[count++] = mix(SHAPE, 35, channel);
    if (encoded) raw[count++] = mix(SHAPE, 40, 0);
    return count;
  }

  /** Begins a stretch that has no features yet. */
  function nextGeneration(): number {
    if (++generation === 1 << (31 - FEATURE_BITS)) {
      generation = 1;
      seen.fill(0);
    }
    return (generation << FEATURE_BITS) | 0;
  }

  /** Begins a stretch and weighs the features of its words, which `readWords` writes down. Answers the size after them. */
  function weighWords({ hash }: Tokens, from: number, to: number, before: number): number {
    lines = exclamations = questions = marks = 0;
    const slots = seen;
    const shift = (32 - FEATURE_BITS) | 0;
    const era = nextGeneration();
    const last = (SEEN_SLOTS - 1) | 0;
    let size = before | 0;
    let weight = 0;
    let previous = 0;
    for (let i = from; i < to; i++) {
      const word = hash[i] as number;
      if (word >>> 7 === 0) countSign(word);
      let mixed = mix(WORD, word, 0);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      let id = mixed >>> shift;
      if (slots[id & last] !== (era | id)) {
        slots[id & last] = era | id;
        weight = (weight + (weights[id] as number)) | 0;
        size = (size + 1) | 0;
      }
      if (i > from) {
        mixed = mix(WORD_PAIR, previous, word);
        mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
        id = mixed >>> shift;
        if (slots[id & last] !== (era | id)) {
          slots[id & last] = era | id;
          weight = (weight + (weights[id] as number)) | 0;
          size = (size + 1) | 0;
        }
      }
      previous = word;
    }
    sum = weight;
    return size;
  }

  /** Weighs those of the `count` features written down that are new in this stretch. Answers the size after them. */
  function weigh(count: number, before: number): number {
    const list = raw;
    const slots = seen;
    const shift = (32 - FEATURE_BITS) | 0;
    const era = (generation << FEATURE_BITS) | 0;
    const last = (SEEN_SLOTS - 1) | 0;
    let size = before | 0;
    let weight = sum | 0;
    for (let k = 0; k < count; k++) {
      let mixed = list[k] as number;
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      const id = mixed >>> shift;
      if (slots[id & last] === (era | id)) continue;
      slots[id & last] = era | id;
      weight = (weight + (weights[id] as number)) | 0;
      size = (size + 1) | 0;
    }
    sum = weight;
    return size;
  }

  /** Numbers the `count` features written down and adds those that are new in this stretch. Answers the size after them. */
  function finish(known: Int32Array, count: number, before: number, into: Features): number {
    const ids = before + count < known.length ? known : grownIds(into, known, before + count);
    const { owners } = into;
    // Locals, and integers beyond doubt: what is looked up in here is looked up for each feature.
    const list = raw;
    const slots = seen;
    const shift = (32 - FEATURE_BITS) | 0;
    const era = nextGeneration();
    const last = (SEEN_SLOTS - 1) | 0;
    let size = before | 0;
    for (let k = 0; k < count; k++) {
      let mixed = list[k] as number;
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      const id = mixed >>> shift;
      if (slots[id & last] === (era | id)) continue;
      slots[id & last] = era | id;
      if (owners !== null) owners[size] = rawOwners[k] as number;
      ids[size] = id;
      size = (size + 1) | 0;
    }
    return size;
  }

  function reserve(size: number): void {
    if (size <= raw.length) return;
    const larger = 2 ** Math.ceil(Math.log2(size));
    const [list, owners] = [raw, rawOwners];
    raw = new Int32Array(larger);
    rawOwners = new Int32Array(larger);
    raw.set(list);
    rawOwners.set(owners);
  }
}

const QUOTATION_MARK = 34;
const LINE_FEED = 10;
const EXCLAMATION_MARK = 33;
const QUESTION_MARK = 63;

/** One past the last token of the stretch that begins at token `from`. */
function stretchEnd({ start, end, kind, count }: Tokens, from: number): number {
  if (from >= count) return count;
  const limit = (start[from] as number) + STRETCH_CHARS;
  let i = from + 1;
  while (i < count && (end[i] as number) <= limit) i++;
  if (i >= count) return count;
  for (let stop = i; stop > from; stop--) if (kind[stop - 1] === STOP) return stop;
  return i;
}

function grownIds(features: Features, from: Int32Array, size: number): Int32Array {
  const ids = new Int32Array(2 ** Math.ceil(Math.log2(size + 1)));
  ids.set(from);
  if (features.owners !== null) {
    const owners = new Int32Array(ids.length);
    owners.set(features.owners);
    features.owners = owners;
  }
  features.ids = ids;
  return ids;
}

function growStretches(features: Features): void {
  const size = features.ends.length * 2;
  const ends = new Int32Array(size);
  ends.set(features.ends);
  const firstToken = new Int32Array(size + 1);
  firstToken.set(features.firstToken);
  features.ends = ends;
  features.firstToken = firstToken;
  const sums = new Int32Array(size);
  sums.set(features.sums);
  features.sums = sums;
}
