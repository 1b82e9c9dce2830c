// What a pass over a text has seen: lists that grow as needed and are reused, and where the pass was when the text ended.

import { createTokens, dropTokens, HASH_START, type Tokens } from '../semantics/tokens.js';
import { ACCEPT, STATE } from './automaton.js';

/** What the pass has seen, as bits of `Sweep.traits`. Each lets one decoder look closer. */
export const Trait = {
  /** `%41` */
  PERCENT: 1,
  /** `&#65;`, `&lt;` */
  ENTITY: 2,
  /** `\u0041`, `\x41`, `\n`, `\"` */
  ESCAPE: 4,
  /** `=3D` */
  QUOTED: 8,
  /** Digits or signs inside words, twice or more: `1gn0re` */
  LEET: 16,
  /** A row of five or more single letters: `i g n o r e` */
  SPACED: 32,
  /** Dots and dashes in number */
  MORSE: 64,
  /** Latin letters beside Cyrillic, Greek, Armenian or Cherokee ones in one word */
  MIXED_SCRIPT: 128,
  /** Unicode tag characters */
  TAGS: 256,
} as const;

/** Result of a pass. One object is reused for all texts of a scanner: read it before the next pass begins. */
export interface Sweep {
  traits: number;
  /** Pairs: a state of the automaton in which keywords end, offset of the end of their last character. In order of offsets. */
  hits: Int32Array;
  hitCount: number;
  /**
   * Triples: start, end, number of digits, or its negative where white space or a comma divides them, so that the run may hold
   * several numbers. Digits at most three characters apart, at least four of them.
   */
  digitRuns: Int32Array;
  digitRunCount: number;
  /** Pairs start, end: ASCII text without white space, at least 16 characters. */
  tokens: Int32Array;
  tokenCount: number;
  /** Characters that show nothing. */
  invisible: number;
  /** What the pass has just read is ASCII without controls and without three blanks in a row: lower case is all that folding does to it. */
  foldsByCase: boolean;
  readonly words: Tokens;
  /** What a further pass over the same text, grown meanwhile, has to know. */
  readonly open: OpenSweep;
}

/** Where a pass was when it came to the end of what there was of the text. The counts are those before the end closed what was open. */
interface OpenSweep {
  at: number;
  state: number;
  tokenStart: number;
  lastSpace: number;
  lastJoint: number;
  spacedLetters: number;
  morseSigns: number;
  leetSigns: number;
  digits: number;
  divided: boolean;
  firstDigit: number;
  lastDigit: number;
  hash: number;
  wordStart: number;
  wordDigits: number;
  /** Folding takes more than lower-casing: see `Sweep.foldsByCase`. */
  odd: number;
  secondSpace: number;
  traits: number;
  digitRunCount: number;
  tokenCount: number;
  wordCount: number;
}

export function createSweep(): Sweep {
  return {
    traits: 0,
    hits: new Int32Array(256),
    hitCount: 0,
    digitRuns: new Int32Array(192),
    digitRunCount: 0,
    tokens: new Int32Array(128),
    tokenCount: 0,
    invisible: 0,
    foldsByCase: false,
    words: createTokens(),
    open: {
      at: 0,
      state: 0,
      tokenStart: 0,
      lastSpace: -1,
      lastJoint: -1,
      spacedLetters: 0,
      morseSigns: 0,
      leetSigns: 0,
      digits: 0,
      divided: false,
      firstDigit: 0,
      lastDigit: -8,
      hash: HASH_START,
      wordStart: 0,
      wordDigits: 0,
      odd: 0,
      secondSpace: -1,
      traits: 0,
      digitRunCount: 0,
      tokenCount: 0,
      wordCount: 0,
    },
  };
}

/** Forgets the first characters of a text that `sweepOn` reads: what is known of the others stays, counted from the new beginning. */
export function dropFront(into: Sweep, chars: number): void {
  reopen(into);
  const { hits, digitRuns, tokens, words, open } = into;
  let kept = 0;
  for (let k = 0; k < into.hitCount; k++) {
    const end = (hits[k * 2 + 1] as number) - chars;
    if (end <= 0) continue;
    hits[kept * 2] = hits[k * 2] as number;
    hits[kept++ * 2 + 1] = end;
  }
  into.hitCount = kept;
  kept = 0;
  for (let k = 0; k < into.digitRunCount; k++) {
    const end = (digitRuns[k * 3 + 1] as number) - chars;
    if (end <= 0) continue;
    digitRuns[kept * 3] = Math.max(0, (digitRuns[k * 3] as number) - chars);
    digitRuns[kept * 3 + 1] = end;
    digitRuns[kept++ * 3 + 2] = digitRuns[k * 3 + 2] as number;
  }
  into.digitRunCount = open.digitRunCount = kept;
  kept = 0;
  for (let k = 0; k < into.tokenCount; k++) {
    const end = (tokens[k * 2 + 1] as number) - chars;
    if (end <= 0) continue;
    tokens[kept * 2] = Math.max(0, (tokens[k * 2] as number) - chars);
    tokens[kept++ * 2 + 1] = end;
  }
  into.tokenCount = open.tokenCount = kept;
  dropTokens(words, chars);
  open.wordCount = words.count;
  open.at -= chars;
  open.lastSpace -= chars;
  open.secondSpace -= chars;
  open.lastJoint -= chars;
  open.lastDigit -= chars;
  open.tokenStart = Math.max(0, open.tokenStart - chars);
  open.firstDigit = Math.max(0, open.firstDigit - chars);
  open.wordStart = Math.max(0, open.wordStart - chars);
}

/** Forgets all: the next pass begins at the beginning of its text. */
export function begin(into: Sweep): void {
  const { open } = into;
  into.hitCount = into.invisible = 0;
  open.at = open.state = open.tokenStart = open.spacedLetters = open.morseSigns = open.leetSigns = open.digits = 0;
  open.firstDigit = open.wordStart = open.wordDigits = 0;
  open.traits = open.digitRunCount = open.tokenCount = open.wordCount = 0;
  open.lastSpace = open.secondSpace = open.lastJoint = -1;
  open.lastDigit = -8;
  open.divided = false;
  open.hash = HASH_START;
  reopen(into);
}

/** Takes back what the end of the text has closed. */
export function reopen(into: Sweep): void {
  const { open, words } = into;
  into.traits = open.traits;
  into.digitRunCount = open.digitRunCount;
  into.tokenCount = open.tokenCount;
  words.count = open.wordCount;
}

/** Notes a state in which keywords end; answers it without its mark. */
export function note(marked: number, end: number, into: Sweep): number {
  const state = marked & STATE;
  if (marked >= ACCEPT) addHit(into, state, end);
  return state;
}

function addHit(into: Sweep, state: number, end: number): void {
  if (into.hitCount * 2 + 2 > into.hits.length) into.hits = doubled(into.hits);
  into.hits[into.hitCount * 2] = state;
  into.hits[into.hitCount * 2 + 1] = end;
  into.hitCount++;
}

export function addRun(into: Sweep, start: number, end: number): void {
  if (into.tokenCount * 2 + 2 > into.tokens.length) into.tokens = doubled(into.tokens);
  into.tokens[into.tokenCount * 2] = start;
  into.tokens[into.tokenCount * 2 + 1] = end;
  into.tokenCount++;
}

export function addDigitRun(into: Sweep, start: number, end: number, digits: number): void {
  if (into.digitRunCount * 3 + 3 > into.digitRuns.length) into.digitRuns = doubled(into.digitRuns);
  into.digitRuns[into.digitRunCount * 3] = start;
  into.digitRuns[into.digitRunCount * 3 + 1] = end;
  into.digitRuns[into.digitRunCount * 3 + 2] = digits;
  into.digitRunCount++;
}

function doubled(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
