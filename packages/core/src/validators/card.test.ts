import { describe, expect, it } from 'vitest';
import { hasCardShape, isCardNumber } from './card.js';

describe('isCardNumber', () => {
  // Test numbers that the issuers and payment providers publish.
  it.each([
    ['Visa', '4111 1111 1111 1111'],
    ['Visa, 13 digits', '4222222222222'],
    ['Mastercard', '5555-5555-5555-4444'],
    ['Mastercard, new range', '2223003122003222'],
    ['American Express', '3782 822463 10005'],
    ['American Express, other range', '343434343434343'],
    ['Discover', '6011111111111117'],
    ['Diners Club', '30569309025904'],
    ['JCB', '3530111333300000'],
    ['UnionPay', '6200000000000005'],
    ['Maestro', '6759649826438453'],
  ])('accepts %s', (_, number) => {
    expect(isCardNumber(number)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '4111111111111112'],
    ['a wrong length for the issuer', '378282246310005'.slice(0, 14)],
    ['an IMEI, which has a Luhn digit too', '490154203237518'],
    ['a number of no issuer', '9999999999999995'],
    ['one digit over and over', '0000000000000000'],
  ])('rejects %s', (_, number) => {
    expect(isCardNumber(number)).toBe(false);
  });
});

describe('hasCardShape', () => {
  it('asks for issuer and length, not for the check digit', () => {
    expect(hasCardShape('4111111111111112')).toBe(true);
    expect(hasCardShape('411111111111')).toBe(false);
  });
});
