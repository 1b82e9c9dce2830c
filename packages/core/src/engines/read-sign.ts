// The rarer characters of a text, one at a time: signs that may belong to an escape or a disguise, and what is not ASCII. What they mean for the pass is
// kept in `Sweep.open`, so that the loop has little to carry.
import { DROP, foldedUnits, foldLong, LONG, learn, lowerCase, UNKNOWN_FOLD } from '../normalize/fold-table.js';
import { GAP, SINGLE, tokenClass, WORD } from '../semantics/token-class.js';
import { addToken, finishHash, HASH_START, hashUnit, NUMBER, type Tokens } from '../semantics/tokens.js';
import { type Automaton, step, stepBeyondAscii } from './automaton.js';
import { classOf, DIGIT, ESCAPE_SIGN, LEET_SIGN, letterOf, OTHER_SIGN, SPACE } from './character.js';
import { addDigitRun, addRun, note, type Sweep, Trait } from './seen.js';
import { escapeTrait, isBetweenLetters, isDivider, isInAddress, isLetter } from './signs.js';

/** Characters of ASCII in a row, none of them white space, that may be encoded text. */
export const MIN_TOKEN = 16;
const MIN_DIGITS = 4;
const MAX_DIGIT_GAP = 4;
/** Followed by one more, which no joint ends: rows of five. */
const MIN_SPACED_LETTERS = 4;
const AT_SIGN = 64;

/** Reads the character that `open` is at, which is no plain letter. */
export function readSign(text: string, automaton: Automaton, into: Sweep): void {
  const { open } = into;
  const i = open.at;
  const original = text.charCodeAt(i);
  const unit = foldedUnits[original] as number;
  if (unit === UNKNOWN_FOLD) {
    // Known from now on: it may be a letter, which is read elsewhere.
    learn(original);
    return;
  }
  if (unit >= 128) {
    open.odd = 1;
    if (unit === LONG) readLong(text, i, automaton, into);
    else readForeignSign(i, unit, automaton, into);
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
    letterOf[original] = unit;
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
  addLone(into.words, unit, i, i + 1);
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

/** What a digit means for runs of them, and for disguises. */
export function readDigit(text: string, i: number, into: Sweep): void {
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
export function readJoint(text: string, i: number, unit: number, into: Sweep): void {
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

/** A sign beyond ASCII, or a character that is a word of its own. */
function readForeignSign(i: number, unit: number, automaton: Automaton, into: Sweep): void {
  const { open, words } = into;
  open.at = i + 1;
  endWord(words, open, i);
  addLone(words, unit, i, i + 1);
  open.wordStart = i + 1;
  endRun(into, i);
  open.state = note(stepBeyondAscii(automaton, open.state, unit), i + 1, into);
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
    else open.state = note(stepBeyondAscii(automaton, open.state, part), end, into);
    if (tokenClass[part] === WORD) {
      open.hash = hashUnit(open.hash, part);
      continue;
    }
    endWord(words, open, i);
    addLone(words, part, i, end);
    open.wordStart = end;
  }
}

function advance(automaton: Automaton, into: Sweep, unit: number, end: number): void {
  into.open.state = note(step(automaton, into.open.state, unit), end, into);
}

export function endWord(words: Tokens, open: Sweep['open'], end: number): void {
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
export function endRun(into: Sweep, end: number): void {
  const { open } = into;
  if (end - open.tokenStart >= MIN_TOKEN) addRun(into, open.tokenStart, end);
  open.tokenStart = end + 1;
}

export function endDigits(into: Sweep): void {
  const { digits, divided, firstDigit, lastDigit } = into.open;
  if (digits >= MIN_DIGITS) addDigitRun(into, firstDigit, lastDigit + 1, divided ? -digits : digits);
}

/** A sign, or a character that is a word of its own. */
function addLone(words: Tokens, unit: number, start: number, end: number): void {
  const kind = tokenClass[unit] as number;
  if (kind !== GAP) addToken(words, kind === SINGLE ? finishHash(hashUnit(HASH_START, unit)) : unit, start, end, kind);
}
