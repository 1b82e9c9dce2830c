// The one pass that every text goes through. It folds on the fly (nothing is written), feeds the keyword automaton, hashes the words, and
// notes the few things that decide which of the expensive parts run at all: runs of digits, long tokens, escapes, invisible characters.
import { DROP, foldedUnits, foldLong, LONG, learnFold, lowerCase, UNKNOWN_FOLD } from '../normalize/fold-table.js';
import { GAP, SINGLE, tokenClass, WORD } from '../semantics/token-class.js';
import {
  addToken,
  createTokens,
  dropTokens,
  finishHash,
  HASH_START,
  hashUnit,
  NUMBER,
  type Tokens,
} from '../semantics/tokens.js';
import {
  ACCEPT,
  type Automaton,
  buildAutomaton,
  NO_ROW,
  ROW_ACCEPT,
  STATE,
  step,
  stepBeyondAscii,
} from './automaton.js';

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
  /** Pairs: number of the keyword, offset of the end of its last character. In order of offsets. */
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
      traits: 0,
      digitRunCount: 0,
      tokenCount: 0,
      wordCount: 0,
    },
  };
}

const MIN_TOKEN = 16;
const MIN_DIGITS = 4;
const MAX_DIGIT_GAP = 4;
/** Followed by one more, which no joint ends: rows of five. */
const MIN_SPACED_LETTERS = 4;
const MIN_MORSE_SIGNS = 16;

// Letters have no class and take the short way through the loop.
const SPACE = 1;
const DIGIT = 2;
const JOINT = 4; // Signs that may stand between the letters of a spaced-out word.
const LEET_SIGN = 8;
const ESCAPE_SIGN = 16;
const OTHER_SIGN = 32;
const classOf = new Uint8Array(128);
for (let unit = 33; unit < 127; unit++) if (tokenClass[unit] !== WORD) classOf[unit] = OTHER_SIGN;
for (const c of '\t\n\v\f\r ') classOf[c.charCodeAt(0)] = SPACE;
for (const c of '0123456789') classOf[c.charCodeAt(0)] = DIGIT;
for (const c of '.-_*|/+,') classOf[c.charCodeAt(0)] = JOINT;
for (const c of '@$!') classOf[c.charCodeAt(0)] = LEET_SIGN;
for (const c of '%&\\=') classOf[c.charCodeAt(0)] = ESCAPE_SIGN;

/** Place in the alphabet of an ASCII letter of either case; 0 for everything else. Also its column in the automaton's rows. */
const letterOf = new Uint8Array(128);
for (let place = 1; place <= 26; place++) letterOf[64 + place] = letterOf[96 + place] = place;

/** Characters behind the place a pass may stop at that it looks at: the two digits of an escape, the other half of a pair. */
export const LOOK_AHEAD = 2;

/** Reads `text` once. Linear, whatever the text; allocates nothing unless a list has to grow. */
export function sweep(text: string, automaton: Automaton, into: Sweep): void {
  begin(into);
  goOn(text, automaton, into, text.length);
}

/**
 * Goes on reading a text that has grown since: `into` then holds what one pass over all of it would. Reads up to `LOOK_AHEAD` characters before its
 * end, because what these are depends on what follows.
 */
export function sweepOn(text: string, automaton: Automaton, into: Sweep): void {
  reopen(into);
  goOn(text, automaton, into, text.length - LOOK_AHEAD);
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
  open.lastJoint -= chars;
  open.lastDigit -= chars;
  open.tokenStart = Math.max(0, open.tokenStart - chars);
  open.firstDigit = Math.max(0, open.firstDigit - chars);
  open.wordStart = Math.max(0, open.wordStart - chars);
}

function begin(into: Sweep): void {
  const { open } = into;
  into.hitCount = into.invisible = 0;
  open.at = open.state = open.tokenStart = open.spacedLetters = open.morseSigns = open.leetSigns = open.digits = 0;
  open.firstDigit = open.wordStart = open.wordDigits = 0;
  open.traits = open.digitRunCount = open.tokenCount = open.wordCount = 0;
  open.lastSpace = open.lastJoint = -1;
  open.lastDigit = -8;
  open.divided = false;
  open.hash = HASH_START;
  reopen(into);
}

/** Takes back what the end of the text has closed. */
function reopen(into: Sweep): void {
  const { open, words } = into;
  into.traits = open.traits;
  into.digitRunCount = open.digitRunCount;
  into.tokenCount = open.tokenCount;
  words.count = open.wordCount;
}

function goOn(text: string, automaton: Automaton, into: Sweep, to: number): void {
  const { rows } = automaton;
  // `| 0` tells V8 that a number from a call is an integer; a state kept as a float or an object costs a third of the time.
  const denseStates = automaton.denseStates | 0;
  // Bundlers make a module's constants variables, which V8 reads anew each time. As locals they stay in registers.
  const [letters, folds, classes, tokenKinds] = [letterOf, foldedUnits, classOf, tokenClass];
  const { words, open } = into;
  const length = to | 0;
  let state = open.state | 0;
  let tokenStart = open.tokenStart | 0;
  let lastSpace = open.lastSpace | 0;
  let lastJoint = open.lastJoint | 0;
  let spacedLetters = open.spacedLetters | 0;
  let morseSigns = open.morseSigns | 0;
  let leetSigns = open.leetSigns | 0;
  let digits = open.digits | 0;
  let divided = open.divided;
  let firstDigit = open.firstDigit | 0;
  let lastDigit = open.lastDigit | 0;
  let hash = open.hash | 0;
  let wordStart = open.wordStart | 0;
  let wordDigits = open.wordDigits | 0;
  let i = open.at | 0;

  for (; i < length; i++) {
    let original = text.charCodeAt(i);
    let letter = original < 128 ? (letters[original] as number) : 0;
    // Four characters of five are read here, and all that they need is two small tables and the row of the state.
    while (letter !== 0) {
      hash = hashUnit(hash, letter | 96);
      const next = rows[(Math.min(state, denseStates) << 5) | letter] as number;
      state = next < ROW_ACCEPT ? next : arrive(automaton, state, next, letter | 96, i + 1, into) | 0;
      original = ++i < length ? text.charCodeAt(i) : 0;
      letter = original < 128 ? (letters[original] as number) : 0;
    }
    if (i === length) break;
    let unit = folds[original] as number;
    if (unit < 128 && unit !== DROP) {
      const kind = classes[unit] as number;
      if (kind === 0) {
        hash = hashUnit(hash, unit);
        state = step(automaton, state, unit) | 0;
        if (state >= ACCEPT) state = record(automaton, state, i + 1, into) | 0;
        continue;
      }
      if (kind === DIGIT) {
        hash = hashUnit(hash, unit);
        wordDigits++;
      } else {
        if (hash !== HASH_START) addWord(words, hash, wordStart, i, wordDigits);
        const sign = tokenKinds[unit] as number;
        if (sign !== GAP) addToken(words, unit, i, i + 1, sign);
        hash = HASH_START;
        wordStart = i + 1;
        wordDigits = 0;
      }
      if (kind === SPACE) {
        // A run of white space is one blank to keywords.
        if (lastSpace !== i - 1 || i === 0) {
          const next = rows[Math.min(state, denseStates) << 5] as number;
          state = next < ROW_ACCEPT ? next : arrive(automaton, state, next, 32, i + 1, into) | 0;
        }
        if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
        tokenStart = i + 1;
        lastSpace = i;
      } else {
        state = step(automaton, state, unit) | 0;
        if (state >= ACCEPT) state = record(automaton, state, i + 1, into) | 0;
        if (kind === DIGIT) {
          if (i - lastDigit > MAX_DIGIT_GAP) {
            if (digits >= MIN_DIGITS) addDigitRun(into, firstDigit, lastDigit + 1, divided ? -digits : digits);
            digits = 0;
            divided = false;
            firstDigit = i;
          } else if (i - lastDigit > 1 && (isDivider(text, lastDigit + 1) || isDivider(text, i - 1))) {
            divided = true;
          }
          digits++;
          lastDigit = i;
          if (isBetweenLetters(text, i)) leetSigns++;
          continue;
        }
        if (kind === OTHER_SIGN) continue;
        if (kind === LEET_SIGN) {
          if (isBetweenLetters(text, i) && !(unit === AT_SIGN && isInAddress(text, i))) leetSigns++;
          continue;
        }
        if (kind === ESCAPE_SIGN) {
          into.traits |= escapeTrait(text, i, unit);
          continue;
        }
      }
      // White space and joints: is the character between the last two of them a lone letter?
      if (i - lastJoint === 2 && isLetter(text.charCodeAt(i - 1))) {
        if (++spacedLetters >= MIN_SPACED_LETTERS) into.traits |= Trait.SPACED;
      } else if (i - lastJoint > 2) {
        spacedLetters = 0;
      }
      if ((unit === 45 || unit === 46) && lastJoint === i - 1) morseSigns++;
      lastJoint = i;
      continue;
    }

    // Beyond ASCII, or a control character.
    if (unit === UNKNOWN_FOLD) unit = learnFold(text.charCodeAt(i));
    if (unit === DROP) {
      into.invisible++;
      continue;
    }
    if (unit !== LONG) {
      if (unit < 128) {
        // Learnt just now, or this branch would not have been taken: judge it again with its fold known.
        i--;
        continue;
      }
      const wordKind = tokenKinds[unit] as number;
      if (wordKind === WORD) {
        hash = hashUnit(hash, unit);
      } else {
        if (hash !== HASH_START) addWord(words, hash, wordStart, i, wordDigits);
        addLone(words, unit, wordKind, i, i + 1);
        hash = HASH_START;
        wordStart = i + 1;
        wordDigits = 0;
      }
      if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
      tokenStart = i + 1;
      if (unit >= 0x370 && unit <= 0x13ff && isMixedScript(text, i, unit)) into.traits |= Trait.MIXED_SCRIPT;
      state = stepBeyondAscii(automaton, state, unit) | 0;
      if (state >= ACCEPT) state = record(automaton, state, i + 1, into) | 0;
      continue;
    }
    const code = text.codePointAt(i) as number;
    if (code >= 0xe0020 && code <= 0xe007e) into.traits |= Trait.TAGS;
    if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
    if (code > 0xffff) i++;
    tokenStart = i + 1;
    const folded = lowerCase(foldLong(code));
    if (folded === '') into.invisible++;
    state = stepByText(automaton, state, folded, i + 1, into) | 0;
    const start = code > 0xffff ? i - 1 : i;
    for (let k = 0; k < folded.length; k++) {
      const part = folded.charCodeAt(k);
      const wordKind = tokenKinds[part] as number;
      if (wordKind === WORD) {
        hash = hashUnit(hash, part);
        continue;
      }
      if (hash !== HASH_START) addWord(words, hash, wordStart, start, wordDigits);
      addLone(words, part, wordKind, start, i + 1);
      hash = HASH_START;
      wordStart = i + 1;
      wordDigits = 0;
    }
  }
  open.at = i;
  open.state = state;
  open.tokenStart = tokenStart;
  open.lastSpace = lastSpace;
  open.lastJoint = lastJoint;
  open.spacedLetters = spacedLetters;
  open.morseSigns = morseSigns;
  open.leetSigns = leetSigns;
  open.digits = digits;
  open.divided = divided;
  open.firstDigit = firstDigit;
  open.lastDigit = lastDigit;
  open.hash = hash;
  open.wordStart = wordStart;
  open.wordDigits = wordDigits;
  open.traits = into.traits;
  open.digitRunCount = into.digitRunCount;
  open.tokenCount = into.tokenCount;
  open.wordCount = words.count;
  endWord(words, hash, wordStart, i, wordDigits);
  endRuns(into, tokenStart, i, firstDigit, lastDigit, divided ? -digits : digits);
  endCounts(into, leetSigns, morseSigns);
}

// What is open at the end of a text. In functions of their own: inside `sweep` V8 would compile the loop before it has ever seen them run,
// and leave the compiled code at the end of each long text.

function endWord(words: Tokens, hash: number, start: number, end: number, digits: number): void {
  if (hash !== HASH_START) addWord(words, hash, start, end, digits);
}

function endRuns(into: Sweep, start: number, end: number, firstDigit: number, lastDigit: number, digits: number): void {
  if (end - start >= MIN_TOKEN) addRun(into, start, end);
  if (Math.abs(digits) >= MIN_DIGITS) addDigitRun(into, firstDigit, lastDigit + 1, digits);
}

function endCounts(into: Sweep, leetSigns: number, morseSigns: number): void {
  if (leetSigns >= 2) into.traits |= Trait.LEET;
  if (morseSigns >= MIN_MORSE_SIGNS) into.traits |= Trait.MORSE;
}

function addWord(words: Tokens, hash: number, start: number, end: number, digits: number): void {
  addToken(words, digits === end - start ? NUMBER : finishHash(hash), start, end, WORD);
}

/** A sign, or a character that is a word of its own. */
function addLone(words: Tokens, unit: number, kind: number, start: number, end: number): void {
  if (kind === GAP) return;
  addToken(words, kind === SINGLE ? finishHash(hashUnit(HASH_START, unit)) : unit, start, end, kind);
}

/** Reads nothing but the words: for a second look at a text. */
export function readWords(text: string, into: Sweep): Tokens {
  sweep(text, NO_KEYWORDS, into);
  return into.words;
}

const NO_KEYWORDS = buildAutomaton([]);

/** The state behind an entry of a row that is more than a state. */
function arrive(automaton: Automaton, from: number, entry: number, by: number, end: number, into: Sweep): number {
  const state = entry === NO_ROW ? step(automaton, from, by) : (entry - ROW_ACCEPT) | ACCEPT;
  return state >= ACCEPT ? record(automaton, state, end, into) : state;
}

/** Steps by what one character folds to. */
function stepByText(automaton: Automaton, from: number, folded: string, end: number, into: Sweep): number {
  let state = from;
  for (let k = 0; k < folded.length; k++) {
    const part = folded.charCodeAt(k);
    state = part < 128 ? step(automaton, state, part) : stepBeyondAscii(automaton, state, part);
    if (state >= ACCEPT) state = record(automaton, state, end, into);
  }
  return state;
}

/** Notes the keywords that end in a state; answers the state without its mark. */
function record({ firstOutput, outputs }: Automaton, marked: number, end: number, into: Sweep): number {
  const state = marked & STATE;
  const last = firstOutput[state + 1] as number;
  for (let k = firstOutput[state] as number; k < last; k++) {
    if (into.hitCount * 2 + 2 > into.hits.length) into.hits = doubled(into.hits);
    into.hits[into.hitCount * 2] = outputs[k] as number;
    into.hits[into.hitCount * 2 + 1] = end;
    into.hitCount++;
  }
  return state;
}

function addRun(into: Sweep, start: number, end: number): void {
  if (into.tokenCount * 2 + 2 > into.tokens.length) into.tokens = doubled(into.tokens);
  into.tokens[into.tokenCount * 2] = start;
  into.tokens[into.tokenCount * 2 + 1] = end;
  into.tokenCount++;
}

function addDigitRun(into: Sweep, start: number, end: number, digits: number): void {
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

function isLetter(unit: number): boolean {
  const folded = foldedUnits[unit] as number;
  return (folded >= 97 && folded <= 122) || (folded >= 0x370 && folded < 0x2000);
}

function isBetweenLetters(text: string, i: number): boolean {
  return (
    i + 1 < text.length && isAsciiLetter(text.charCodeAt(i + 1)) && (i === 0 || isAsciiLetter(text.charCodeAt(i - 1)))
  );
}

const AT_SIGN = 64;
/** Longest part of a host name (RFC 1035). */
const MAX_LABEL = 63;

/** Whether what stands behind an `@` is a host name with a dot: an e-mail address, whose `@` is no disguised letter. */
function isInAddress(text: string, at: number): boolean {
  const limit = Math.min(text.length - 1, at + 1 + MAX_LABEL);
  let i = at + 1;
  while (i < limit && isHostUnit(text.charCodeAt(i))) i++;
  return text.charCodeAt(i) === 46 && isAsciiLetter(text.charCodeAt(i + 1));
}

/** A letter, a digit or a hyphen. */
function isHostUnit(unit: number): boolean {
  return isAsciiLetter(unit) || (unit >= 48 && unit <= 57) || unit === 45;
}

function isDivider(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit <= 32 || unit === 44 || unit === 59 || unit === 124 || unit >= 128;
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** Greek and Coptic, Cyrillic, Armenian or Cherokee directly beside a Latin letter. */
function isMixedScript(text: string, i: number, unit: number): boolean {
  if (unit >= 0x590 && unit < 0x13a0) return false;
  return (
    (i > 0 && isAsciiLetter(text.charCodeAt(i - 1))) || (i + 1 < text.length && isAsciiLetter(text.charCodeAt(i + 1)))
  );
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 102);
}

function escapeTrait(text: string, i: number, sign: number): number {
  const next = text.charCodeAt(i + 1);
  switch (sign) {
    case 37: // %
      return isHex(next) && isHex(text.charCodeAt(i + 2)) ? Trait.PERCENT : 0;
    case 61: // =
      return isHex(next) && isHex(text.charCodeAt(i + 2)) ? Trait.QUOTED : 0;
    case 92: // \
      // \u \x \U \n \r \t \"
      return next === 117 || next === 120 || next === 85 || next === 110 || next === 114 || next === 116 || next === 34
        ? Trait.ESCAPE
        : 0;
    default: // &
      return next === 35 || isAsciiLetter(next) ? Trait.ENTITY : 0;
  }
}
