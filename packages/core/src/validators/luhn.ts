import { digit } from './digits.js';

/**
 * ISO/IEC 7812-1, annex B: payment cards, IMEI and many national numbers. Notices any wrong digit and any swap of
 * neighbours but 0 with 9.
 */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const value = digit(digits, i) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length > 1 && sum % 10 === 0;
}
