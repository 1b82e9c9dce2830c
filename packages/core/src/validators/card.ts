import { digitsOf, isRepdigit } from './digits.js';
import { luhn } from './luhn.js';

type Issuer = readonly [first: number, last: number, lengths: readonly number[]];

// First six digits from..to and the lengths in use. Source: issuers' public range tables, as in
// https://en.wikipedia.org/wiki/Payment_card_number
const ISSUERS: readonly Issuer[] = [
  [180000, 180099, [15]], // JCB, old
  [213100, 213199, [15]], // JCB, old
  [220000, 220499, [16, 17, 18, 19]], // Mir
  [222100, 272099, [16]], // Mastercard
  [300000, 305999, [14]], // Diners Club
  [309500, 309599, [14]], // Diners Club
  [340000, 349999, [15]], // American Express
  [352800, 358999, [16, 17, 18, 19]], // JCB
  [360000, 369999, [14, 16, 19]], // Diners Club
  [370000, 379999, [15]], // American Express
  [380000, 399999, [14, 16, 19]], // Diners Club
  [400000, 499999, [13, 16, 19]], // Visa
  [500000, 509999, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro, Elo, Verve
  [510000, 559999, [16]], // Mastercard
  [560000, 589999, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro, Bankcard
  [601100, 601199, [16, 19]], // Discover
  [606200, 606299, [16]], // Hipercard
  [608000, 608999, [16]], // RuPay
  [620000, 629999, [16, 17, 18, 19]], // UnionPay
  [630000, 639999, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
  [644000, 659999, [16, 19]], // Discover, RuPay
  [670000, 679999, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
  [810000, 817199, [16]], // RuPay, UnionPay
  [979200, 979299, [16]], // Troy
];

/** The number lies in an issuer's range and has a length that the issuer uses. */
export function hasCardShape(value: string): boolean {
  const digits = digitsOf(value);
  const first = Number(digits.slice(0, 6));
  return ISSUERS.some(([from, to, lengths]) => first >= from && first <= to && lengths.includes(digits.length));
}

/** A payment card number: issuer, length and check digit. Blanks and dashes are ignored. */
export function isCardNumber(value: string): boolean {
  const digits = digitsOf(value);
  return hasCardShape(digits) && !isRepdigit(digits) && luhn(digits);
}
