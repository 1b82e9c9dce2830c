// BIP 173 (bech32) and BIP 350 (bech32m): a BCH code over GF(32) that notices any four wrong characters.
const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const BECH32M = 0x2bc830a3;

interface Bech32 {
  readonly encoding: 'bech32' | 'bech32m';
  /** What stands before the last `1`. */
  readonly prefix: string;
  /** Five-bit values, without the checksum. */
  readonly values: readonly number[];
}

/** Reads a bech32 or bech32m text; null when the case is mixed, a character foreign or the checksum wrong. */
export function decodeBech32(text: string): Bech32 | null {
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return null;
  const separator = lower.lastIndexOf('1');
  const prefix = lower.slice(0, separator);
  const values = Array.from(lower.slice(separator + 1), (character) => CHARSET.indexOf(character));
  if (separator < 1 || values.length < 6 || values.includes(-1)) return null;

  const check = polymod([...expand(prefix), ...values]);
  if (check !== 1 && check !== BECH32M) return null;
  return { encoding: check === 1 ? 'bech32' : 'bech32m', prefix, values: values.slice(0, -6) };
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, i) => {
      if (((top >> i) & 1) === 1) check ^= generator;
    });
  }
  return check;
}

function expand(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}
