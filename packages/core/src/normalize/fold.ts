import { rewrite } from './decode/rewrite.js';
import { casedUnit, DROP, foldLong, LONG, lowerCase } from './fold-table.js';

/** A folded stretch of text and where each of its units came from. */
export interface Folded {
  /** Lower case. */
  readonly folded: string;
  /** The same with its own case; equally long. */
  readonly cased: string;
  /**
   * `starts[i]`: offset in the source, relative to the stretch, of the character that became unit `i`; one more entry for the
   * end. Null when no character vanished or grew, so that offsets are equal.
   */
  readonly starts: Uint32Array | null;
}

// Without a character beyond ASCII, a control or much white space, folding is lower-casing, which the engine does natively.
const PLAIN = /^[\t-\r\x20-\x7e]*$/;
const MUCH_WHITE_SPACE = /\s{3,}/g;

/**
 * Folds `text[start, end)`: see `foldCharacter`. Of a run of white space two characters stay, a line break among them if there was
 * one, so that patterns need not reckon with more. Linear in the text's length.
 */
export function fold(text: string, start = 0, end = text.length): Folded {
  const slice = start === 0 && end === text.length ? text : text.slice(start, end);
  if (!PLAIN.test(slice)) return foldSlowly(slice);
  const shortened = rewrite(slice, MUCH_WHITE_SPACE, ([run]) => twoOf(run), slice.length);
  if (shortened === null) return foldByCase(slice);
  return { folded: shortened.text.toLowerCase(), cased: shortened.text, starts: shortened.starts };
}

/** Folds a text of which it is known that nothing but its case changes. */
export function foldByCase(text: string): Folded {
  return { folded: text.toLowerCase(), cased: text, starts: null };
}

/** What stays of a run of white space; as in `foldSlowly`. */
function twoOf(run: string): string {
  return `${run[0]}${run.includes('\n', 1) ? '\n' : run[1]}`;
}

function foldSlowly(slice: string): Folded {
  // Growth is rare, so the buffer starts at the source's length.
  let units = new Uint16Array(slice.length + 16);
  let starts = new Uint32Array(slice.length + 17);
  let length = 0;
  let shifted = false;
  let blanks = 0;
  for (let i = 0; i < slice.length; i++) {
    const unit = casedUnit(slice.charCodeAt(i));
    if (unit === DROP) {
      shifted = true;
      continue;
    }
    if (unit !== LONG) {
      blanks = isWhiteSpace(unit) ? blanks + 1 : 0;
      if (blanks > 2) {
        if (unit === LINE_FEED) units[length - 1] = LINE_FEED;
        shifted = true;
        continue;
      }
      starts[length] = i;
      units[length++] = unit;
    } else {
      blanks = 0;
      const code = slice.codePointAt(i) as number;
      const size = code > 0xffff ? 2 : 1;
      const text = foldLong(code);
      if (text.length !== size) shifted = true;
      for (let k = 0; k < text.length; k++) {
        starts[length] = text.length === size ? i + k : i;
        units[length++] = text.charCodeAt(k);
      }
      i += size - 1;
    }
    if (length + 16 > units.length) {
      units = grown(units, new Uint16Array(units.length * 2));
      starts = grown(starts, new Uint32Array(units.length + 1));
    }
  }
  starts[length] = slice.length;
  const cased = decodeUnits(units, length);
  return {
    folded: lowerCase(cased),
    cased,
    starts: shifted ? starts.subarray(0, length + 1) : null,
  };
}

const LINE_FEED = 10;

function isWhiteSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function decodeUnits(units: Uint16Array, length: number): string {
  // The argument list of apply() lives on the stack.
  const CHUNK = 8192;
  let result = '';
  for (let i = 0; i < length; i += CHUNK) {
    result += String.fromCharCode.apply(null, units.subarray(i, Math.min(i + CHUNK, length)) as unknown as number[]);
  }
  return result;
}

/** The folded form of a short constant, such as a keyword. */
export function foldText(text: string): string {
  return fold(text).folded;
}
