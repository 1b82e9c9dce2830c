// Folding looks each UTF-16 code unit up in a table. Filling it for all of Unicode at import would cost 30 ms or 10 kB of
// data; so it starts empty beyond ASCII and learns a character the first time it is seen (about 1 microsecond, once).
import { foldCharacter } from './fold-character.js';

/** Table entry: the character vanishes. */
export const DROP = 0;
/** Table entry: the character becomes several units, or is the first half of a surrogate pair; ask `foldLong`. */
export const LONG = 0xffff;
/** Table entry: not looked at yet; ask `learn`. */
const UNKNOWN = 0xfffe;

/** Folded, case kept, by UTF-16 code unit: a unit, `DROP`, `LONG` or `UNKNOWN_FOLD`. Indexed directly by the loop that folds; see `learn`. */
export const casedUnits = new Uint16Array(0x10000).fill(UNKNOWN);
/** Folded to lower case, by UTF-16 code unit. Indexed directly by the hot loop; on `UNKNOWN_FOLD` it calls `learn`. */
export const foldedUnits = new Uint16Array(0x10000).fill(UNKNOWN);
/** See `foldedUnits`. */
export const UNKNOWN_FOLD = UNKNOWN;

const long = new Map<number, string>();
// Attackers choose which astral characters we meet; there are a million of them.
const MAX_LONG_ENTRIES = 20_000;

for (let unit = 0; unit < 0x80; unit++) {
  const isControl =
    (unit < 32 && unit !== 9 && unit !== 10 && unit !== 11 && unit !== 12 && unit !== 13) || unit === 127;
  casedUnits[unit] = isControl ? DROP : unit;
  foldedUnits[unit] = isControl ? DROP : unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
// Halves of pairs; a half on its own stays as it is (see `foldLong`).
casedUnits.fill(LONG, 0xd800, 0xe000);
foldedUnits.fill(LONG, 0xd800, 0xe000);

/** Ideographs and Hangul syllables: forty thousand, so that even writing them down would be felt at import. */
function standsForItself(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** Looks a code unit up that the tables did not know. */
export function learn(unit: number): void {
  if (standsForItself(unit)) {
    casedUnits[unit] = foldedUnits[unit] = unit;
    return;
  }
  const text = foldCharacter(String.fromCharCode(unit));
  if (text.length > 1) long.set(unit, text);
  casedUnits[unit] = entry(text);
  foldedUnits[unit] = entry(lowerCase(text));
}

function entry(text: string): number {
  if (text === '') return DROP;
  // U+FFFE and U+FFFF are no entries of their own, since these two mean something else.
  return text.length === 1 && text < '\ufffe' ? text.charCodeAt(0) : LONG;
}

/**
 * Lower case without a change of length, so that offsets hold: a final sigma is a sigma like any other, and the one letter
 * that lengthens (İ) has lost its dot before it comes here.
 */
export function lowerCase(text: string): string {
  const known = text.toLowerCase();
  const lower = known.includes('ς') ? known.replaceAll('ς', 'σ') : known;
  return lower.length === text.length ? lower : text;
}

/**
 * The cased fold of a character whose table entry is `LONG`: at most 8 units. `code` is a code point, or a lone surrogate, which
 * folds to itself.
 */
export function foldLong(code: number): string {
  let text = long.get(code);
  if (text === undefined) {
    text = code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : foldCharacter(String.fromCodePoint(code));
    if (long.size < MAX_LONG_ENTRIES) long.set(code, text);
  }
  return text;
}
