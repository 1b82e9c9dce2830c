// Numbers that American states give to persons. Each function takes a match as written, separators included.
import { isDayOfYear, pair } from './calendar.js';
import { digit, digitsOf, isRepdigit, weightedSum } from './digits.js';
import { luhn } from './luhn.js';

/**
 * United States, Social Security number: no checksum, but areas, groups and serials that are never given out, and two
 * numbers that were printed on millions of sample cards. Source: https://www.ssa.gov/employer/randomization.html
 */
export function isUsSsn(value: string): boolean {
  const d = digitsOf(value);
  return (
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(d) && d !== '078051120' && d !== '219099999' && !isRepdigit(d)
  );
}

/** United States, individual taxpayer number: 9xx and a group that the IRS uses for it. */
export function isUsItin(value: string): boolean {
  return /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digitsOf(value));
}

/** United States, bank routing number (ABA): weights 3, 7, 1. */
export function isAbaRoutingNumber(value: string): boolean {
  const d = digitsOf(value);
  return (
    /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(d) &&
    !isRepdigit(d) &&
    weightedSum(d, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0
  );
}

/** United States, national provider identifier: Luhn behind the prefix 80840 of health identifiers. */
export function isUsNpi(value: string): boolean {
  const d = digitsOf(value);
  return /^[12]\d{9}$/.test(d) && luhn(`80840${d}`);
}

/** Canada, social insurance number: Luhn; 0 and 8 are not given to persons. */
export function isCanadianSin(value: string): boolean {
  const d = digitsOf(value);
  return /^[1-79]\d{8}$/.test(d) && !isRepdigit(d) && luhn(d);
}

const CURP_ALPHABET = '0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ';

/** Mexico, CURP: letters of the name, birthday, sex, state, check digit. */
export function isMexicanCurp(value: string): boolean {
  const id = value.toUpperCase();
  if (!/^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/.test(id)) return false;
  if (!isDayOfYear(pair(id, 6), pair(id, 8))) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += CURP_ALPHABET.indexOf(id[i] as string) * (18 - i);
  return (10 - (sum % 10)) % 10 === digit(id, 17);
}

/** Brazil, CPF: nine digits and two check digits. */
export function isBrazilianCpf(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 11 && !isRepdigit(d) && hasBrazilianCheck(d, 9, Infinity) && hasBrazilianCheck(d, 10, Infinity);
}

/** Brazil, CNPJ (companies, also of one person): twelve digits and two check digits. */
export function isBrazilianCnpj(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 14 && !isRepdigit(d) && hasBrazilianCheck(d, 12, 9) && hasBrazilianCheck(d, 13, 9);
}

/** Weights 2, 3, 4 … from the right, which start again after the largest. */
function hasBrazilianCheck(d: string, place: number, largest: number): boolean {
  let sum = 0;
  for (let i = place - 1, weight = 2; i >= 0; i--) {
    sum += digit(d, i) * weight;
    weight = weight === largest ? 2 : weight + 1;
  }
  return ((sum * 10) % 11) % 10 === digit(d, place);
}

/** Argentina, CUIL or CUIT of a person: prefix, DNI, check digit. */
export function isArgentineCuil(value: string): boolean {
  const d = digitsOf(value);
  const remainder = weightedSum(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  // Where the check digit would be 10 the prefix is changed and the digit is 9.
  return /^2[03457]\d{9}$/.test(d) && '09987654321'[remainder] === d[10];
}

/** Chile, RUT or RUN: weights 2 to 7 from the right; a remainder of 10 is written K. */
export function isChileanRut(value: string): boolean {
  const id = value.replace(/[\s.-]+/g, '').toUpperCase();
  if (!/^\d{7,8}[\dK]$/.test(id) || isRepdigit(id)) return false;
  let sum = 0;
  for (let i = id.length - 2, weight = 2; i >= 0; i--) {
    sum += digit(id, i) * weight;
    weight = weight === 7 ? 2 : weight + 1;
  }
  return '0K987654321'[sum % 11] === id[id.length - 1];
}

/** Colombia, NIT or cédula with its check digit behind a dash. */
export function isColombianNit(value: string): boolean {
  const d = digitsOf(value);
  const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
  const body = [...d.slice(0, -1)].reverse().join('');
  const remainder = weightedSum(body, weights) % 11;
  return (
    body.length >= 8 && body.length <= 10 && (remainder < 2 ? remainder : 11 - remainder) === digit(d, d.length - 1)
  );
}

/** Ecuador, cédula: province, third digit below 6, Luhn. */
export function isEcuadorianCedula(value: string): boolean {
  const d = digitsOf(value);
  return /^(?:0[1-9]|1\d|2[0-4]|30)[0-5]\d{7}$/.test(d) && luhn(d);
}

/** Uruguay, cédula de identidad. */
export function isUruguayanCedula(value: string): boolean {
  const digits = digitsOf(value);
  const d = digits.padStart(8, '0');
  return /^\d{7,8}$/.test(digits) && !isRepdigit(d) && weightedSum(d, [2, 9, 8, 7, 6, 3, 4, 1]) % 10 === 0;
}

/** Dominican Republic, cédula: Luhn. */
export function isDominicanCedula(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 11 && !isRepdigit(d) && luhn(d);
}
