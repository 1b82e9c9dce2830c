// A log-linear histogram as in HdrHistogram: each doubling is cut into 16 bins of equal width, so that a bin's middle is at most
// 1/32 from any value in it. The bin is read off the number's own bits: its exponent and the first four bits after it.

/** 2^-14 ms, 61 nanoseconds: what is faster counts as this. */
const MIN_EXPONENT = -14;
const OCTAVES = 32;
const BINS_PER_OCTAVE = 16;

/** Up to 2^18 ms, 4.4 minutes: what is slower counts as this. */
export const LATENCY_BINS = OCTAVES * BINS_PER_OCTAVE;

const FIRST = (1023 + MIN_EXPONENT) * BINS_PER_OCTAVE;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const HIGH_WORD = words[1] === 0 ? 0 : 1;

/** The bin of a latency in milliseconds. What is no number counts as 0. */
export function latencyBin(ms: number): number {
  if (!(ms > 0)) return 0;
  float[0] = ms;
  const bin = (words[HIGH_WORD]! >>> 16) - FIRST;
  return bin < 0 ? 0 : bin >= LATENCY_BINS ? LATENCY_BINS - 1 : bin;
}

/** The middle of a bin, in milliseconds. */
export function latencyOfBin(bin: number): number {
  const exponent = MIN_EXPONENT + Math.floor(bin / BINS_PER_OCTAVE);
  return 2 ** exponent * (1 + ((bin % BINS_PER_OCTAVE) + 0.5) / BINS_PER_OCTAVE);
}

/** Of equal width, from 0 to 1. */
export const RISK_BINS = 100;

export function riskBin(risk: number): number {
  if (!(risk > 0)) return 0;
  return risk >= 1 ? RISK_BINS - 1 : Math.floor(risk * RISK_BINS);
}

/** The middle of a bin, except that the ends are 0 and 1: most texts are there, and 0.005 would look like a finding. */
export function riskOfBin(bin: number): number {
  if (bin === 0) return 0;
  return bin === RISK_BINS - 1 ? 1 : (bin + 0.5) / RISK_BINS;
}

/** The bin in which the value of a rank is: `share` 0.5 is the median. -1 when all bins are empty. */
export function binAtShare(counts: ArrayLike<number>, total: number, share: number): number {
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    seen += counts[bin]!;
    if (seen >= rank) return bin;
  }
  return -1;
}
