/**
 * The 95 % confidence interval of a share, by Wilson's score method (1927), which holds for small counts and shares near 0 and 1.
 *
 * @returns the lower and upper bound, 0..1; 0 and 1 when there are no trials.
 */
export function wilson(successes: number, trials: number): [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const z = 1.959964;
  const share = successes / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const centre = share + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
