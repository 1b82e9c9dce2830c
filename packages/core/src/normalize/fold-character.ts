// What one character becomes when text is folded, decided once per character and remembered by `fold-table.ts`.

/** Marks that spell a letter's accent or vowel point, and so may be left out. Indic and Thai vowel signs are not among them. */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u0abc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Format characters, variation selectors, fillers and controls: they show nothing. */
const INVISIBLE =
  /^[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u034f\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]$/u;

/** Letters that Unicode does not decompose but readers take for Latin ones, and the punctuation that editors make smart. */
// biome-ignore format: a packed table reads better
const LOOKALIKES: Readonly<Record<string, string>> = {
  'ß': 'ss', 'ẞ': 'SS', 'æ': 'ae', 'Æ': 'AE', 'œ': 'oe', 'Œ': 'OE', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ð': 'd',
  'Ð': 'D', 'ħ': 'h', 'Ħ': 'H', 'ł': 'l', 'Ł': 'L', 'ŧ': 't', 'Ŧ': 'T', 'þ': 'th', 'Þ': 'TH', 'ı': 'i', 'ĸ': 'k', 'ŋ': 'n',
  'ɐ': 'a', 'ɑ': 'a', 'ƅ': 'b', 'ɓ': 'b', 'ɔ': 'o', 'ɕ': 'c', 'ƈ': 'c', 'ɖ': 'd', 'ɗ': 'd', 'ə': 'e', 'ɛ': 'e', 'ƒ': 'f',
  'ɡ': 'g', 'ɠ': 'g', 'ɢ': 'g', 'ɦ': 'h', 'ʜ': 'h', 'ɨ': 'i', 'ɩ': 'i', 'ɪ': 'i', 'ʝ': 'j', 'ƙ': 'k', 'ɫ': 'l', 'ʟ': 'l',
  'ɯ': 'm', 'ɱ': 'm', 'ɲ': 'n', 'ɳ': 'n', 'ɴ': 'n', 'ɵ': 'o', 'ƥ': 'p', 'ʀ': 'r', 'ɹ': 'r', 'ɾ': 'r', 'ʁ': 'r', 'ʂ': 's',
  'ƚ': 'l', 'ƭ': 't', 'ʈ': 't', 'ʉ': 'u', 'ʊ': 'u', 'ʋ': 'v', 'ʌ': 'v', 'ʍ': 'w', 'ʏ': 'y', 'ƴ': 'y', 'ƶ': 'z', 'ʐ': 'z',
  'ᴀ': 'a', 'ʙ': 'b', 'ᴄ': 'c', 'ᴅ': 'd', 'ᴇ': 'e', 'ꜰ': 'f', 'ᴊ': 'j', 'ᴋ': 'k', 'ᴍ': 'm', 'ᴏ': 'o', 'ᴘ': 'p', 'ꞯ': 'q',
  'ꜱ': 's', 'ᴛ': 't', 'ᴜ': 'u', 'ᴠ': 'v', 'ᴡ': 'w', 'ᴢ': 'z', 'ℓ': 'l', '℮': 'e',
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '‵': "'", '´': "'", '`': '`', 'ʼ': "'", 'ʹ': "'", '‹': "'", '›': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"', '〝': '"', '〞': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '﹣': '-', '⁃': '-', '•': '*', '∗': '*', '⁄': '/',
  '∕': '/', '∶': ':', '⧸': '/', 'ǃ': '!',
  // Spellings that Arabic-script writers use for one another.
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه',
  'ς': 'σ', '\u2028': '\n', '\u2029': '\n', '\u0085': '\n', '\u2800': ' ',
};

/**
 * The form of one character (a whole code point) in cased folded text: compatibility forms resolved (NFKD), accents and vowel
 * points removed, any decimal digit as an ASCII one, exotic white space as a blank. Empty for a character that shows nothing;
 * among these are the tag characters, which spell invisible ASCII and have a decoder of their own.
 */
export function foldCharacter(character: string): string {
  const known = lookalike(character);
  if (known !== undefined) return known;
  if (INVISIBLE.test(character)) return '';
  const squared = foldEnclosed(character);
  if (squared !== '') return squared;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  if (/^\p{Nd}$/u.test(character)) return decimalDigit(character);
  const bare = character.normalize('NFKD').replace(OPTIONAL_MARKS, '').normalize('NFC');
  if (bare === character || bare.length > 8) return bare.length > 8 ? character : bare;
  // A compatibility form may resolve to a character that has a fold of its own: 'ﬅ', '⑴', '﹣'.
  let result = '';
  for (const part of bare) if (!INVISIBLE.test(part)) result += lookalike(part) ?? part;
  return result;
}

function lookalike(character: string): string | undefined {
  return LOOKALIKES[character] ?? LOOKALIKES[character.toLowerCase()];
}

/** Negative squared and circled letters, which have no compatibility mapping: 🄰 has one, 🅐 and 🅰 have none; 🇦 is a flag half. */
function foldEnclosed(character: string): string {
  const code = character.codePointAt(0) as number;
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
  }
  return '';
}

/** Unicode lays out each script's digits 0 to 9 in a row, so the value is the distance to the row's start. */
function decimalDigit(character: string): string {
  let code = character.codePointAt(0) as number;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(--code))) value++;
  return String(value);
}
