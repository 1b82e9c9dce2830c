import { digit } from './digits.js';

/** ISO/IEC 7064, MOD 11,10: German tax ids, Croatian OIB. Notices any wrong digit. */
export function mod11Radix10(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    const sum = (digit(digits, i) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return digits.length > 1 && (product + digit(digits, digits.length - 1)) % 10 === 1;
}

/**
 * ISO/IEC 7064, MOD 11-2, whose check character may be X: Chinese resident ids. Notices any wrong digit and any
 * swap.
 */
export function mod11Radix2(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length - 1; i++) sum = ((sum + digit(text, i)) * 2) % 11;
  const last = text[text.length - 1];
  return text.length > 1 && (sum + (last === 'X' || last === 'x' ? 10 : Number(last))) % 11 === 1;
}
