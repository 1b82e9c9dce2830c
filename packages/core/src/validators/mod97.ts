/**
 * Remainder by 97 of a number of any length; letters count as 10 (A) to 35 (Z), as in ISO/IEC 7064. NaN for anything
 * but letters and digits. Notices any wrong digit and any swap of neighbouring digits.
 */
export function mod97(text: string): number {
  let remainder = 0;
  for (let i = 0; i < text.length; i++) {
    const value = Number.parseInt(text[i] as string, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
