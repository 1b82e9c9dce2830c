// Controls other than line feed, and the characters that turn the order of a line around: what is shown must be what is there.
const UNPRINTABLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]/g;
// In the type library only from ES2024 on; Node 20 has it.
type WellFormed = string & { toWellFormed(): string };

/** Replaces what can't be shown: controls, marks that turn the direction of writing, halves of surrogate pairs. */
export function clean(text: string): string {
  return (text as WellFormed).toWellFormed().replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNPRINTABLE, '\uFFFD');
}

/**
 * The first characters of a text that still fit when each is escaped, with an ellipsis when some did not. Never ends in the middle of
 * a character or of what stands for one. Counts UTF-16 code units, the strictest way a vendor may count.
 */
export function fit(text: string, max: number, escaping: (character: string) => string = String): string {
  let out = '';
  for (const character of text) {
    const escaped = escaping(character);
    if (out.length + escaped.length > max) return ellipsis(out, max);
    out += escaped;
  }
  return out;
}

function ellipsis(text: string, max: number): string {
  if (text.length < max) return `${text}…`;
  // The last thing may be an escaped character such as `&amp;`, a pair of surrogates or a backslash with what it escapes.
  return `${text.replace(/(?:&[a-z0-9#]+;|\\[^]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^])$/u, '')}…`;
}
