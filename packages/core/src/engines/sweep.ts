// The one pass that every text goes through. It folds on the fly (nothing is written), feeds the keyword automaton, hashes the words, and
// notes the few things that decide which of the expensive parts run at all: runs of digits, long tokens, escapes, invisible characters.
import { reserveTokens, type Tokens } from '../semantics/tokens.js';
import { type Automaton, buildAutomaton } from './automaton.js';
import { BLOCK, loadBlock, readBlock } from './block.js';
import { endDigits, endRun, endWord } from './read-sign.js';
import { begin, reopen, type Sweep, Trait } from './seen.js';

const MIN_MORSE_SIGNS = 16;
const SPARE_TOKENS = 64;
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
    loadBlock(text, from, end);
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

/** Reads nothing but the words: for a second look at a text. */
export function readWords(text: string, into: Sweep): Tokens {
  sweep(text, NO_KEYWORDS, into);
  return into.words;
}

const NO_KEYWORDS = buildAutomaton([]);
