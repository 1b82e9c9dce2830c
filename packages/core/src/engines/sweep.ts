// The one pass that every text goes through. It folds on the fly (nothing is written), feeds the keyword automaton, hashes the words, and
// notes the few things that decide which of the expensive parts run at all: runs of digits, long tokens, escapes, invisible characters.
import { DROP, foldedUnits, foldLong, LONG, learnFold, lowerCase, UNKNOWN_FOLD } from '../normalize/fold-table.js';
import { GAP, SINGLE, tokenClass, WORD } from '../semantics/token-class.js';
import {
  addToken,
  FNV_PRIME,
  finishHash,
  HASH_START,
  hashUnit,
  NUMBER,
  reserveTokens,
  type Tokens,
} from '../semantics/tokens.js';
import {
  ACCEPT,
  type Automaton,
  buildAutomaton,
  columnOf,
  NO_ROW,
  RARE,
  ROW_ACCEPT,
  STATE,
  step,
  stepBeyondAscii,
} from './automaton.js';
import { addDigitRun, addHit, addRun, begin, reopen, type Sweep, Trait } from './seen.js';
import { escapeTrait, isBetweenLetters, isDivider, isInAddress, isLetter, isMixedScript } from './signs.js';

const MIN_TOKEN = 16;
const MIN_DIGITS = 4;
const MAX_DIGIT_GAP = 4;
/** Followed by one more, which no joint ends: rows of five. */
const MIN_SPACED_LETTERS = 4;
const MIN_MORSE_SIGNS = 16;
const AT_SIGN = 64;

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

/** The lower case of an ASCII letter; 0 for everything else. Its lower five bits are its column in the automaton's rows. */
const letterOf = new Uint8Array(0x10000);
for (let letter = 97; letter < 123; letter++) letterOf[letter - 32] = letterOf[letter] = letter;

/** Characters behind the place a pass may stop at that it looks at: the two digits of an escape, the other half of a pair. */
const LOOK_AHEAD = 2;

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

function goOn(text: string, automaton: Automaton, into: Sweep, to: number): void {
  const { words, open } = into;
  open.odd = 0;
  while (open.at < to) {
    const from = open.at;
    const end = Math.min(to, from + BLOCK);
    loadUnits(text, from, end);
    // A character is one word at most, unless it folds to several units: those take of the other half.
    reserveTokens(words, words.count + 2 * (end - from) + SPARE_TOKENS);
    readBlock(text, from, end, automaton, into);
  }
  open.traits = into.traits;
  open.digitRunCount = into.digitRunCount;
  open.tokenCount = into.tokenCount;
  open.wordCount = words.count;
  into.foldsByCase = open.odd === 0;
  close(into);
}

const SPARE_TOKENS = 64;

/** Code units copied out of the text at one go. Asking a string for each takes a third of the pass. */
const BLOCK = 4096;
const block = new Uint16Array(BLOCK + 1);
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** The block as Node writes strings to: a tenth of the time of a loop. Null where there is no Node. */
const bytes = isLittleEndian && typeof Buffer !== 'undefined' ? Buffer.from(block.buffer) : null;

/** Fills the block with `text[from, to)`; no letter stands behind it. */
function loadUnits(text: string, from: number, to: number): void {
  const length = to - from;
  if (bytes !== null) bytes.write(length === text.length ? text : text.slice(from, to), 'utf16le');
  else for (let k = 0; k < length; k++) block[k] = text.charCodeAt(from + k);
  block[length] = 0;
}

/** Reads on from where `open` is, to `to` or to where there may be no more room for words. The block is `text[from, to)`. */
const readBlock = makeReadBlock(block, letterOf, classOf, tokenClass, columnOf);

/** V8 takes the variables of a function that is called once for constants, and those of a bundled module it does not. */
function makeReadBlock(
  units: Uint16Array,
  letters: Uint8Array,
  classes: Uint8Array,
  tokenKinds: Uint8Array,
  columns: Uint8Array,
) {
  return function readBlock(text: string, from: number, to: number, automaton: Automaton, into: Sweep): void {
    const { rows } = automaton;
    const base = from | 0;
    const length = (to - from) | 0;
    // `| 0` tells V8 that a number from a call is an integer; a state kept as a float or an object costs a third of the time.
    const denseStates = automaton.denseStates | 0;
    const { words, open } = into;
    const { hash: hashes, start: starts, end: ends, kind: kinds } = words;
    let at = (open.at - base) | 0;
    let count = words.count | 0;
    let hash = open.hash | 0;
    let wordStart = open.wordStart | 0;
    let tokenStart = open.tokenStart | 0;
    let lastSpace = open.lastSpace | 0;
    let state = open.state | 0;
    // Where the row of the state begins. Deep states share the last row.
    let row = Math.min(state, denseStates) << 5;

    for (;;) {
      // Four characters of five are read here, and all that they need is two small tables and the row of the state.
      for (;;) {
        const letter = letters[units[at] as number] as number;
        if (letter === 0) break;
        at = (at + 1) | 0;
        hash = Math.imul(hash ^ letter, FNV_PRIME);
        const next = rows[row | (letter & 31)] as number;
        if (next < ROW_ACCEPT) {
          state = next;
          row = next << 5;
        } else {
          state = arrive(automaton, state, next, letter, (base + at) | 0, into) | 0;
          row = Math.min(state, denseStates) << 5;
        }
      }
      if (at >= length) break;
      const unit = units[at] as number;
      const kind = unit < 128 ? (classes[unit] as number) : 0;
      const i = (base + at) | 0;
      if ((kind & (SPACE | JOINT | OTHER_SIGN)) !== 0) {
        const size = (i - wordStart) | 0;
        if (hash !== HASH_START) {
          hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
          hashes[count] = open.wordDigits === size ? NUMBER : hash ^ (hash >>> 13);
          starts[count] = wordStart;
          ends[count] = i;
          kinds[count] = WORD;
          count = (count + 1) | 0;
          hash = HASH_START;
          open.wordDigits = 0;
        }
        wordStart = (i + 1) | 0;
        at = (at + 1) | 0;
        // A run of white space is one blank to keywords.
        if (kind !== SPACE || lastSpace !== i - 1 || i === 0) {
          const column = kind === SPACE ? 0 : (columns[unit] as number);
          const next = column === RARE ? NO_ROW : (rows[row | column] as number);
          if (next < ROW_ACCEPT) {
            state = next;
            row = next << 5;
          } else {
            state = arrive(automaton, state, next, kind === SPACE ? 32 : unit, i + 1, into) | 0;
            row = Math.min(state, denseStates) << 5;
          }
        } else {
          if (open.secondSpace === i - 1) open.odd = 1;
          open.secondSpace = i;
        }
        if (kind === SPACE) {
          if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
          tokenStart = (i + 1) | 0;
          lastSpace = i;
        }
        if (unit !== 32) {
          const sign = tokenKinds[unit] as number;
          if (sign !== GAP) {
            hashes[count] = unit;
            starts[count] = i;
            ends[count] = i + 1;
            kinds[count] = sign;
            count = (count + 1) | 0;
          }
          if (kind === OTHER_SIGN) continue;
        } else if (size > 1) {
          open.lastJoint = i;
          open.spacedLetters = 0;
          continue;
        }
        readJoint(text, i, unit, into);
        continue;
      }
      open.at = i;
      open.state = state;
      open.tokenStart = tokenStart;
      open.lastSpace = lastSpace;
      open.hash = hash;
      open.wordStart = wordStart;
      words.count = count;
      readSign(text, automaton, into);
      at = (open.at - base) | 0;
      count = words.count | 0;
      if (words.hash !== hashes || count + length - at >= hashes.length) return;
      state = open.state | 0;
      row = Math.min(state, denseStates) << 5;
      tokenStart = open.tokenStart | 0;
      lastSpace = open.lastSpace | 0;
      hash = open.hash | 0;
      wordStart = open.wordStart | 0;
      if (at >= length) break;
    }
    open.at = base + at;
    open.state = state;
    open.tokenStart = tokenStart;
    open.lastSpace = lastSpace;
    open.hash = hash;
    open.wordStart = wordStart;
    words.count = count;
  };
}

/** The state behind an entry of a row that is more than a state. */
function arrive(automaton: Automaton, from: number, entry: number, by: number, end: number, into: Sweep): number {
  const marked = entry === NO_ROW ? step(automaton, from, by) : (entry - ROW_ACCEPT) | ACCEPT;
  if (marked >= ACCEPT) addHit(into, marked & STATE, end);
  return marked & STATE;
}

/** Reads the character that `open` is at, which is no plain letter. */
function readSign(text: string, automaton: Automaton, into: Sweep): void {
  const { open } = into;
  const i = open.at;
  const original = text.charCodeAt(i);
  let unit = foldedUnits[original] as number;
  if (unit === UNKNOWN_FOLD) unit = learnFold(original);
  if (unit >= 128) {
    open.odd = 1;
    if (unit === LONG) readLong(text, i, automaton, into);
    else readBeyondAscii(text, i, unit, automaton, into);
    return;
  }
  open.at = i + 1;
  // A sign that only looks like one of ASCII.
  open.odd |= original >> 7;
  if (unit === DROP) {
    open.odd = 1;
    into.invisible++;
    return;
  }
  const kind = classOf[unit] as number;
  if (kind === 0) {
    open.hash = hashUnit(open.hash, unit);
    advance(automaton, into, unit, i + 1);
    return;
  }
  if (kind === DIGIT) {
    open.hash = hashUnit(open.hash, unit);
    open.wordDigits++;
    advance(automaton, into, unit, i + 1);
    readDigit(text, i, into);
    return;
  }
  endWord(into.words, open, i);
  const sign = tokenClass[unit] as number;
  if (sign !== GAP) addToken(into.words, unit, i, i + 1, sign);
  open.wordStart = i + 1;
  if (kind === SPACE) {
    // A run of white space is one blank to keywords.
    if (open.lastSpace !== i - 1 || i === 0) advance(automaton, into, 32, i + 1);
    else {
      if (open.secondSpace === i - 1) open.odd = 1;
      open.secondSpace = i;
    }
    endRun(into, i);
    open.lastSpace = i;
  } else {
    advance(automaton, into, unit, i + 1);
    if (kind === OTHER_SIGN) return;
    if (kind === LEET_SIGN) {
      if (isBetweenLetters(text, i) && !(unit === AT_SIGN && isInAddress(text, i))) open.leetSigns++;
      return;
    }
    if (kind === ESCAPE_SIGN) {
      into.traits |= escapeTrait(text, i, unit);
      return;
    }
  }
  readJoint(text, i, unit, into);
}

function readDigit(text: string, i: number, into: Sweep): void {
  const { open } = into;
  const { lastDigit } = open;
  if (i - lastDigit > MAX_DIGIT_GAP) {
    endDigits(into);
    open.digits = 0;
    open.divided = false;
    open.firstDigit = i;
  } else if (i - lastDigit > 1 && (isDivider(text, lastDigit + 1) || isDivider(text, i - 1))) {
    open.divided = true;
  }
  open.digits++;
  open.lastDigit = i;
  if (isBetweenLetters(text, i)) open.leetSigns++;
}

/** White space and joints: is the character between the last two of them a lone letter? */
function readJoint(text: string, i: number, unit: number, into: Sweep): void {
  const { open } = into;
  const { lastJoint } = open;
  if (i - lastJoint === 2 && isLetter(text.charCodeAt(i - 1))) {
    if (++open.spacedLetters >= MIN_SPACED_LETTERS) into.traits |= Trait.SPACED;
  } else if (i - lastJoint > 2) {
    open.spacedLetters = 0;
  }
  if ((unit === 45 || unit === 46) && lastJoint === i - 1) open.morseSigns++;
  open.lastJoint = i;
}

function readBeyondAscii(text: string, i: number, unit: number, automaton: Automaton, into: Sweep): void {
  const { open, words } = into;
  open.at = i + 1;
  const kind = tokenClass[unit] as number;
  if (kind === WORD) {
    open.hash = hashUnit(open.hash, unit);
  } else {
    endWord(words, open, i);
    addLone(words, unit, kind, i, i + 1);
    open.wordStart = i + 1;
  }
  endRun(into, i);
  if (unit >= 0x370 && unit <= 0x13ff && isMixedScript(text, i, unit)) into.traits |= Trait.MIXED_SCRIPT;
  arriveAt(stepBeyondAscii(automaton, open.state, unit), i + 1, into);
}

/** A pair of surrogates, or a character that becomes several units. */
function readLong(text: string, i: number, automaton: Automaton, into: Sweep): void {
  const { open, words } = into;
  const code = text.codePointAt(i) as number;
  const end = i + (code > 0xffff ? 2 : 1);
  open.at = end;
  if (code >= 0xe0020 && code <= 0xe007e) into.traits |= Trait.TAGS;
  endRun(into, i);
  open.tokenStart = end;
  const folded = lowerCase(foldLong(code));
  if (folded === '') into.invisible++;
  for (let k = 0; k < folded.length; k++) {
    const part = folded.charCodeAt(k);
    if (part < 128) advance(automaton, into, part, end);
    else arriveAt(stepBeyondAscii(automaton, open.state, part), end, into);
    const kind = tokenClass[part] as number;
    if (kind === WORD) {
      open.hash = hashUnit(open.hash, part);
      continue;
    }
    endWord(words, open, i);
    addLone(words, part, kind, i, end);
    open.wordStart = end;
  }
}

function advance(automaton: Automaton, into: Sweep, unit: number, end: number): void {
  arriveAt(step(automaton, into.open.state, unit), end, into);
}

/** Notes the state where keywords end in it. */
function arriveAt(marked: number, end: number, into: Sweep): void {
  const state = marked & STATE;
  if (marked >= ACCEPT) addHit(into, state, end);
  into.open.state = state;
}

function endWord(words: Tokens, open: Sweep['open'], end: number): void {
  if (open.hash !== HASH_START) {
    addToken(
      words,
      open.wordDigits === end - open.wordStart ? NUMBER : finishHash(open.hash),
      open.wordStart,
      end,
      WORD,
    );
  }
  open.hash = HASH_START;
  open.wordDigits = 0;
}

/** White space and what is not ASCII end a run of ASCII. */
function endRun(into: Sweep, end: number): void {
  const { open } = into;
  if (end - open.tokenStart >= MIN_TOKEN) addRun(into, open.tokenStart, end);
  open.tokenStart = end + 1;
}

function endDigits(into: Sweep): void {
  const { digits, divided, firstDigit, lastDigit } = into.open;
  if (digits >= MIN_DIGITS) addDigitRun(into, firstDigit, lastDigit + 1, divided ? -digits : digits);
}

/** What is open at the end of a text. What a text that grows needs to go on stays as it is. */
function close(into: Sweep): void {
  const { open, words } = into;
  const { hash, wordDigits, tokenStart } = open;
  endWord(words, open, open.at);
  endRun(into, open.at);
  endDigits(into);
  open.hash = hash;
  open.wordDigits = wordDigits;
  open.tokenStart = tokenStart;
  if (open.leetSigns >= 2) into.traits |= Trait.LEET;
  if (open.morseSigns >= MIN_MORSE_SIGNS) into.traits |= Trait.MORSE;
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
