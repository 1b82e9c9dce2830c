import { invalidOption, number } from '../check.js';

interface Limits {
  readonly threshold: number;
  readonly resolveBelow: number;
}

/** From where an alert fires, and below which it resolves: a fifth lower unless given, so that a value at the edge does not flap. */
export function limitsOf(options: { readonly threshold: number; readonly resolveBelow?: number }): Limits {
  const threshold = number('threshold', options.threshold, Number.NaN, {
    min: -Number.MAX_VALUE,
    max: Number.MAX_VALUE,
  });
  if (Number.isNaN(threshold)) throw invalidOption('`threshold` must be a number.');
  const resolveBelow = number('resolveBelow', options.resolveBelow, Math.min(threshold, threshold * 0.8), {
    min: -Number.MAX_VALUE,
    max: threshold,
  });
  return { threshold, resolveBelow };
}
