// Gaps between the words of a pattern, as regular expression source. They are written out as nested options instead of counted:
// a checker proves such a pattern linear at once, of one with large counters it can only try samples.

function atMost(atom: string, count: number): string {
  return '(?:'.repeat(count).replaceAll('(?:', `(?:${atom}`) + ')??'.repeat(count);
}

/** Up to `count` characters within a sentence of one line. As few as possible. */
export function clause(count: number): string {
  return atMost('[^.!?\\n]', count);
}

/** Up to `count` characters within a line. As few as possible. */
export function line(count: number): string {
  return atMost('[^\\n]', count);
}

/** Up to `count` characters without white space, such as a part of an address. As few as possible. */
export function solid(count: number): string {
  return atMost('\\S', count);
}

/** Up to `count` characters of any kind. As few as possible. */
export function anything(count: number): string {
  return atMost('[^]', count);
}
