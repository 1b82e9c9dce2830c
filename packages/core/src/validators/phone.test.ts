import { describe, expect, it } from 'vitest';
import { isInternationalPhone, isPhoneShaped } from './phone.js';

describe('isInternationalPhone', () => {
  it.each([
    '+1 (212) 555-0187',
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '+49 30 901820',
    '+33 1 42 68 53 00',
    '+81 3-1234-5678',
    '+86 138 1234 5678',
    '+91 98765 43210',
    '+55 11 98765-4321',
    '+971 50 123 4567',
    '0049 30 901820',
    '+1 415 555 2671 x99',
  ])('accepts %s', (number) => {
    expect(isInternationalPhone(number)).toBe(true);
  });

  it.each([
    ['too few digits for the country', '+1 212 555'],
    ['too many', '+33 1 42 68 53 00 99'],
    ['a code that nobody has', '+999 1234567'],
    ['zeros only', '+44 0000000000'],
  ])('rejects %s', (_, number) => {
    expect(isInternationalPhone(number)).toBe(false);
  });
});

describe('isPhoneShaped', () => {
  it.each(['668-4402', '030 901820', '01.42.68.53.00', '41-83-27-65', '(604)555-0112x0135'])('accepts %s', (number) => {
    expect(isPhoneShaped(number)).toBe(true);
  });

  it.each([
    ['a date', '2024-01-15'],
    ['a date with its time', '2024-01-15 10:20'],
    ['a European date', '31.12.2024'],
    ['a span of years', '1999-2004'],
    ['an IP address', '192.168.100.10'],
    ['too few digits', '12-34-56'],
    ['two different digits', '01 01 00 00 11'],
  ])('rejects %s', (_, number) => {
    expect(isPhoneShaped(number)).toBe(false);
  });
});
