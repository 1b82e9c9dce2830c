import stringWidth from 'string-width';

// Names of rules, threats and alerts are other people's: in a terminal a control character moves the cursor or sets the window's
// title, and one that turns the direction of writing makes a line say something else.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
/** Marks are stacked on the letter before: more than two leave their line. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text with nothing hidden in it, on one line. */
export function safeText(text: string): string {
  return text
    .replace(/\s/gu, ' ')
    .replace(HIDDEN, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
    .replace(PILED_MARKS, '$1');
}

/** Columns that a text takes, colours not counted. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A text without colours, cut to a number of columns; an ellipsis shows that it was. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) break;
    cut += segment;
  }
  return width < 1 ? '' : `${cut}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
