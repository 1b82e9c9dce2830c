/** Weights as small whole numbers. */
export interface Quantized {
  readonly bytes: Int8Array;
  /** A weight is its byte times this. */
  readonly step: number;
}

/** Share of weights, by size, that keep their value; the few larger ones are cut off, so that the many small ones keep their digits. */
const KEPT_SHARE = 0.9995;
/** Five bits with the sign: a quarter of the room that 127 takes compressed, and the same figures. */
const LARGEST = 15;

export function quantize(weights: Float32Array): Quantized {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * KEPT_SHARE))] ?? 1;
  const step = Number((largest / LARGEST).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step))));
  return { bytes, step };
}
