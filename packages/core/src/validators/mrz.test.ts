import { describe, expect, it } from 'vitest';
import { hasMrzCheck, isPassportMrz } from './mrz.js';

// The specimen of ICAO 9303.
const SPECIMEN = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('isPassportMrz', () => {
  it('accepts the specimen of ICAO 9303', () => {
    expect(isPassportMrz(SPECIMEN)).toBe(true);
  });

  it.each([
    ['the number', SPECIMEN.replace('L898', 'L899')],
    ['the birthday', SPECIMEN.replace('740812', '740813')],
    ['the expiry', SPECIMEN.replace('120415', '120515')],
  ])('notices a change of %s', (_, line) => {
    expect(isPassportMrz(line)).toBe(false);
  });
});

describe('hasMrzCheck', () => {
  it('counts the filler as zero', () => {
    expect(hasMrzCheck('AB2134<<<5')).toBe(true);
    expect(hasMrzCheck('AB2134<<<6')).toBe(false);
  });
});
