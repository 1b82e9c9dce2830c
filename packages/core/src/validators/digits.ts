/** The decimal digits of a text, without what stands between them. */
export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

/** Sum of digit times weight over the weights given; a missing digit counts 0. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += digit(digits, i) * (weights[i] as number);
  return sum;
}

/** The digit at a place, as a number. */
export function digit(digits: string, index: number): number {
  return index < digits.length ? digits.charCodeAt(index) - 48 : 0;
}

/** `0000…0`, `1111…1`: passes many checksums and is nobody's number. */
export function isRepdigit(digits: string): boolean {
  for (let i = 1; i < digits.length; i++) if (digits[i] !== digits[0]) return false;
  return true;
}
