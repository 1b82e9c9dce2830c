/** Gaps between the words of a pattern, as regular expression source. */

/** Up to `count` characters within a sentence of one line. As few as possible. */
export function clause(count: number): string {
  return `[^.!?\\n]{0,${count}}?`;
}

/** Up to `count` characters within a line. As few as possible. */
export function line(count: number): string {
  return `[^\\n]{0,${count}}?`;
}
