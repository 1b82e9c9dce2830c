/** A text made from another, and where each of its units came from. */
export interface Rewritten {
  readonly text: string;
  /** `starts[i]`: offset in the source of what became unit `i`; one more entry for the end. */
  readonly starts: Uint32Array;
}

/**
 * Replaces every match of `pattern` (with the `g` flag). Units of a replacement all point to the start of their match. Returns
 * null when nothing changed, or when the result would be longer than `maxChars`.
 */
export function rewrite(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
  maxChars: number,
): Rewritten | null {
  const parts: string[] = [];
  // Four numbers each: units `at .. at + size` of the result stand for `from .. to` of the source. Objects cost twice the time.
  const edits: number[] = [];
  let length = 0;
  let copied = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const part = replacement(match);
    const found = match[0];
    if (found.length === 0) pattern.lastIndex++;
    if (part === found) continue;
    const { index } = match;
    const end = index + found.length;
    length += index - copied;
    if (index > copied) parts.push(text.slice(copied, index));
    parts.push(part);
    edits.push(length, part.length, index, end);
    length += part.length;
    copied = end;
    if (length > maxChars) return null;
  }
  if (edits.length === 0) return null;
  parts.push(text.slice(copied));
  const result = parts.join('');
  if (result.length > maxChars) return null;
  return { text: result, starts: mapEdits(edits, result.length, text.length) };
}

function mapEdits(edits: readonly number[], length: number, sourceLength: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let unit = 0;
  let source = 0;
  for (let k = 0; k < edits.length; k += 4) {
    const at = edits[k] as number;
    const end = at + (edits[k + 1] as number);
    const from = edits[k + 2] as number;
    while (unit < at) starts[unit++] = source++;
    while (unit < end) starts[unit++] = from;
    source = edits[k + 3] as number;
  }
  while (unit < length) starts[unit++] = source++;
  starts[length] = sourceLength;
  return starts;
}
