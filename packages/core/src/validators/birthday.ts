import { isDayOfYear } from './calendar.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2035;

/**
 * A date on which a living person may have been born: year 1900 to 2035 where written in full, month and day in
 * either order. A month in words isn't checked.
 */
export function isBirthday(value: string): boolean {
  const numbers = value.match(/\d+/g)?.map(Number) ?? [];
  const year = numbers.find((number) => number > 99);
  if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) return false;
  if (numbers.length < 3) return numbers.every((number) => number > 0);
  const [first = 0, second = 0, third = 0] = numbers;
  return first > 99 ? isDayOfYear(second, third) : isDayOfYear(second, first) || isDayOfYear(first, second);
}

/** The same for people spoken of in prose, where earlier years mean history. */
export function isRecentBirthday(value: string): boolean {
  return isBirthday(value) && Number(value.match(/\d{4}/)?.[0] ?? FIRST_YEAR) >= 1930;
}
