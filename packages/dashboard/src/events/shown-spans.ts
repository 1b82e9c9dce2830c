import type { Finding } from '@llm-sentinel/core';

/** Part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Part of the original that a placeholder stands for. */
interface Masked extends Span {
  readonly label: string;
}

/** What is asked of a result. */
interface Judged {
  readonly findings: readonly Finding[];
  readonly inputLength: number;
}

/** The same part in the original and in the text that is shown. */
interface Move {
  readonly from: Span;
  readonly to: Span;
}

/** What core cuts the text of an event to. */
export const MAX_EVENT_TEXT_CHARS = 2_000;
/** Below this score core leaves personal data as it is. */
const MIN_MASKED_SCORE = 0.4;

/** What an event's text can be: the original, or masked; up to `limit` it is known where things are. */
interface Layout {
  readonly moves: readonly Move[];
  readonly limit: number;
}

/**
 * Where findings are in the text that an event carries, ascending and apart. That text may be masked: in place of each piece of
 * personal data stands a placeholder of another length, so that all behind it has moved. The walk goes from one to the next; where
 * one is not in its place, nothing from there on is told, as a mark in a wrong place is worse than none.
 */
export function shownSpans(text: string, { findings, inputLength }: Judged): readonly Span[] {
  const { moves, limit } = layoutOf(text, inputLength, maskedParts(findings));
  const shown = findings
    // The classifier weighs a text as a whole: what it went by says more than that all of it is suspicious.
    .flatMap((finding): readonly Span[] => (finding.evidence?.length ? finding.evidence : [finding]))
    .map(({ start, end }) => ({ start: moved(start, moves, 'start'), end: moved(end, moves, 'end') }))
    .map(({ start, end }) => ({ start, end: Math.min(end, text.length) }));
  return merged(shown.filter(({ start, end }) => start >= 0 && start < end && start < limit));
}

function layoutOf(text: string, inputLength: number, masked: readonly Masked[]): Layout {
  const isCut = text.length >= MAX_EVENT_TEXT_CHARS;
  const original: Layout = { moves: [], limit: isCut || text.length === inputLength ? text.length : 0 };
  const moves: Move[] = [];
  let shift = 0;
  for (const from of masked) {
    const start = from.start + shift;
    const length = placeholderLength(text, start, from.label);
    if (length === 0) return moves.length === 0 || (original.limit > 0 && !isCut) ? original : { moves, limit: start };
    moves.push({ from, to: { start, end: start + length } });
    shift += length - (from.end - from.start);
  }
  // What looks like placeholders may have been in the original: then the length is not that of a masked text.
  return isCut || text.length === inputLength + shift ? { moves, limit: text.length } : original;
}

/** Of `[LABEL_12]` at a place in the text; 0 where there is none. */
function placeholderLength(text: string, at: number, label: string): number {
  const head = `[${label}_`;
  if (!text.startsWith(head, at)) return 0;
  const close = text.indexOf(']', at);
  return /^\d+$/.test(text.slice(at + head.length, close)) ? close + 1 - at : 0;
}

/** An offset of the original in the text. Inside of a masked part it goes to that part's own start or end. */
function moved(offset: number, moves: readonly Move[], edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { from, to } of moves) {
    if (edge === 'start' ? offset < from.start : offset <= from.start) break;
    if (edge === 'start' ? offset < from.end : offset <= from.end) return to[edge];
    shift = to.end - from.end;
  }
  return offset + shift;
}

/** What core's `redact` replaces, in its own order and with its own labels. */
function maskedParts(findings: readonly Finding[]): readonly Masked[] {
  const parts: { start: number; end: number; label: string }[] = [];
  const sensitive = findings.filter(
    ({ threatType, score }) => (threatType === 'pii' || threatType === 'secret') && score >= MIN_MASKED_SCORE,
  );
  for (const { start, end, entity, threatType } of sensitive.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = parts.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start)
      parts.push({ start, end, label: (entity ?? threatType).toUpperCase().replace(/[^A-Z0-9]+/g, '_') });
  }
  return parts;
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end) result.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return result;
}
