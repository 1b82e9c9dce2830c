import { loadUnits, textOfUnits, type UnitBuffers, unitBuffers } from '../units.js';

/** A text made from another, and where each of its units came from. */
export interface Rewritten {
  readonly text: string;
  /** `starts[i]`: offset in the source of what became unit `i`; one more entry for the end. */
  readonly starts: Uint32Array;
}

/**
 * Replaces every match of `pattern` (with the `g` flag). Units of a replacement all point to the start of their match. Returns
 * null when nothing changed, or when the result would be longer than `maxChars`. `replacement` must not itself fold or rewrite: they share buffers.
 */
export function rewrite(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
  maxChars: number,
): Rewritten | null {
  let buffers = unitBuffers(text.length);
  let length = 0;
  let copied = 0;
  let changed = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const part = replacement(match);
    const found = match[0];
    if (found.length === 0) pattern.lastIndex++;
    if (part === found) continue;
    if (!changed) loadUnits(text, buffers.source);
    changed = true;
    const { index } = match;
    length = copy(buffers, copied, index, length);
    copied = index + found.length;
    if (part.length > found.length) buffers = unitBuffers(length + part.length + text.length - copied, buffers);
    length = put(buffers, part, index, length);
    if (length > maxChars) return null;
  }
  if (!changed) return null;
  length = copy(buffers, copied, text.length, length);
  if (length > maxChars) return null;
  const { units, starts } = buffers;
  starts[length] = text.length;
  return { text: textOfUnits(units, length), starts: starts.slice(0, length + 1) };
}

/** Writes `from .. to` of the source as it stands. Answers how long the result is now. */
function copy({ source, units, starts }: UnitBuffers, from: number, to: number, at: number): number {
  const shift = at - from;
  for (let i = from; i < to; i++) {
    starts[i + shift] = i;
    units.list[i + shift] = source.list[i] as number;
  }
  return to + shift;
}

/** Writes a replacement of what begins at `from`. Answers how long the result is now. */
function put({ units, starts }: UnitBuffers, part: string, from: number, at: number): number {
  for (let i = 0; i < part.length; i++) {
    starts[at + i] = from;
    units.list[at + i] = part.charCodeAt(i);
  }
  return at + part.length;
}
