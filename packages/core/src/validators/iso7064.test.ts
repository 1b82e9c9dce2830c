import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mod11Radix2, mod11Radix10 } from './iso7064.js';

const body = fc.stringMatching(/^\d{2,20}$/);
const step = fc.integer({ min: 1, max: 9 });

describe.each([
  ['MOD 11,10', mod11Radix10, '0123456789'],
  ['MOD 11-2', mod11Radix2, '0123456789X'],
] as const)('ISO 7064 %s', (_, check, checks) => {
  function complete(number: string): string {
    const fitting = [...checks].filter((character) => check(number + character));
    expect(fitting).toHaveLength(1);
    return number + fitting[0];
  }

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(body, fc.nat(), step, (number, place, by) => {
        const complemented = complete(number);
        const at = place % number.length;
        const wrong = (Number(complemented[at]) + by) % 10;
        expect(check(complemented.slice(0, at) + wrong + complemented.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('rejects a single character and nothing', () => {
    expect(check('1')).toBe(false);
    expect(check('')).toBe(false);
  });
});

describe('the two standards', () => {
  it('agree with the examples of ISO 7064', () => {
    expect(mod11Radix10('07945')).toBe(true);
    expect(mod11Radix10('07946')).toBe(false);
    expect(mod11Radix2('079X')).toBe(true);
    expect(mod11Radix2('079x')).toBe(true);
    expect(mod11Radix2('0790')).toBe(false);
  });

  it('notices every swap of neighbours with MOD 11-2', () => {
    fc.assert(
      fc.property(body, fc.nat(), (number, place) => {
        const check = [...'0123456789X'].find((character) => mod11Radix2(number + character)) as string;
        const at = place % (number.length - 1);
        fc.pre(number[at] !== number[at + 1]);
        expect(mod11Radix2(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2) + check)).toBe(
          false,
        );
      }),
    );
  });
});
