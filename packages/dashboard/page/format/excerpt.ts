import type { RecentEvent } from '../../src/api.js';

type Excerpt = NonNullable<RecentEvent['excerpt']>;

/** The excerpt from at most so many characters before its first mark, from the beginning of a word where there is one. */
export function beginNearMark(excerpt: Excerpt, lead: number): Excerpt {
  const first = excerpt.marks[0]?.start ?? 0;
  if (first <= lead) return excerpt;
  const earliest = first - lead;
  const blank = excerpt.text.slice(earliest, first).search(/\s/);
  const start = blank < 0 ? afterWholeCharacter(excerpt.text, earliest) : earliest + blank + 1;
  return {
    ...excerpt,
    text: excerpt.text.slice(start),
    marks: excerpt.marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    cutBefore: true,
  };
}

/** Not between the halves of a surrogate pair. */
function afterWholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}
