// A terminal counts columns, not characters: some take two, some none, and some must not reach it at all.

// Hangul, kana, CJK and full-width forms; then emoji and the rarer CJK.
const WIDE = new RegExp(
  [
    String.raw`[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff]`,
    String.raw`[\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]`,
    String.raw`[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]`,
  ].join('|'),
  'u',
);
const ZERO = /[\p{Mn}\p{Me}]/u;
// Control, format, private and unassigned characters: escape sequences, text that runs backwards, invisible letters.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The character (one code point) as it may be printed: white space as a blank, what can't be seen as a dot. */
export function printable(character: string): string {
  if (/\s/u.test(character) && character !== '\ufeff') return ' ';
  if (character === '\ufe0f') return '';
  return UNPRINTABLE.test(character) ? '·' : character;
}

/** Columns that a printable text takes. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += WIDE.test(character) ? 2 : ZERO.test(character) ? 0 : 1;
  return sum;
}

/** The beginning of any text, on one line of at most `width` columns. */
export function headline(text: string, width: number): string {
  let line = '';
  let used = 0;
  for (const character of text) {
    const shown = printable(character);
    if (used + columns(shown) > width - 1) return `${line.trimEnd()}…`;
    // Runs of white space say nothing here.
    if (shown === ' ' && (line === '' || line.endsWith(' '))) continue;
    line += shown;
    used += columns(shown);
  }
  return line.trimEnd();
}

/** Filled up with blanks to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text;
}
