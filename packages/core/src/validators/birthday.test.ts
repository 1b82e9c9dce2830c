import { describe, expect, it } from 'vitest';
import { isBirthday, isRecentBirthday } from './birthday.js';

describe('isBirthday', () => {
  it.each(['1985-03-12', '12.03.1985', '03/12/1985', '12/3/85', '5 March 1988', 'March 5th, 1988', '1990年5月6日'])(
    'accepts %s',
    (date) => {
      expect(isBirthday(date)).toBe(true);
    },
  );

  it.each(['1776-07-04', '2199-01-01', '32.13.1985', '1985-13-12', '14 March 1879'])('rejects %s', (date) => {
    expect(isBirthday(date)).toBe(false);
  });

  it('leaves earlier years to history where prose speaks', () => {
    expect(isRecentBirthday('8 May 1919')).toBe(false);
    expect(isRecentBirthday('8 May 1949')).toBe(true);
  });
});
