import { describe, expect, it } from 'vitest';
import * as ids from './national-ids-europe.js';

type Check = (value: string) => boolean;

// Made at random with the issuers' formulas and compared with an independent implementation. `guaranteed`: the
// formula notices every wrong digit; others lose a remainder (10 is written 0) or have no check digit at all.
const NUMBERS: readonly (readonly [country: string, check: Check, valid: readonly string[], guaranteed: boolean])[] = [
  ['Austria', ids.isAustrianSocialSecurity, ['7302 120958', '6848040955', '6901180296'], true],
  ['Belgium', ids.isBelgianNationalNumber, ['54.12.27-860.33', '62041006623', '72.05.01-153.06'], false],
  ['Bulgaria', ids.isBulgarianEgn, ['9703224407', '7608052514', '5107020505'], false],
  ['Croatia', ids.isCroatianOib, ['75360566557', '79534479985', '31019629327'], true],
  ['Czechia', ids.isCzechBirthNumber, ['720812/5837', '6511208957', '970125/0262'], false],
  ['Denmark', ids.isDanishCpr, ['040851-9614', '1702935299'], false],
  ['Estonia', ids.isBalticPersonalCode, ['47504274070', '46410240834', '47407043443'], false],
  ['Finland', ids.isFinnishHetu, ['040383-431A', '201078-080n', '260574-859L', '260574A859L'], true],
  ['France', ids.isFrenchNir, ['2 65 08 82 349 679 67', '159097945091159', '2 76 10 56 688 674 88'], true],
  ['Germany, tax', ids.isGermanTaxId, ['14 540 986 723', '25384269274', '22736041525'], true],
  ['Germany, pension', ids.isGermanSocialSecurity, ['49 080857 H 686', '21111161F567', '35230787Q875'], false],
  ['Greece', ids.isGreekAmka, ['21117240222', '15029214457', '03026668313'], true],
  ['Hungary', ids.isHungarianTaj, ['392 313 508', '991646171', '554 242 820'], true],
  ['Iceland', ids.isIcelandicKennitala, ['190781-6159', '1801919099', '170195-5589'], false],
  ['Ireland', ids.isIrishPps, ['5717048FA', '3602086FA', '2909153K'], true],
  ['Italy', ids.isItalianCodiceFiscale, ['DFPVSC80S03C328O', 'rpmdbv97t24a801h', 'LFM FGP 53M12 A471O'], true],
  ['Yugoslavia', ids.isJmbg, ['1412969538431', '1802968461187', '2707958611424'], false],
  ['Latvia', ids.isLatvianPersonalCode, ['040258-15723', '210676-14262', '32123456789'], false],
  ['Luxembourg', ids.isLuxembourgMatricule, ['1989071806342', '1955070461088', '1964111621309'], true],
  ['Netherlands', ids.isDutchBsn, ['864210954', '299795135', '348 596 029'], true],
  ['Norway', ids.isNorwegianBirthNumber, ['20118403984', '110858 16871', '08118900600'], true],
  ['Poland', ids.isPolishPesel, ['58092145309', '79101139928', '68090340668'], true],
  ['Poland, card', ids.isPolishIdCard, ['ANE 874606', 'ANH971155', 'AQT 975556'], true],
  ['Portugal', ids.isPortugueseNif, ['173755330', '221 552 626', '239198484'], false],
  ['Romania', ids.isRomanianCnp, ['1981008313901', '1811115243641', '1940328251492'], false],
  ['Russia, INN', ids.isRussianInn, ['239854713992', '312894418750', '613394260000'], false],
  ['Russia, SNILS', ids.isRussianSnils, ['105-136-777 30', '10368250937', '118-849-289 06'], false],
  ['Spain', ids.isSpanishDni, ['19918166M', '41.989.394-L', 'Z8910883K', 'X-0367511-V'], true],
  ['Sweden', ids.isSwedishPersonnummer, ['890211-7681', '6506197935', '730319-2558'], true],
  ['Switzerland', ids.isSwissAhv, ['756.2129.2972.19', '7568559103083', '756 2092 6608 36'], true],
  ['Türkiye', ids.isTurkishTckn, ['69442334814', '14098433046', '66615564818'], true],
  ['Ukraine', ids.isUkrainianTaxNumber, ['3969902889', '3764077025', '3552460544'], false],
  ['United Kingdom, NHS', ids.isNhsNumber, ['457 492 9472', '4797177810', '474-552-9007'], true],
  ['United Kingdom, NINO', ids.isNino, ['AB123456A', 'JG 10 37 59 B'], false],
];

/** The number with each of its digits replaced by each other one. */
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
    for (const number of valid) {
      expect(check(`${number}77`)).toBe(false);
      expect(check(number.slice(2, 7))).toBe(false);
    }
    expect(check('')).toBe(false);
    expect(check('hello world')).toBe(false);
  });

  it.runIf(guaranteed)('notices every wrong digit', () => {
    for (const number of valid) expect(wrongDigits(number).filter(check)).toEqual([]);
  });
});

describe('structure beyond the check digit', () => {
  it('wants a day that exists', () => {
    expect(ids.isDanishCpr('310251-9614')).toBe(false);
    expect(ids.isFinnishHetu('310283-431A')).toBe(false);
  });

  it('accepts the century before a Swedish number', () => {
    expect(ids.isSwedishPersonnummer('19701009-3594')).toBe(true);
    expect(ids.isSwedishPersonnummer('17701009-3594')).toBe(false);
  });

  it('wants one repeated digit in a German tax id', () => {
    // Ten different digits, the eleventh fits.
    expect(ids.isGermanTaxId('12345678903')).toBe(false);
  });

  it('rejects prefixes that are never given to a NINO', () => {
    expect(['BG', 'GB', 'NK', 'KN', 'TN', 'NT', 'ZZ', 'DA', 'AO'].filter((p) => ids.isNino(`${p}123456A`))).toEqual([]);
  });

  it('rejects one digit over and over', () => {
    expect(ids.isDutchBsn('000000000')).toBe(false);
    expect(ids.isNhsNumber('0000000000')).toBe(false);
    expect(ids.isRussianInn('000000000000')).toBe(false);
  });
});
