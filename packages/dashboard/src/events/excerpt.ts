import type { ScanEvent } from '@llm-sentinel/core';
import type { RecentEvent } from '../api.js';
import { copy, wholeCharacter } from './cut.js';
import { MAX_EVENT_TEXT_CHARS, shownSpans } from './shown-spans.js';

const MAX_EXCERPT_CHARS = 400;
/** Of these, what stands before the first finding. */
const BEFORE = 100;
const MAX_MARKS = 50;

type Excerpt = NonNullable<RecentEvent['excerpt']>;

/** A part of the text that the event carries, around what was found first. Absent when it carries none. */
export function excerptOf({ text, result }: Pick<ScanEvent, 'text' | 'result'>): Excerpt | undefined {
  if (text === undefined) return undefined;
  const spans = shownSpans(text, result);
  const first = spans[0]?.start ?? 0;
  const start = wholeCharacter(text, text.length <= MAX_EXCERPT_CHARS ? 0 : Math.max(0, first - BEFORE));
  const end = wholeCharacter(text, Math.min(text.length, start + MAX_EXCERPT_CHARS));
  return {
    text: copy(text.slice(start, end)),
    marks: spans
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
      .filter((mark) => mark.start < mark.end)
      .slice(0, MAX_MARKS),
    cutBefore: start > 0,
    // Core cuts the text of an event: one of exactly that length is most likely not all.
    cutAfter: end < text.length || text.length === MAX_EVENT_TEXT_CHARS,
  };
}
