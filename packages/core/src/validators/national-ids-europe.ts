// Numbers that European states give to persons. Each function takes a match as written, separators included. The
// algorithms are those published by the issuers; Wikipedia's "National identification number" links them by country.
import { isDate, isDayOfYear, pair } from './calendar.js';
import { digit, digitsOf, isRepdigit, weightedSum } from './digits.js';
import { mod11Radix10 } from './iso7064.js';
import { luhn } from './luhn.js';
import { verhoeff } from './verhoeff.js';

const compact = (value: string) => value.replace(/[\s./-]+/g, '').toUpperCase();

/**
 * Austria, Sozialversicherungsnummer: serial, check digit at the fourth place, birthday (months 13 to 15 are
 * overflow).
 */
export function isAustrianSocialSecurity(value: string): boolean {
  const d = digitsOf(value);
  const month = pair(d, 6);
  return (
    d.length === 10 &&
    d[0] !== '0' &&
    weightedSum(d, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digit(d, 3) &&
    pair(d, 4) <= 31 &&
    month >= 1 &&
    month <= 15
  );
}

/** Belgium, Rijksregisternummer: birthday (month + 20 or 40 for bis numbers), serial, 97 minus the rest modulo 97. */
export function isBelgianNationalNumber(value: string): boolean {
  const d = digitsOf(value);
  const month = pair(d, 2) % 20;
  // An unknown birthday is written as zeros.
  if (d.length !== 11 || pair(d, 2) > 52 || month > 12 || pair(d, 4) > 31) return false;
  const [body, check] = [Number(d.slice(0, 9)), Number(d.slice(9))];
  return 97 - (body % 97) === check || 97 - ((body + 2_000_000_000) % 97) === check;
}

/** Bulgaria, EGN: month + 20 for births before 1900, + 40 since 2000. */
export function isBulgarianEgn(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 10 &&
    isDayOfYear(pair(d, 2) % 20, pair(d, 4)) &&
    (weightedSum(d, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digit(d, 9)
  );
}

/** Croatia, OIB: ten random digits and ISO 7064. */
export function isCroatianOib(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 11 && !isRepdigit(d) && mod11Radix10(d);
}

/**
 * Czechia and Slovakia, rodné číslo since 1954: a birthday (month + 50 for women, + 20 as overflow), divisible by
 * 11.
 */
export function isCzechBirthNumber(value: string): boolean {
  const d = digitsOf(value);
  const month = (pair(d, 2) % 50) % 20;
  if (d.length !== 10 || !isDayOfYear(month, pair(d, 4))) return false;
  // Some numbers before 1985 end in 0 where the remainder was 10.
  return Number(d) % 11 === 0 || (pair(d, 0) < 85 && Number(d.slice(0, 9)) % 11 === 10 && d[9] === '0');
}

/** Denmark, CPR: only the birthday. Since 2007 not every number has the check digit. */
export function isDanishCpr(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 10 && isDayOfYear(pair(d, 2), pair(d, 0));
}

/** Estonia and Lithuania: century and sex, birthday, serial, check digit in two rounds. */
export function isBalticPersonalCode(value: string): boolean {
  const d = digitsOf(value);
  const century = digit(d, 0);
  if (d.length !== 11 || century < 1 || century > 8) return false;
  if (!isDate(1800 + ((century - 1) >> 1) * 100 + pair(d, 1), pair(d, 3), pair(d, 5))) return false;
  let check = weightedSum(d, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  if (check === 10) check = weightedSum(d, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return check % 10 === digit(d, 10);
}

const HETU_CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Finland, henkilötunnus: birthday, sign of the century, serial, check character. */
export function isFinnishHetu(value: string): boolean {
  const id = value.trim().toUpperCase();
  const d = id.slice(0, 6) + id.slice(7, 10);
  return (
    /^\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]$/.test(id) &&
    isDayOfYear(pair(d, 2), pair(d, 0)) &&
    HETU_CHECKS[Number(d) % 31] === id[10]
  );
}

/** France, NIR: sex, year, month, department, commune, order and 97 minus the rest modulo 97. 2A and 2B are Corsica. */
export function isFrenchNir(value: string): boolean {
  const id = compact(value);
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(id)) return false;
  const body = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(body) % 97) === Number(id.slice(13));
}

/** Germany, steuerliche Identifikationsnummer: of the first ten digits exactly one occurs twice or thrice. */
export function isGermanTaxId(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 11 || d[0] === '0') return false;
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10; i++) counts[digit(d, i)] = (counts[digit(d, i)] as number) + 1;
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] as number) <= 3 && mod11Radix10(d);
}

/** Germany, Sozialversicherungsnummer: area, birthday, initial, serial, check digit. */
export function isGermanSocialSecurity(value: string): boolean {
  const id = compact(value);
  if (!/^\d{8}[A-Z]\d{3}$/.test(id) || !isDayOfYear(pair(id, 4), pair(id, 2))) return false;
  const initial = String(id.charCodeAt(8) - 64).padStart(2, '0');
  const digits = id.slice(0, 8) + initial + id.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  let sum = 0;
  weights.forEach((weight, i) => {
    const product = digit(digits, i) * weight;
    sum += (product % 10) + Math.floor(product / 10);
  });
  return sum % 10 === digit(id, 11);
}

/** Greece, AMKA: birthday, serial, Luhn. */
export function isGreekAmka(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 11 && isDayOfYear(pair(d, 2), pair(d, 0)) && luhn(d);
}

/** Iceland, kennitala: birthday (day + 40 for companies is not a person's), serial, check digit, century. */
export function isIcelandicKennitala(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 10 && isDayOfYear(pair(d, 2), pair(d, 0)) && weightedSum(d, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** Ireland, PPS number: seven digits, check letter, since 2013 a further letter that counts. */
export function isIrishPps(value: string): boolean {
  const id = compact(value);
  if (!/^\d{7}[A-W][A-IW]?$/.test(id)) return false;
  const extra = id[8] === undefined || id[8] === 'W' ? 0 : id.charCodeAt(8) - 64;
  const sum = weightedSum(id, [8, 7, 6, 5, 4, 3, 2]) + extra * 9;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === id[7];
}

const ODD_PLACES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
] as const;

/** Italy, codice fiscale. Digits may be replaced by letters (omocodia); the check character counts them alike. */
export function isItalianCodiceFiscale(value: string): boolean {
  const id = compact(value);
  if (!/^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const character = Number.parseInt(id[i] as string, 36);
    const order = character > 9 ? character - 10 : character;
    sum += i % 2 === 0 ? (ODD_PLACES[order] as number) : order;
  }
  return sum % 26 === id.charCodeAt(15) - 65;
}

/** The Netherlands, BSN: nine digits (eight with a leading zero left out) and the "eleven test". */
export function isDutchBsn(value: string): boolean {
  const digits = digitsOf(value);
  const d = digits.padStart(9, '0');
  return /^\d{8,9}$/.test(digits) && !isRepdigit(d) && weightedSum(d, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Norway, fødselsnummer: birthday (day + 40 for D-numbers), serial, two check digits. */
export function isNorwegianBirthNumber(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 11 &&
    isDayOfYear(pair(d, 2) % 40, pair(d, 0) % 40) &&
    weightedSum(d, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weightedSum(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** Poland, PESEL: birthday (the month tells the century), serial, check digit. */
export function isPolishPesel(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 11 &&
    isDayOfYear(pair(d, 2) % 20, pair(d, 4)) &&
    weightedSum(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
  );
}

/** Portugal, NIF of a person: first digit 1 to 3, or 45 for those who live abroad. */
export function isPortugueseNif(value: string): boolean {
  const d = digitsOf(value);
  const check = 11 - (weightedSum(d, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return d.length === 9 && /^(?:[123]|45)/.test(d) && (check > 9 ? 0 : check) === digit(d, 8);
}

/** Romania, CNP: sex and century, birthday, county, serial, check digit. */
export function isRomanianCnp(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 13 || d[0] === '0' || !isDayOfYear(pair(d, 3), pair(d, 5))) return false;
  const remainder = weightedSum(d, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (remainder === 10 ? 1 : remainder) === digit(d, 12);
}

/** Russia, INN of a person: twelve digits, two check digits. */
export function isRussianInn(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 12 &&
    !isRepdigit(d) &&
    (weightedSum(d, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digit(d, 10) &&
    (weightedSum(d, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digit(d, 11)
  );
}

/** Russia, SNILS: nine digits and their weighted sum modulo 101. */
export function isRussianSnils(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 11 &&
    Number(d.slice(0, 9)) > 1_001_998 &&
    (weightedSum(d, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(d.slice(9))
  );
}

/** Countries of former Yugoslavia, JMBG (Slovenia: EMŠO): birthday, region, serial, check digit. */
export function isJmbg(value: string): boolean {
  const d = digitsOf(value);
  const check = 11 - (weightedSum(d, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (
    d.length === 13 &&
    isDayOfYear(pair(d, 2), pair(d, 0)) &&
    /^[09]/.test(d.slice(4)) &&
    (check > 9 ? 0 : check) === digit(d, 12)
  );
}

const DNI_CHECKS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain, DNI: eight digits and a letter; NIE, for foreigners: X, Y or Z for the first digit. */
export function isSpanishDni(value: string): boolean {
  const id = compact(value);
  if (!/^[XYZ\d]\d{7}[A-Z]$/.test(id)) return false;
  const number = Number(id.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'));
  return number > 0 && DNI_CHECKS[number % 23] === id[8];
}

/** Sweden, personnummer: birthday (day + 60 for coordination numbers), serial, Luhn over the last ten digits. */
export function isSwedishPersonnummer(value: string): boolean {
  const d = digitsOf(value);
  const short = d.slice(-10);
  return /^(?:19|20)?\d{10}$/.test(d) && isDayOfYear(pair(short, 2), pair(short, 4) % 60) && luhn(short);
}

/** Switzerland, AHV number: country code 756 and the check digit of an article number. */
export function isSwissAhv(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 13 && d.startsWith('756') && weightedSum(d, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Türkiye, T.C. kimlik numarası. */
export function isTurkishTckn(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 11 || d[0] === '0') return false;
  const tenth = weightedSum(d, [7, -1, 7, -1, 7, -1, 7, -1, 7]);
  return ((tenth % 10) + 10) % 10 === digit(d, 9) && weightedSum(d, new Array(10).fill(1)) % 10 === digit(d, 10);
}

/** Ukraine, individual tax number: days since 1900, serial, check digit. */
export function isUkrainianTaxNumber(value: string): boolean {
  const d = digitsOf(value);
  const sum = weightedSum(d, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return d.length === 10 && !isRepdigit(d) && (((sum % 11) + 11) % 11) % 10 === digit(d, 9);
}

/** United Kingdom, NHS number. */
export function isNhsNumber(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 10 && !isRepdigit(d) && weightedSum(d, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** United Kingdom, National Insurance number: no checksum, but prefixes that are never given out (HMRC, NIM39110). */
export function isNino(value: string): boolean {
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(compact(value));
}

/** Latvia, personas kods, old form: birthday and check digit. */
export function isLatvianPersonalCode(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 11) return false;
  // Since 2017 numbers begin with 32 and say nothing.
  if (d.startsWith('32')) return true;
  const sum = weightedSum(d, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  return isDayOfYear(pair(d, 2), pair(d, 0)) && ((sum + 1) % 11) % 10 === digit(d, 10);
}

/** Hungary, TAJ (health insurance): weights 3 and 7 in turn. */
export function isHungarianTaj(value: string): boolean {
  const d = digitsOf(value);
  return d.length === 9 && !isRepdigit(d) && weightedSum(d, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digit(d, 8);
}

/** Luxembourg, matricule: birthday, serial, and two check digits of the eleven digits: Luhn, then Verhoeff. */
export function isLuxembourgMatricule(value: string): boolean {
  const d = digitsOf(value);
  return (
    d.length === 13 &&
    isDate(Number(d.slice(0, 4)), pair(d, 4), pair(d, 6)) &&
    luhn(d.slice(0, 12)) &&
    verhoeff(d.slice(0, 11) + d[12])
  );
}

/** Poland, identity card: three letters, check digit at the fourth place, five digits. */
export function isPolishIdCard(value: string): boolean {
  const id = compact(value);
  if (!/^[A-Z]{3}\d{6}$/.test(id)) return false;
  const weights = [7, 3, 1, 9, 7, 3, 1, 7, 3];
  const sum = weights.reduce((total, weight, i) => total + Number.parseInt(id[i] as string, 36) * weight, 0);
  return sum % 10 === 0;
}
