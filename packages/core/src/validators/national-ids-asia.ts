// Numbers that states of Asia, Africa and the Pacific give to persons. Each function takes a match as written,
// separators included.
import { isDate, isDayOfYear, pair } from './calendar.js';
import { digit, digitsOf, isRepdigit, weightedSum } from './digits.js';
import { mod11Radix2 } from './iso7064.js';
import { luhn } from './luhn.js';
import { verhoeff } from './verhoeff.js';

const compact = (value: string) => value.replace(/[\s.()/-]+/g, '').toUpperCase();

/** Australia, tax file number of a person: nine digits. */
export function isAustralianTfn(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 9 && !isRepdigit(d) && weightedSum(d, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
}

/** Australia, Medicare card: eight digits, check digit, issue, sometimes the person's place on the card. */
export function isAustralianMedicare(value: string): boolean {
  const d = digitsOf(value);
  return /^[2-6]\d{9,10}$/.test(d) && weightedSum(d, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digit(d, 8);
}

/** China, resident identity card: region, birthday, serial, check character. */
export function isChineseResidentId(value: string): boolean {
  const id = value.toUpperCase();
  return (
    /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/.test(id) &&
    isDate(Number(id.slice(6, 10)), pair(id, 10), pair(id, 12)) &&
    mod11Radix2(id)
  );
}

/**
 * Hong Kong, identity card: one or two letters, six digits, check character in brackets. A missing letter counts as
 * a blank.
 */
export function isHongKongId(value: string): boolean {
  const id = compact(value).padStart(9, ' ');
  if (!/^[ A-Z][A-Z]\d{6}[\dA]$/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const character = id[i] as string;
    sum += (character === ' ' ? 36 : Number.parseInt(character, 36)) * (9 - i);
  }
  return sum % 11 === 0;
}

/** India, Aadhaar: never begins with 0 or 1; Verhoeff. */
export function isAadhaar(value: string): boolean {
  const d = digitsOf(value);
  return /^[2-9]\d{11}$/.test(d) && d !== [...d].reverse().join('') && verhoeff(d);
}

/** India, PAN: the fourth letter tells the kind of holder. The formula of the last letter is not public. */
export function isIndianPan(value: string): boolean {
  return /^[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]$/.test(value.toUpperCase());
}

/** Indonesia, NIK: region, birthday (day + 40 for women), serial. No check digit. */
export function isIndonesianNik(value: string): boolean {
  const d = digitsOf(value);
  return /^(?:1[1-9]|21|[37][1-6]|5[1-3]|6[1-5]|[89][12])\d{14}$/.test(d) && isDayOfYear(pair(d, 8), pair(d, 6) % 40);
}

/** Iran, national code. */
export function isIranianNationalCode(value: string): boolean {
  const d = digitsOf(value);
  const remainder = weightedSum(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return d.length === 10 && !isRepdigit(d) && (remainder < 2 ? remainder : 11 - remainder) === digit(d, 9);
}

/** Israel, identity number: nine digits, Luhn. */
export function isIsraeliId(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 9 && !isRepdigit(d) && luhn(d);
}

/** Japan, My Number: twelve digits. */
export function isJapaneseMyNumber(value: string): boolean {
  const d = digitsOf(value);
  const remainder = weightedSum(d, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return d.length === 12 && !isRepdigit(d) && (remainder < 2 ? 0 : 11 - remainder) === digit(d, 11);
}

/** South Korea, resident registration: birthday and century. Since October 2020 the last digits are random. */
export function isKoreanRrn(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 13 && isDayOfYear(pair(d, 2), pair(d, 4)) && /^[0-9]/.test(d.slice(6));
}

/** South Korea, resident registration before October 2020, with its check digit. */
export function isKoreanRrnWithCheck(value: string): boolean {
  const d = digitsOf(value);
  return isKoreanRrn(d) && (11 - (weightedSum(d, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === digit(d, 12);
}

/** Malaysia, MyKad: birthday, place, serial. No check digit. */
export function isMalaysianNric(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 12 && isDayOfYear(pair(d, 2), pair(d, 4)) && !/^(?:00|1[789]|20)/.test(d.slice(6));
}

/** New Zealand, IRD number: two rounds of weights. */
export function isNewZealandIrd(value: string): boolean {
  const digits = digitsOf(value);
  const d = digits.padStart(9, '0');
  const number = Number(d);
  if (digits.length > 9 || number < 10_000_000 || number > 150_000_000) return false;
  const check = (weights: readonly number[]) => (11 - (weightedSum(d, weights) % 11)) % 11;
  const first = check([3, 2, 7, 6, 5, 4, 3, 2]);
  return (first === 10 ? check([7, 4, 3, 2, 5, 2, 7, 6]) : first) === digit(d, 8);
}

/** Saudi Arabia, national id (1…) or iqama (2…): Luhn. */
export function isSaudiId(value: string): boolean {
  const d = digitsOf(value);
  return /^[12]\d{9}$/.test(d) && luhn(d);
}

/** Singapore, NRIC or FIN: a letter for the series, seven digits, check letter. */
export function isSingaporeNric(value: string): boolean {
  const id = value.toUpperCase();
  if (!/^[STFGM]\d{7}[A-Z]$/.test(id)) return false;
  const series = id[0] as string;
  const offset = series === 'T' || series === 'G' ? 4 : series === 'M' ? 3 : 0;
  const remainder = (weightedSum(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
  const letters = series === 'M' ? 'XWUTRQPNJLK' : series === 'S' || series === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK';
  return letters[remainder] === id[8];
}

/** South Africa, identity number: birthday, serial, citizenship, Luhn. */
export function isSouthAfricanId(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 13 && isDayOfYear(pair(d, 2), pair(d, 4)) && digit(d, 10) < 3 && luhn(d);
}

const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Taiwan, national identification card: the letter stands for two digits. */
export function isTaiwaneseId(value: string): boolean {
  const id = value.toUpperCase();
  if (!/^[A-Z][1289]\d{8}$/.test(id)) return false;
  const letter = TAIWAN_LETTERS.indexOf(id[0] as string) + 10;
  return weightedSum(String(letter) + id.slice(1), [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

/** Thailand, identification number: thirteen digits. */
export function isThaiId(value: string): boolean {
  const d = digitsOf(value);
  const check = (11 - (weightedSum(d, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10;
  return d.length === 13 && d[0] !== '0' && !isRepdigit(d) && check === digit(d, 12);
}

/** United Arab Emirates, Emirates ID: 784, year of birth, serial, Luhn. */
export function isEmiratesId(value: string): boolean {
  const d = digitsOf(value);
  return /^784(?:19|20)\d{10}$/.test(d) && luhn(d);
}

/** Egypt, national id: century, birthday, governorate, serial. The formula of the last digit is not public. */
export function isEgyptianNationalId(value: string): boolean {
  const d = digitsOf(value);
  return /^[23]\d{13}$/.test(d) && isDayOfYear(pair(d, 3), pair(d, 5)) && pair(d, 7) >= 1 && pair(d, 7) <= 88;
}

/** Pakistan, CNIC: region 1 to 7. No check digit. */
export function isPakistaniCnic(value: string): boolean {
  return /^[1-7]\d{12}$/.test(digitsOf(value));
}
