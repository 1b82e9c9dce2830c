const VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * Vehicle identification number with the check digit at its ninth place that North America and China demand (ISO
 * 3779).
 */
export function isVin(value: string): boolean {
  const vin = value.toUpperCase();
  if (!/^[A-HJ-NPR-Z\d]{17}$/.test(vin) || !/\d{4}$/.test(vin)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (VALUES.indexOf(vin[i] as string) % 10) * (WEIGHTS[i] as number);
  return '0123456789X'[sum % 11] === vin[8];
}
