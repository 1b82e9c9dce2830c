import { describe, expect, it } from 'vitest';
import * as ids from './national-ids-asia.js';

type Check = (value: string) => boolean;

// Made at random with the issuers' formulas and compared with an independent implementation. `guaranteed`: the
// formula notices every wrong digit.
const NUMBERS: readonly (readonly [name: string, check: Check, valid: readonly string[], guaranteed: boolean])[] = [
  ['Australian TFN', ids.isAustralianTfn, ['587 602 980', '682026795', '617-199-951'], true],
  ['Australian Medicare', ids.isAustralianMedicare, ['5189 31065 4', '2120451968', '5491634752 1'], false],
  ['Chinese resident id', ids.isChineseResidentId, ['11010519630425588X', '110105199708157374'], true],
  ['Hong Kong id', ids.isHongKongId, ['D015097(6)', 'M0770251', 'C853682(A)'], true],
  ['Aadhaar', ids.isAadhaar, ['7091 5237 0388', '2043-3091-1345', '509869678744'], true],
  ['PAN', ids.isIndianPan, ['ABCPD1234E', 'bnzaa2318j'], false],
  ['NIK', ids.isIndonesianNik, ['3171181212648906', '3171292803504433'], false],
  ['Iranian national code', ids.isIranianNationalCode, ['5857480280', '6034401321', '0112255000'], false],
  ['Israeli id', ids.isIsraeliId, ['204114474', '47812201-3', '104309091'], true],
  ['My Number', ids.isJapaneseMyNumber, ['323029239006', '2746 9926 8944'], false],
  ['Korean RRN', ids.isKoreanRrnWithCheck, ['550810-2203759', '7401282461099'], false],
  ['MyKad', ids.isMalaysianNric, ['791110-07-3492', '790813047306'], false],
  ['New Zealand IRD', ids.isNewZealandIrd, ['133-942-491', '80419910'], false],
  ['Saudi id', ids.isSaudiId, ['1941819011', '2973493345'], true],
  ['NRIC', ids.isSingaporeNric, ['S8619826F', 'F8052384W', 'G8523030T'], true],
  ['South African id', ids.isSouthAfricanId, ['5205170016083', '790420 1539 083'], true],
  ['Taiwanese id', ids.isTaiwaneseId, ['O134069615', 'X294104249', 'V198433169'], false],
  ['Thai id', ids.isThaiId, ['8-2701-69713-65-6', '3533478371538'], false],
  ['Emirates id', ids.isEmiratesId, ['784-1969-6088384-9', '784195006085633'], true],
  ['Egyptian id', ids.isEgyptianNationalId, ['26301200142249', '27210160132561'], false],
  ['Pakistani CNIC', ids.isPakistaniCnic, ['35202-1234567-1'], false],
];

function wrongDigits(number: string): string[] {
  return [...number].flatMap((character, at) =>
    /\d/.test(character)
      ? [...'0123456789']
          .filter((other) => other !== character)
          .map((other) => number.slice(0, at) + other + number.slice(at + 1))
      : [],
  );
}

describe.each(NUMBERS)('%s', (_, check, valid, guaranteed) => {
  it.each(valid)('accepts %s', (number) => {
    expect(check(number)).toBe(true);
  });

  it('rejects another length, letters and nothing', () => {
    for (const number of valid) expect(check(`${number}777`)).toBe(false);
    expect(check('')).toBe(false);
    expect(check('hello world')).toBe(false);
  });

  it.runIf(guaranteed)('notices every wrong digit', () => {
    for (const number of valid) expect(wrongDigits(number).filter(check)).toEqual([]);
  });
});

describe('structure beyond the check digit', () => {
  it('wants a day that exists', () => {
    expect(ids.isKoreanRrn('550231-2203759')).toBe(false);
    expect(ids.isMalaysianNric('790231-07-3492')).toBe(false);
    expect(ids.isIndonesianNik('3171180013648906')).toBe(false);
  });

  it('accepts a Korean number without a check digit, as given since October 2020, where the caller asks so', () => {
    expect(ids.isKoreanRrn('550810-2203751')).toBe(true);
    expect(ids.isKoreanRrnWithCheck('550810-2203751')).toBe(false);
  });

  it('rejects an Aadhaar that begins with 0 or 1, or reads the same backwards', () => {
    expect(ids.isAadhaar('0091 5237 0388')).toBe(false);
    expect(ids.isAadhaar('222222222222')).toBe(false);
  });
});
