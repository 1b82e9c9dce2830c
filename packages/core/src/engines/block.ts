// The loop that all text goes through, a block at a time. Words and plain signs are read here, everything else by `readSign`.
import { foldedUnits, UNKNOWN_FOLD } from '../normalize/fold-table.js';
import { createUnits, loadUnits } from '../normalize/units.js';
import { GAP, tokenClass, WORD } from '../semantics/token-class.js';
import { FNV_PRIME, HASH_START, NUMBER } from '../semantics/tokens.js';
import { ACCEPT, type Automaton, columnOf, NO_ROW, RARE, ROW_ACCEPT, step, stepBeyondAscii } from './automaton.js';
import { classOf, DIGIT, JOINT, letterOf, OTHER_SIGN, SPACE } from './character.js';
import { MIN_TOKEN, readDigit, readJoint, readSign } from './read-sign.js';
import { addRun, note, type Sweep, Trait } from './seen.js';
import { isMixedScript } from './signs.js';

/** Code units copied out of the text at one go. Asking a string for each takes a third of the pass. */
export const BLOCK = 4096;
const block = createUnits(BLOCK + 1);

/** Fills the block with `text[from, to)`; no letter stands behind it. */
export function loadBlock(text: string, from: number, to: number): void {
  const length = to - from;
  loadUnits(length === text.length ? text : text.slice(from, to), block);
  block.list[length] = 0;
}

/** Reads on from where `open` is, to `to` or to where there may be no more room for words. The block is `text[from, to)`. */
export const readBlock = makeReadBlock(block.list, letterOf, foldedUnits, classOf, tokenClass, columnOf);

/** V8 takes the variables of a function that is called once for constants, and those of a bundled module it does not. */
function makeReadBlock(
  units: Uint16Array,
  letters: Uint8Array,
  folds: Uint16Array,
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
    let any = 0;
    // Where the row of the state begins. Deep states share the last row.
    let row = Math.min(state, denseStates) << 5;

    for (;;) {
      for (;;) {
        // Four characters of five are read here, and all that they need is two small tables and the row of the state.
        let unit = 0;
        for (;;) {
          unit = units[at] as number;
          const letter = letters[unit] as number;
          if (letter === 0) break;
          any |= unit;
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
        const i = (base + at) | 0;
        const kind = unit < 128 ? (classes[unit] as number) : 0;
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
        if (kind === DIGIT) {
          at = (at + 1) | 0;
          hash = Math.imul(hash ^ unit, FNV_PRIME);
          open.wordDigits++;
          state = note(step(automaton, state, unit), i + 1, into) | 0;
          row = Math.min(state, denseStates) << 5;
          readDigit(text, i, into);
          continue;
        }
        const folded = folds[unit] as number;
        if (folded >= 128 && folded < UNKNOWN_FOLD && tokenKinds[folded] === WORD) {
          any |= unit;
          at = (at + 1) | 0;
          hash = Math.imul(hash ^ folded, FNV_PRIME);
          if (i - tokenStart >= MIN_TOKEN) addRun(into, tokenStart, i);
          tokenStart = (i + 1) | 0;
          if (folded >= 0x370 && folded <= 0x13ff && isMixedScript(text, i, folded)) into.traits |= Trait.MIXED_SCRIPT;
          state = note(stepBeyondAscii(automaton, state, folded), i + 1, into) | 0;
          row = Math.min(state, denseStates) << 5;
          continue;
        }
        break;
      }
      open.at = base + at;
      open.state = state;
      open.tokenStart = tokenStart;
      open.lastSpace = lastSpace;
      open.hash = hash;
      open.wordStart = wordStart;
      open.odd |= any >> 7;
      words.count = count;
      if (at >= length) return;
      readSign(text, automaton, into);
      at = (open.at - base) | 0;
      count = words.count | 0;
      // Behind a pair that the block's end divides nothing is left to read; after a character of many words there may be no room.
      if (at >= length || words.hash !== hashes || count + length - at >= hashes.length) return;
      state = open.state | 0;
      row = Math.min(state, denseStates) << 5;
      tokenStart = open.tokenStart | 0;
      lastSpace = open.lastSpace | 0;
      hash = open.hash | 0;
      wordStart = open.wordStart | 0;
    }
  };
}

/** The state behind an entry of a row that is more than a state. */
function arrive(automaton: Automaton, from: number, entry: number, by: number, end: number, into: Sweep): number {
  return note(entry === NO_ROW ? step(automaton, from, by) : (entry - ROW_ACCEPT) | ACCEPT, end, into);
}
