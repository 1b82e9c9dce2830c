// Encodings that replace single characters and leave the rest of the text readable.
import { type Rewritten, rewrite } from './rewrite.js';
import { utf8 } from './utf8.js';

/** `%69gnore`, UTF-8 sequences included; `+` between word characters as a blank, as in a query string. */
export function decodePercent(text: string, maxChars: number): Rewritten | null {
  return rewrite(text, /(?:%[0-9a-f]{2})+|\b\+\b/gi, ([match]) => (match === '+' ? ' ' : textOfHex(match)), maxChars);
}

/** Quoted-printable (RFC 2045): `=69gnore` and soft line breaks. */
export function decodeQuotedPrintable(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /=\r?\n|(?:=[0-9a-f]{2})+/gi,
    ([match]) => (/\n$/.test(match) ? '' : textOfHex(match)),
    maxChars,
  );
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };

/** `\u0069`, `\u{69}`, `\U00000069`, `\x69`, and what JSON and most languages write for line breaks, tabs and quotes. */
export function decodeEscapes(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([nrt"\\/]))/g,
    ([match, braced, four, eight, two, simple]) => {
      if (simple !== undefined) return SIMPLE_ESCAPES[simple] as string;
      return character(Number.parseInt(braced ?? four ?? eight ?? (two as string), 16)) ?? match;
    },
    maxChars,
  );
}

// The entities that attackers write and that change how a text reads; numeric ones need no list.
// biome-ignore format: a packed table reads better
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', Tab: '\t', NewLine: '\n', colon: ':', semi: ';', comma: ',',
  period: '.', excl: '!', quest: '?', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', lcub: '{',
  rcub: '}', sol: '/', bsol: '\\', num: '#', commat: '@', equals: '=', hyphen: '-', dash: '-', ndash: '-', mdash: '-',
  lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', hellip: '...', shy: '', zwj: '', zwnj: '', ZeroWidthSpace: '', grave: '`',
  vert: '|', lowbar: '_', ast: '*', plus: '+', dollar: '$', percnt: '%',
};

/** HTML character references: `&#105;`, `&#x69;`, `&lt;`. The final semicolon may be missing after a number, as in browsers. */
export function decodeEntities(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /&(?:#(\d{1,7});?|#x([0-9a-f]{1,6});?|([a-z]{2,14});)/gi,
    ([match, decimal, hex, name]) => {
      if (name !== undefined) return NAMED[name] ?? match;
      return character(decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)) ?? match;
    },
    maxChars,
  );
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What pairs of hexadecimal digits spell, each behind a sign. */
function textOfHex(text: string): string {
  const first = hexByte(text, 1);
  // One letter is what most escapes spell, and a call of the decoder costs as much as fifty of these.
  if (text.length === 3 && first < 0x80) return String.fromCharCode(first);
  const bytes = new Uint8Array(text.length / 3);
  for (let i = 0; i < bytes.length; i++) bytes[i] = hexByte(text, i * 3 + 1);
  return utf8(bytes);
}

function hexByte(text: string, at: number): number {
  return (hexDigit(text.charCodeAt(at)) << 4) | hexDigit(text.charCodeAt(at + 1));
}

function hexDigit(unit: number): number {
  return unit < 65 ? unit - 48 : (unit | 32) - 87;
}
