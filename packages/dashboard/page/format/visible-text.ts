/** A piece of text to show, or a character that cannot be seen, by its name. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  /** `U+202E`, where `text` stands for characters that hide or steer: those of a row together, the first few by name. */
  readonly code?: string;
}

export interface Mark {
  readonly start: number;
  readonly end: number;
}

// Controls, formats (zero-width, bidi overrides, tags), lone surrogates, private and unassigned characters, separators of lines.
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u;
// Invisible though letters or marks by category: Hangul fillers, the blank of Braille, variation selectors.
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0\u034f\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/u;
const LINE_END = /[\n\r\t]/;

export const LINE_FEED = 'U+000A';
const MAX_NAMED = 6;

/** What to print for a character that has no form of its own. */
const SIGNS: Readonly<Record<string, string>> = { '\n': '↵', '\r': '␍', '\t': '⇥' };

/**
 * Cuts a text into pieces to show: marked or not, and each character that cannot be seen on its own. A text that hides letters,
 * or turns the direction of what follows, then shows that it does.
 */
export function toPieces(text: string, marks: readonly Mark[] = []): readonly Piece[] {
  const pieces: Piece[] = [];
  let pending = '';
  let pendingMarked = false;
  const flush = () => {
    if (pending !== '') pieces.push({ text: pending, marked: pendingMarked });
    pending = '';
  };
  let at = 0;
  let next = 0;
  for (const character of text) {
    while (next < marks.length && marks[next]!.end <= at) next++;
    const mark = marks[next];
    const marked = mark !== undefined && mark.start < at + character.length && at < mark.end;
    at += character.length;
    if (isHidden(character)) {
      flush();
      pushHidden(pieces, character, marked);
      continue;
    }
    if (marked !== pendingMarked) flush();
    pendingMarked = marked;
    pending += character;
  }
  flush();
  return pieces;
}

/** Letters spelt in invisible characters come in rows: one box around a row is easier to read than a box around each. */
function pushHidden(pieces: Piece[], character: string, marked: boolean): void {
  const piece = { text: signOf(character), marked, code: codeOf(character) };
  const last = pieces.at(-1);
  const isSame =
    last?.code !== undefined && last.marked === marked && last.code !== LINE_FEED && piece.code !== LINE_FEED;
  if (!isSame) {
    pieces.push(piece);
    return;
  }
  const codes = last.code.endsWith('…') ? last.code : `${last.code} ${last.text.length < MAX_NAMED ? piece.code : '…'}`;
  pieces[pieces.length - 1] = { text: last.text + piece.text, marked, code: codes };
}

/** The text on one line, with a sign for each character that cannot be seen: for attributes, where there is no markup. */
export function toVisible(text: string): string {
  return toPieces(text)
    .map((piece) => piece.text)
    .join('');
}

function isHidden(character: string): boolean {
  // An emoji's presentation selector only chooses colour.
  return character !== '\ufe0f' && (HIDDEN.test(character) || BLANK.test(character));
}

function signOf(character: string): string {
  if (LINE_END.test(character)) return SIGNS[character]!;
  const code = character.codePointAt(0)!;
  // Unicode has a picture for each of the first controls. Tags spell letters: show which.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code >= 0xe0020 && code <= 0xe007e) return String.fromCodePoint(code - 0xe0000);
  return '·';
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
