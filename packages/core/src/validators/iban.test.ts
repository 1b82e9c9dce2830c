import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IBAN_LENGTHS, isIban } from './iban.js';
import { mod97 } from './mod97.js';

describe('mod97', () => {
  it('divides numbers of any length', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (n) => {
        expect(mod97(String(n))).toBe(Number(n % 97n));
      }),
    );
  });

  it('counts letters from 10 to 35', () => {
    expect(mod97('A')).toBe(10);
    expect(mod97('z')).toBe(35);
    expect(mod97('1B')).toBe(mod97('111'));
  });

  it('is no number for anything else', () => {
    expect(mod97('12-3')).toBeNaN();
  });
});

const country = fc.constantFrom(...IBAN_LENGTHS.keys());

/** An account number with the check digits that ISO 13616 prescribes. */
const iban = fc.tuple(country, fc.stringMatching(/^[0-9A-Z]{31}$/)).map(([code, filler]) => {
  const account = filler.slice(0, (IBAN_LENGTHS.get(code) as number) - 4);
  return `${code}${String(98 - mod97(`${account}${code}00`)).padStart(2, '0')}${account}`;
});

describe('isIban', () => {
  // Examples of the SWIFT registry.
  it.each([
    'GB29 NWBK 6016 1331 9268 19',
    'DE89370400440532013000',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'nl91 abna 0417 1643 00',
  ])('accepts %s', (number) => {
    expect(isIban(number)).toBe(true);
  });

  it.each(['DE89370400440532013001', 'DE8937040044053201300', 'XX89370400440532013000', 'DE89', ''])(
    'rejects %j',
    (number) => {
      expect(isIban(number)).toBe(false);
    },
  );

  it('accepts what has the right length and check digits, in groups too', () => {
    fc.assert(
      fc.property(iban, (number) => {
        expect(isIban(number)).toBe(true);
        expect(isIban(number.replace(/(.{4})/g, '$1 '))).toBe(true);
      }),
    );
  });

  it('notices every wrong digit and every swap of neighbouring digits', () => {
    fc.assert(
      fc.property(iban, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const at = 4 + (place % (number.length - 5));
        fc.pre(/\d\d/.test(number.slice(at, at + 2)));
        const wrong = (Number(number[at]) + step) % 10;
        expect(isIban(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
        fc.pre(number[at] !== number[at + 1]);
        expect(isIban(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))).toBe(false);
      }),
    );
  });
});
