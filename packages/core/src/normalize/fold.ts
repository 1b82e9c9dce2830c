import { casedUnits, DROP, foldLong, LONG, learn, lowerCase, UNKNOWN_FOLD } from './fold-table.js';
import { loadUnits, textOfUnits, unitBuffers } from './units.js';

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

/**
 * Folds `text[start, end)`: see `foldCharacter`. Of a run of white space two characters stay, a line break among them if there was
 * one, so that patterns need not reckon with more. Linear in the text's length.
 */
export function fold(text: string, start = 0, end = text.length): Folded {
  const slice = start === 0 && end === text.length ? text : text.slice(start, end);
  const size = slice.length;
  let buffers = unitBuffers(size);
  loadUnits(slice, buffers.source);
  // Bundlers make a module's constants variables, which V8 reads anew each time. As locals they stay in registers.
  const [table, drop, odd] = [casedUnits, DROP, UNKNOWN_FOLD];
  let source = buffers.source.list;
  let units = buffers.units.list;
  let { starts } = buffers;
  let length = 0;
  let shifted = false;
  let blanks = 0;
  for (let i = 0; i < size; i++) {
    // Most characters become one unit. Up to the blank all units are white space, as other controls vanish. It is counted without a branch,
    // because no processor can foresee where words end.
    for (; i < size; i++) {
      const unit = table[source[i] as number] as number;
      if (unit === drop || unit >= odd) break;
      blanks = (blanks + 1) & ((unit - 33) >> 31);
      if (blanks > 2) break;
      starts[length] = i;
      units[length++] = unit;
    }
    if (i === size) break;
    const unit = table[source[i] as number] as number;
    if (unit === UNKNOWN_FOLD) {
      learn(source[i] as number);
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
        units[length++] = text.charCodeAt(k);
      }
      i += width - 1;
      buffers = unitBuffers(length + size - i, buffers);
      source = buffers.source.list;
      units = buffers.units.list;
      starts = buffers.starts;
    } else {
      if (unit === LINE_FEED) units[length - 1] = LINE_FEED;
      shifted = true;
    }
  }
  starts[length] = size;
  const cased = textOfUnits(buffers.units, length);
  return { folded: lowerCase(cased), cased, starts: shifted ? starts.slice(0, length + 1) : null };
}

/** Folds a text of which it is known that nothing but its case changes. */
export function foldByCase(text: string): Folded {
  return { folded: text.toLowerCase(), cased: text, starts: null };
}

const LINE_FEED = 10;

/** The folded form of a short constant, such as a keyword. */
export function foldText(text: string): string {
  return fold(text).folded;
}
