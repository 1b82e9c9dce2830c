const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day that exists, in any year: 29 February counts, as the century is often unknown. */
export function isDayOfYear(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** A day that exists in that year of the Gregorian calendar. */
export function isDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isDayOfYear(month, day) && (leap || month !== 2 || day < 29);
}

/** Reads two digits at a place; NaN where there are none. */
export function pair(digits: string, index: number): number {
  return digits.length < index + 2 ? Number.NaN : Number(digits.slice(index, index + 2));
}
