import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn } from './luhn.js';

const digits = fc.stringMatching(/^\d{1,24}$/);

/** Appends the check digit: of ten candidates exactly one fits. */
function complete(body: string): string {
  const fitting = [...'0123456789'].filter((check) => luhn(body + check));
  expect(fitting).toHaveLength(1);
  return body + fitting[0];
}

describe('luhn', () => {
  it.each(['79927398713', '4111111111111111', '378282246310005', '490154203237518', '5555555555554444'])(
    'accepts %s',
    (number) => {
      expect(luhn(number)).toBe(true);
    },
  );

  it.each(['79927398710', '4111111111111112', '0', ''])('rejects %j', (number) => {
    expect(luhn(number)).toBe(false);
  });

  it('has exactly one check digit for every number', () => {
    fc.assert(fc.property(digits, (body) => void complete(body)));
  });

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, step) => {
        const number = complete(body);
        const at = place % number.length;
        const wrong = (Number(number[at]) + step) % 10;
        expect(luhn(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('notices every swap of neighbours but 0 with 9', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (body, place) => {
        const number = complete(body);
        const at = place % (number.length - 1);
        const pair = number.slice(at, at + 2);
        fc.pre(pair[0] !== pair[1] && pair !== '09' && pair !== '90');
        expect(luhn(number.slice(0, at) + pair[1] + pair[0] + number.slice(at + 2))).toBe(false);
      }),
    );
  });
});
