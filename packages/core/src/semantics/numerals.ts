// Lists of whole numbers as text that JavaScript reads at once and gzip packs well: a small number is one character, and characters keep their
// place, which base64 of bytes does not.

/** Printable characters that need no escape in a string, a template or JSON. */
const ALPHABET = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k))
  .filter((character) => !'\'"\\`'.includes(character))
  .slice(0, 90)
  .join('');
/** Digits 0..44 end a number as the first half of the alphabet, and are followed by more as the second. */
const BASE = ALPHABET.length / 2;

/** Digits to the base 45, lowest first. Whole numbers from 0 to 2^53. */
export function encodeNumbers(list: Iterable<number>): string {
  let text = '';
  for (let value of list) {
    while (value >= BASE) {
      text += ALPHABET[BASE + (value % BASE)];
      value = Math.floor(value / BASE);
    }
    text += ALPHABET[value];
  }
  return text;
}

/** Inverse of `encodeNumbers`. */
export function decodeNumbers(text: string): Float64Array {
  const list = new Float64Array(text.length);
  let count = 0;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)] as number;
    if (digit < BASE) {
      list[count++] = value + digit * scale;
      value = 0;
      scale = 1;
    } else {
      value += (digit - BASE) * scale;
      scale *= BASE;
    }
  }
  return list.subarray(0, count);
}

const digitOf = new Uint8Array(128);
Array.from(ALPHABET).forEach((character, digit) => {
  digitOf[character.charCodeAt(0)] = digit;
});
