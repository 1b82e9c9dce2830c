/**
 * Word groups shared by the English attack families, as regular expression source.
 *
 * Nothing in them repeats by a counter or without bound: whatever repeats is written out as nested options. A checker
 * proves such a pattern linear at once, while of loops and large counters it can only try samples.
 */

/**
 * Makes a pattern for folded text out of word groups. A blank in them stands for one to three white-space characters, a
 * line break and the indentation behind it for nothing.
 */
export function words(strings: TemplateStringsArray, ...groups: readonly string[]): RegExp {
  const source = String.raw(strings, ...groups).replaceAll(/\n */g, '');
  return new RegExp(source.replaceAll(' ', String.raw`(?:\s(?:\s\s?)?(?=\S))`), 'i');
}

/** Up to `count` words, each followed by a blank. As few as possible. */
export function upTo(count: number): string {
  return `${nested(`[\\w']${upToAtoms("[\\w',/&-]", 15, '?')} `, count, '??')}${JOIN}`;
}

/** Up to `count` characters that do not end a sentence. As few as possible. */
export function within(count: number): string {
  return upToAtoms('[^.!?]', count, '??');
}

/**
 * Always true where a pattern goes on. V8 compiles what follows an option once for each of its branches, but not past a
 * lookahead: patterns with it compile several times faster.
 */
const JOIN = '(?=[^])';

/** About `count` atoms at most: first in strides, then one by one, so that each number is met in one way only. */
function upToAtoms(atom: string, count: number, option: '?' | '??'): string {
  const stride = Math.ceil(Math.sqrt(count));
  const strides = nested(atom.repeat(stride), Math.ceil((count + 1) / stride) - 1, option);
  return strides + JOIN + nested(atom, stride - 1, option) + JOIN;
}

function nested(atom: string, count: number, option: '?' | '??'): string {
  return `(?:${atom}`.repeat(count) + `)${option}`.repeat(count);
}
