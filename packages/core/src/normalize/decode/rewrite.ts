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
  const edits: Edit[] = [];
  let length = 0;
  let copied = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const part = replacement(match);
    if (match[0].length === 0) pattern.lastIndex++;
    if (part === match[0]) continue;
    const kept = text.slice(copied, match.index);
    parts.push(kept, part);
    edits.push({ at: length + kept.length, size: part.length, from: match.index, to: match.index + match[0].length });
    length += kept.length + part.length;
    copied = match.index + match[0].length;
    if (length > maxChars) return null;
  }
  if (edits.length === 0) return null;
  parts.push(text.slice(copied));
  const result = parts.join('');
  if (result.length > maxChars) return null;
  return { text: result, starts: mapEdits(edits, result.length, text.length) };
}

/** Units `at .. at + size` of the result stand for `from .. to` of the source. */
interface Edit {
  readonly at: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

function mapEdits(edits: readonly Edit[], length: number, sourceLength: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let unit = 0;
  let source = 0;
  for (const { at, size, from, to } of edits) {
    while (unit < at) starts[unit++] = source++;
    starts.fill(from, at, at + size);
    unit = at + size;
    source = to;
  }
  while (unit < length) starts[unit++] = source++;
  starts[length] = sourceLength;
  return starts;
}
