// The one pass that every text goes through. It folds on the fly (nothing is written), feeds the keyword automaton, hashes the words, and
// notes the few things that decide which of the expensive parts run at all: runs of digits, long tokens, escapes, invisible characters.
import { DROP, foldedUnits, foldLong, LONG, learnFold, lowerCase, UNKNOWN_FOLD } from '../normalize/fold-table.js';
import { GAP, SINGLE, tokenClass, WORD } from '../semantics/token-class.js';
import { addToken, finishHash, HASH_START, hashUnit, NUMBER, type Tokens } from '../semantics/tokens.js';
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

/** Place in the alphabet of an ASCII letter of either case; 0 for everything else. Also its column in the automaton's rows. */
const letterOf = new Uint8Array(128);
for (let place = 1; place <= 26; place++) letterOf[64 + place] = letterOf[96 + place] = place;

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
  // Where the row of the state begins. Deep states share the last row and come out of `arrive` alone, so a step along the rows need not look for them.
  let row = Math.min(state, denseStates) << 5;
  // Whether folding takes more than lower-casing: see `Sweep.foldsByCase`.
  let odd = 0;
  let secondSpace = -1;

  for (; i < length; i++) {
    let original = text.charCodeAt(i);
    let letter = original < 128 ? (letters[original] as number) : 0;
    // Four characters of five are read here, and all that they need is two small tables and the row of the state.
    while (letter !== 0) {
      hash = hashUnit(hash, letter | 96);
      const next = rows[row | letter] as number;
      if (next < ROW_ACCEPT) {
        state = next;
        row = next << 5;
      } else {
        state = arrive(automaton, state, next, letter | 96, i + 1, into) | 0;
        row = Math.min(state, denseStates) << 5;
      }
      original = ++i < length ? text.charCodeAt(i) : 0;
      letter = original < 128 ? (letters[original] as number) : 0;
    }
    if (i === length) break;
    let unit = folds[original] as number;
    if (unit < 128 && unit !== DROP) {
      const kind = classes[unit] as number;
      if (kind === 0) {
        odd = 1;
        hash = hashUnit(hash, unit);
        state = step(automaton, state, unit) | 0;
        if (state >= ACCEPT) state = record(automaton, state, i + 1, into) | 0;
        row = Math.min(state, denseStates) << 5;
        continue;
      }
      // A sign that only looks like one of ASCII.
      odd |= original >> 7;
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
          const next = rows[row] as number;
          state = next < ROW_ACCEPT ? next : arrive(automaton, state, next, 32, i + 1, into) | 0;
          row = Math.min(state, denseStates) << 5;
        } else {
          if (secondSpace === i - 1) odd = 1;
          secondSpace = i;
        }
        if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
        tokenStart = i + 1;
        lastSpace = i;
      } else {
        state = step(automaton, state, unit) | 0;
        if (state >= ACCEPT) state = record(automaton, state, i + 1, into) | 0;
        row = Math.min(state, denseStates) << 5;
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
    odd = 1;
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
      row = Math.min(state, denseStates) << 5;
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
    row = Math.min(state, denseStates) << 5;
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
  into.foldsByCase = odd === 0;
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
  for (let k = firstOutput[state] as number; k < last; k++) addHit(into, outputs[k] as number, end);
  return state;
}
