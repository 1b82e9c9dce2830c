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

/** Kinds of features: what sets equal numbers of different meaning apart. */
const Kind = {
  WORD: 0x1b873593,
  WORD_PAIR: 0x2545f491,
  CONCEPT: 0x3c6ef372,
  CONCEPT_IN_CHANNEL: 0x4cf5ad43,
  CONCEPT_PAIR: 0x510e527f,
  WORD_BEFORE_CONCEPT: 0x6a09e667,
  WORD_AFTER_CONCEPT: 0x7f4a7c15,
  AT_BEGINNING: 0x0bb67ae8,
  AT_END: 0x14057b7e,
  AT_SENTENCE_START: 0x1f83d9ab,
  QUOTED: 0x27d4eb2f,
  SHAPE: 0x38b34ae5,
} as const;

const CHANNEL: Readonly<Record<Source, number>> = { user: 1, model: 2, tool: 3, document: 4, system: 5 };

/** Features of one text, stretch by stretch. Reused between texts. */
export interface Features {
  /** All stretches one after the other; a feature stands once a stretch. */
  ids: Int32Array;
  /** `ids[ends[k - 1] .. ends[k])` are those of stretch k. */
  ends: Int32Array;
  /** First token of each stretch. */
  firstToken: Int32Array;
  stretches: number;
  /** By feature: number of the mention it is about, or -1 - number of the token. Only where owners are asked for. */
  owners: Int32Array | null;
}

/** Room for features; `withOwners` says too what each is about, for explanations. */
export function createFeatures({ withOwners } = { withOwners: false }): Features {
  return {
    ids: new Int32Array(INITIAL_SIZE),
    ends: new Int32Array(16),
    firstToken: new Int32Array(17),
    stretches: 0,
    owners: withOwners ? new Int32Array(INITIAL_SIZE) : null,
  };
}

const INITIAL_SIZE = 1024;

const SEEN_SLOTS = 4096;

/** Makes a reader of features. It keeps scratch memory, so it is not reentrant. */
export function createFeatureReader() {
  // Which features the stretch has: a slot holds the last one that fell into it. Forgetting one by a collision repeats it, no more.
  const seen = new Int32Array(SEEN_SLOTS);
  let generation = 0;
  let into = createFeatures();
  let size = 0;
  let owner = 0;

  function add(kind: number, a: number, b: number): void {
    let mixed = Math.imul(a ^ kind, 0x9e3779b1) ^ b;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    const id = mixed >>> (32 - FEATURE_BITS);
    const mark = (generation << FEATURE_BITS) | id;
    const slot = id & (SEEN_SLOTS - 1);
    if (seen[slot] === mark) return;
    seen[slot] = mark;
    if (size === into.ids.length) growIds(into);
    if (into.owners !== null) into.owners[size] = owner;
    into.ids[size++] = id;
  }

  /** Reads one layer of a text: `encoded` if it was decoded from another. */
  return function read(tokens: Tokens, mentions: Mentions, source: Source, encoded: boolean, features: Features): void {
    into = features;
    size = 0;
    into.stretches = 0;
    const channel = CHANNEL[source];
    let mention = 0;
    let quotes = 0;
    let from = 0;
    do {
      const to = stretchEnd(tokens, from);
      if (++generation === 1 << (31 - FEATURE_BITS)) {
        generation = 1;
        seen.fill(0);
      }
      if (into.stretches + 1 >= into.ends.length) growStretches(into);
      into.firstToken[into.stretches] = from;
      readWords(tokens, from, to);
      const firstMention = mention;
      while (mention < mentions.count && (mentions.first[mention] as number) < to) mention++;
      quotes = readConcepts(tokens, mentions, firstMention, mention, from, to, channel, quotes);
      readShape(tokens, from, to, channel);
      if (encoded) add(Kind.SHAPE, 40, 0);
      into.ends[into.stretches++] = size;
      from = to;
    } while (from < tokens.count);
    into.firstToken[into.stretches] = tokens.count;
  };

  function readWords({ hash }: Tokens, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      owner = -1 - i;
      add(Kind.WORD, hash[i] as number, 0);
      if (i > from) add(Kind.WORD_PAIR, hash[i - 1] as number, hash[i] as number);
    }
  }

  /** Answers the number of quotation marks up to the end of the stretch. */
  function readConcepts(
    { hash, kind, count }: Tokens,
    { concept, first, last }: Mentions,
    firstMention: number,
    endMention: number,
    from: number,
    to: number,
    channel: number,
    quotesBefore: number,
  ): number {
    let quotes = quotesBefore;
    let token = from;
    for (let m = firstMention; m < endMention; m++) {
      owner = m;
      const c = (concept[m] as number) + 1;
      const begin = first[m] as number;
      const end = last[m] as number;
      for (; token < begin; token++) if (hash[token] === QUOTATION_MARK) quotes++;
      add(Kind.CONCEPT, c, 0);
      add(Kind.CONCEPT_IN_CHANNEL, c, channel);
      if ((quotes & 1) === 1) add(Kind.QUOTED, c, 0);
      if (begin < EDGE_TOKENS) add(Kind.AT_BEGINNING, c, 0);
      if (count - end < EDGE_TOKENS) add(Kind.AT_END, c, 0);
      if (begin === from || kind[begin - 1] === STOP) add(Kind.AT_SENTENCE_START, c, 0);
      if (begin > from) add(Kind.WORD_BEFORE_CONCEPT, c, hash[begin - 1] as number);
      if (end < to) add(Kind.WORD_AFTER_CONCEPT, c, hash[end] as number);
      for (let n = m + 1; n < endMention; n++) {
        const next = first[n] as number;
        if (next - begin > PAIR_REACH) break;
        if (next >= end && next - end <= PAIR_GAP) add(Kind.CONCEPT_PAIR, c, (concept[n] as number) + 1);
      }
    }
    for (; token < to; token++) if (hash[token] === QUOTATION_MARK) quotes++;
    return quotes;
  }

  function readShape({ hash, start, end, count }: Tokens, from: number, to: number, channel: number): void {
    owner = -1 - from;
    let [lines, exclamations, questions] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const sign = hash[i] as number;
      if (sign === LINE_FEED) lines++;
      else if (sign === EXCLAMATION_MARK) exclamations++;
      else if (sign === QUESTION_MARK) questions++;
    }
    const chars = count === 0 ? 0 : (end[count - 1] as number) - (start[0] as number);
    add(Kind.SHAPE, 1 + Math.min(20, Math.floor(Math.log2(chars + 1) / 1.5)), channel);
    add(Kind.SHAPE, 30, channel);
    if (from === 0) add(Kind.SHAPE, 31, channel);
    if (lines > 3) add(Kind.SHAPE, 32, 0);
    if (exclamations > 0) add(Kind.SHAPE, 33, 0);
    if (questions > 0) add(Kind.SHAPE, 34, 0);
    if (to > from && hash[to - 1] === QUESTION_MARK) add(Kind.SHAPE, 35, channel);
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
  let lastStop = -1;
  for (let i = from; i < count; i++) {
    if ((end[i] as number) > limit && i > from) return lastStop > from ? lastStop : i;
    if (kind[i] === STOP) lastStop = i + 1;
  }
  return count;
}

function growIds(features: Features): void {
  const ids = new Int32Array(features.ids.length * 2);
  ids.set(features.ids);
  if (features.owners !== null) {
    const owners = new Int32Array(ids.length);
    owners.set(features.owners);
    features.owners = owners;
  }
  features.ids = ids;
}

function growStretches(features: Features): void {
  const size = features.ends.length * 2;
  const ends = new Int32Array(size);
  ends.set(features.ends);
  const firstToken = new Int32Array(size + 1);
  firstToken.set(features.firstToken);
  features.ends = ends;
  features.firstToken = firstToken;
}
