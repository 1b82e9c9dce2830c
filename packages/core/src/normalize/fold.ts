import { casedUnits, DROP, foldLong, LONG, learn, lowerCase, UNKNOWN_FOLD } from './fold-table.js';

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

/** At most this many units come of one character. */
const MAX_GROWTH = 8;

// Made anew for each text, they would cost as much as the folding.
let source = new Uint16Array(4096);
let units = new Uint16Array(4096);
let places = new Uint32Array(units.length + 1);

/**
 * Folds `text[start, end)`: see `foldCharacter`. Of a run of white space two characters stay, a line break among them if there was
 * one, so that patterns need not reckon with more. Linear in the text's length.
 */
export function fold(text: string, start = 0, end = text.length): Folded {
  const slice = start === 0 && end === text.length ? text : text.slice(start, end);
  const size = slice.length;
  reserve(size);
  loadUnits(slice, source);
  // Bundlers make a module's constants variables, which V8 reads anew each time. As locals they stay in registers.
  const [table, original, drop, odd] = [casedUnits, source, DROP, UNKNOWN_FOLD];
  let [into, starts] = [units, places];
  let length = 0;
  let shifted = false;
  let blanks = 0;
  for (let i = 0; i < size; i++) {
    // Most characters become one unit. Up to the blank all units are white space, as other controls vanish. It is counted without a branch,
    // because no processor can foresee where words end.
    for (; i < size; i++) {
      const unit = table[original[i] as number] as number;
      if (unit === drop || unit >= odd) break;
      blanks = (blanks + 1) & ((unit - 33) >> 31);
      if (blanks > 2) break;
      starts[length] = i;
      into[length++] = unit;
    }
    if (i === size) break;
    const unit = table[original[i] as number] as number;
    if (unit === UNKNOWN_FOLD) {
      learn(original[i] as number);
      i--;
    } else if (unit === DROP) {
      shifted = true;
    } else if (unit === LONG) {
      blanks = 0;
      const code = slice.codePointAt(i) as number;
      const width = code > 0xffff ? 2 : 1;
      const text = foldLong(code);
      if (text.length !== width) shifted = true;
      for (let k = 0; k < text.length; k++) {
        starts[length] = text.length === width ? i + k : i;
        into[length++] = text.charCodeAt(k);
      }
      i += width - 1;
      reserve(length + size - i);
      [into, starts] = [units, places];
    } else {
      if (unit === LINE_FEED) into[length - 1] = LINE_FEED;
      shifted = true;
    }
  }
  starts[length] = size;
  const cased = textOfUnits(into, length);
  return { folded: lowerCase(cased), cased, starts: shifted ? starts.slice(0, length + 1) : null };
}

/** Makes room for so many units and those of one more character. */
function reserve(length: number): void {
  if (length + MAX_GROWTH <= units.length) return;
  source = grown(source, new Uint16Array(length * 2));
  units = grown(units, new Uint16Array(length * 2));
  places = grown(places, new Uint32Array(length * 2 + 1));
}

/** Folds a text of which it is known that nothing but its case changes. */
export function foldByCase(text: string): Folded {
  return { folded: text.toLowerCase(), cased: text, starts: null };
}

const LINE_FEED = 10;

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function loadUnits(text: string, into: Uint16Array): void {
  if (typeof Buffer !== 'undefined') Buffer.from(into.buffer).write(text, 'utf16le');
  else for (let i = 0; i < text.length; i++) into[i] = text.charCodeAt(i);
}

function textOfUnits(units: Uint16Array, length: number): string {
  // Twenty times as fast, where there is one.
  if (typeof Buffer !== 'undefined') return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
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
