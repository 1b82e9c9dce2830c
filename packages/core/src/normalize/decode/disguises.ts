// Disguises of a whole text: it is there, letter by letter, but turned, spread, respelled or drawn with other signs.
import { toLatin } from '../confusables.js';
import { type Rewritten, rewrite } from './rewrite.js';

// Only words that mix scripts reach the replacement: the look-aheads turn all others away without leaving the pattern.
const MIXED_WORD =
  /(?=[a-z]{0,63}[\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf])(?=[\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf]{0,63}[a-z])[a-z\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf]{2,64}/g;

/** `іgnоrе` with Cyrillic letters: in words that mix scripts, look-alikes become the Latin letter. Takes folded text. */
export function decodeHomoglyphs(folded: string, maxChars: number): Rewritten | null {
  return rewrite(folded, MIXED_WORD, ([word]) => toLatin(word), maxChars);
}

// biome-ignore format: a packed table reads better
const LEET: Readonly<Record<string, string>> = {
  '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '!': 'i', '|': 'l', '+': 't',
};

// Words of letters with digits or signs among them; not the pieces of a longer token.
const LEET_WORD =
  /(?<![a-z0-9@$!|+/=])(?=[a-z]{0,23}[0-9@$!|+])(?=[0-9@$!|+]{0,23}[a-z])[a-z0-9@$!|+]{2,24}(?![a-z0-9@$!|+/=])/g;

/** By ASCII code, so that a word is read without a search for each of its characters. */
const unleeted = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return LEET[sign] ?? sign;
});

const ONE = 49;
const EXCLAMATION_MARK = 33;

function unleet(word: string): string {
  let result = '';
  const last = word.length - 1;
  for (let i = 0; i <= last; i++) {
    const code = word.charCodeAt(i);
    if (code === ONE) result += i > 0 && 'aeou134'.includes(word[i - 1] as string) ? 'l' : 'i';
    // A final exclamation mark is one.
    else result += code === EXCLAMATION_MARK && i === last ? '!' : (unleeted[code] as string);
  }
  return result;
}

/**
 * `1gn0r3`: in words that mix letters with digits or signs. A 1 is an L after a vowel or another 1 (`ru1es`, `a11`), else an I.
 * Takes folded text. Longer words are keys and hashes.
 */
export function decodeLeet(folded: string, maxChars: number): Rewritten | null {
  return rewrite(folded, LEET_WORD, ([word]) => unleet(word), maxChars);
}

/**
 * `i g n o r e` or `i.g.n.o.r.e`: rows of at least five single letters joined by one kind of sign lose the signs. Where letters
 * stand a blank apart and words two, or words are divided by another sign, the words stay divided.
 */
export function decodeSpaced(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /(?<![\p{L}\d])[\p{L}\d](?:([ \t.\-_*|/+,])(?:\1{1,3}|[ \t]{0,3})[\p{L}\d](?![\p{L}\d])){4,}/gu,
    (match) => {
      const joint = match[1] as string;
      return match[0]
        .split(joint)
        .map((part) => (part === '' || part.trim() === '' ? ' ' : part))
        .join('')
        .replace(/\s+/g, ' ');
    },
    maxChars,
  );
}

/** The whole text backwards. */
export function decodeReversed(text: string): Rewritten {
  const units = Array.from(text).reverse();
  const reversed = units.join('');
  const starts = new Uint32Array(reversed.length + 1);
  let source = text.length;
  let unit = 0;
  for (const character of units) {
    source -= character.length;
    starts.fill(source, unit, unit + character.length);
    unit += character.length;
  }
  // The end of the last character is where the first one began; spans are put in order by whoever locates them.
  starts[reversed.length] = 0;
  return { text: reversed, starts };
}

/** Every word backwards, in place. */
export function decodeReversedWords(text: string, maxChars: number): Rewritten | null {
  return rewrite(text, /\p{L}{2,64}/gu, ([word]) => Array.from(word).reverse().join(''), maxChars);
}

/** Each letter thirteen places on. */
export function decodeRot13(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /[a-z]+/gi,
    ([word]) =>
      word.replace(/[a-z]/gi, (letter) => {
        const code = letter.charCodeAt(0);
        const base = code < 97 ? 65 : 97;
        return String.fromCharCode(base + ((code - base + 13) % 26));
      }),
    maxChars,
  );
}

/** Unicode tag characters (U+E0020..E007E), which display as nothing and spell ASCII. Only what they spell is in the result. */
export function decodeTags(text: string): Rewritten {
  let result = '';
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code >= 0xe0020 && code <= 0xe007e) {
      starts.push(i);
      result += String.fromCharCode(code - 0xe0000);
    } else if (result !== '' && !result.endsWith('\n') && code < 0xe0000) {
      // Two hidden passages are two sentences.
      starts.push(i);
      result += '\n';
    }
    if (code > 0xffff) i++;
  }
  starts.push(text.length);
  return { text: result, starts: Uint32Array.from(starts) };
}

// biome-ignore format: a packed table reads better
const MORSE: Readonly<Record<string, string>> = {
  '.-': 'a', '-...': 'b', '-.-.': 'c', '-..': 'd', '.': 'e', '..-.': 'f', '--.': 'g', '....': 'h', '..': 'i', '.---': 'j',
  '-.-': 'k', '.-..': 'l', '--': 'm', '-.': 'n', '---': 'o', '.--.': 'p', '--.-': 'q', '.-.': 'r', '...': 's', '-': 't',
  '..-': 'u', '...-': 'v', '.--': 'w', '-..-': 'x', '-.--': 'y', '--..': 'z', '-----': '0', '.----': '1', '..---': '2',
  '...--': '3', '....-': '4', '.....': '5', '-....': '6', '--...': '7', '---..': '8', '----.': '9', '.-.-.-': '.',
  '--..--': ',', '..--..': '?', '-.-.--': '!', '.----.': "'", '-..-.': '/', '---...': ':', '-....-': '-', '.-..-.': '"',
};

/** International Morse code (ITU-R M.1677-1), letters divided by a blank, words by / or | or three blanks. Takes folded text. */
export function decodeMorse(folded: string, maxChars: number): Rewritten | null {
  return rewrite(
    folded,
    /[.-]{1,6}(?:[ /|]{1,4}[.-]{1,6}){7,}/g,
    ([match]) => {
      const words = match.split(/\s*[/|]\s*|\s{2,}/).map((word) =>
        word
          .split(' ')
          .map((sign) => MORSE[sign] ?? '')
          .join(''),
      );
      return words.join(' ');
    },
    maxChars,
  );
}

/** Character codes: eight binary digits each, or decimal numbers, or hexadecimal pairs, divided by blanks or commas. */
export function decodeCharacterCodes(text: string, maxChars: number): Rewritten | null {
  return rewrite(
    text,
    /(?<![\w.])(?:[01]{8}(?:[ ,]?[01]{8}){3,}|(?:0x)?[0-9a-f]{2}(?:[ ,:]{1,2}(?:0x)?[0-9a-f]{2}){7,}|1?\d{2}(?:[ ,]{1,2}1?\d{2}){7,})(?![\w.])/gi,
    ([match]) => codesToText(match) ?? match,
    maxChars,
  );
}

function codesToText(match: string): string | null {
  for (const [shape, base] of [
    [/^[01\s,]+$/, 2],
    [/^[\d\s,]+$/, 10],
    [/^[\da-fx\s,:]+$/i, 16],
  ] as const) {
    if (!shape.test(match)) continue;
    const numbers = base === 2 ? match.match(/[01]{8}/g) : match.match(/[\da-f]{2,3}/gi);
    const codes = (numbers ?? []).map((number) => Number.parseInt(number, base));
    if (codes.every((code) => (code >= 32 && code < 127) || code === 10))
      return String.fromCharCode(...codes.slice(0, 50_000));
  }
  return null;
}
