// J. Verhoeff, Error Detecting Decimal Codes (1969): multiplication in the dihedral group D5, and a permutation a
// place.
const PRODUCT = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;
const PERMUTATION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;

/** Notices any wrong digit and any swap of neighbours. The check digit is the last one. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const row = PERMUTATION[i % 8] as string;
    const permuted = row.charCodeAt(digits.charCodeAt(digits.length - 1 - i) - 48) - 48;
    check = (PRODUCT[check] as string).charCodeAt(permuted) - 48;
  }
  return digits.length > 1 && check === 0;
}
