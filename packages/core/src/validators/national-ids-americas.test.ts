import { describe, expect, it } from 'vitest';
import * as ids from './national-ids-americas.js';

type Check = (value: string) => boolean;

// Made at random with the issuers' formulas and compared with an independent implementation. `guaranteed`: the
// formula notices every wrong digit.
const NUMBERS: readonly (readonly [name: string, check: Check, valid: readonly string[], guaranteed: boolean])[] = [
  ['SSN', ids.isUsSsn, ['531-72-4408', '607331852', '123-45-6789'], false],
  ['ITIN', ids.isUsItin, ['912-70-1234', '900551234'], false],
  ['ABA routing number', ids.isAbaRoutingNumber, ['042094799', '023225040', '034751325'], true],
  ['NPI', ids.isUsNpi, ['1322739032', '1768750568', '1415543481'], true],
  ['Canadian SIN', ids.isCanadianSin, ['279-099-469', '336 488 655', '521309070'], true],
  ['CURP', ids.isMexicanCurp, ['MEBJ580722HJCPDL42', 'gulj680807mnljkn82', 'LIMJ830226HNLKHD10'], false],
  ['CPF', ids.isBrazilianCpf, ['371.538.431-08', '31967170975', '540984610-99'], false],
  ['CNPJ', ids.isBrazilianCnpj, ['42.955.627/0001-46', '08451766000102'], false],
  ['CUIL', ids.isArgentineCuil, ['27-49546942-0', '20643783410'], false],
  ['RUT', ids.isChileanRut, ['8.057.397-9', '11232905-6', '12.611.520-2'], true],
  ['NIT', ids.isColombianNit, ['831.731.016-9', '889234573-9'], false],
  ['Ecuadorian cédula', ids.isEcuadorianCedula, ['1458910534', '030342638-1'], true],
  ['Uruguayan cédula', ids.isUruguayanCedula, ['3.927.188-6', '5960501-7'], false],
  ['Dominican cédula', ids.isDominicanCedula, ['002-0367125-0', '00612741132'], true],
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
    for (const number of valid) expect(check(`${number}77777`)).toBe(false);
    expect(check('')).toBe(false);
    expect(check('hello world')).toBe(false);
  });

  it.runIf(guaranteed)('notices every wrong digit', () => {
    for (const number of valid) expect(wrongDigits(number).filter(check)).toEqual([]);
  });
});

describe('isUsSsn', () => {
  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '123-00-4567',
    '123-45-0000',
    '078-05-1120',
    '219-09-9999',
    '111-11-1111',
  ])('rejects %s, which was never given out', (number) => {
    expect(ids.isUsSsn(number)).toBe(false);
  });
});

describe('one digit over and over', () => {
  it('is nobody', () => {
    expect(ids.isBrazilianCpf('111.111.111-11')).toBe(false);
    expect(ids.isBrazilianCnpj('00000000000000')).toBe(false);
    expect(ids.isChileanRut('11.111.111-1')).toBe(false);
    expect(ids.isAbaRoutingNumber('000000000')).toBe(false);
  });
});
