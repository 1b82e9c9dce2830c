import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verhoeff } from './verhoeff.js';

const digits = fc.stringMatching(/^\d{1,24}$/);

function complete(body: string): string {
  const fitting = [...'0123456789'].filter((check) => verhoeff(body + check));
  expect(fitting).toHaveLength(1);
  return body + fitting[0];
}

describe('verhoeff', () => {
  // The first is the example of Verhoeff's own table, as on Wikipedia.
  it.each(['2363', '123451', '84736430954837284567892'])('accepts %s', (number) => {
    expect(verhoeff(number)).toBe(true);
  });

  it.each(['2364', '123456', '5', ''])('rejects %j', (number) => {
    expect(verhoeff(number)).toBe(false);
  });

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, step) => {
        const number = complete(body);
        const at = place % number.length;
        const wrong = (Number(number[at]) + step) % 10;
        expect(verhoeff(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('notices every swap of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (body, place) => {
        const number = complete(body);
        const at = place % (number.length - 1);
        fc.pre(number[at] !== number[at + 1]);
        expect(verhoeff(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))).toBe(false);
      }),
    );
  });
});
