// Which characters make words. Text is folded already: no case, no accents, no invisible characters.

/** Stands between words and says nothing: blanks, apostrophes, hyphens, underscores. */
export const GAP = 0;
/** Part of a word. */
export const WORD = 1;
/** A word of its own: a sign of a script that puts no blanks between words. */
export const SINGLE = 2;
/** Punctuation: a token of its own. */
export const SIGN = 3;
/** Punctuation that ends a sentence. */
export const STOP = 4;

/** The class of every UTF-16 code unit of folded text. */
export const tokenClass = classify();

function classify(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(WORD);
  const set = (first: number, last: number, kind: number) => table.fill(kind, first, last + 1);
  set(0, 0x20, GAP);
  set(0x21, 0x2f, SIGN);
  set(0x3a, 0x40, SIGN);
  set(0x5b, 0x60, SIGN);
  set(0x7b, 0xbf, SIGN);
  for (const gap of "'-_ ") table[gap.charCodeAt(0)] = GAP;
  for (const stop of '.!?\n\u061f\u06d4\u0964\u0965\u3002\u037e') table[stop.charCodeAt(0)] = STOP;
  for (const sign of '\u00d7\u00f7\u060c\u061b\u05be\u05c0\u05c3') table[sign.charCodeAt(0)] = SIGN;
  set(0x0e00, 0x0eff, SINGLE); // Thai, Lao
  set(0x1000, 0x109f, SINGLE); // Myanmar
  set(0x1780, 0x17ff, SINGLE); // Khmer
  set(0x2000, 0x2bff, SIGN); // punctuation, arrows, mathematics, boxes, dingbats
  set(0x2e80, 0x2fff, SINGLE);
  set(0x3000, 0x303f, SIGN);
  table[0x3002] = STOP;
  set(0x3040, 0x30ff, SINGLE); // kana
  set(0x3100, 0x9fff, SINGLE); // ideographs
  set(0xd800, 0xdfff, SIGN); // halves of pairs: emoji, mostly
  set(0xe000, 0xf8ff, SIGN);
  set(0xf900, 0xfaff, SINGLE);
  set(0xff00, 0xffff, SIGN);
  return table;
}
