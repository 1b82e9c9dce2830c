import type { BucketRing } from './bucket-ring.js';
import { HOUR_MS, MINUTE_MS, type TimeSeries } from './time-series.js';

/** Where a summary reads, and how it is cut into steps. */
export interface Grid {
  readonly ring: BucketRing;
  /** A whole number of steps. */
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

const MAX_STEPS = 360;
const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440];
const HOURS = [1, 2, 3, 4, 6, 12, 24, 48, 96, 168];
const MINUTE_STEPS = MINUTES.map((minutes) => minutes * MINUTE_MS);
const HOUR_STEPS = HOURS.map((hours) => hours * HOUR_MS);

/** By the minute where all of the range is kept so, else by the hour; the step is the smallest that makes few enough of them. */
export function gridOf(
  { minutes, hours, minuteRetentionMs }: Pick<TimeSeries, 'minutes' | 'hours' | 'minuteRetentionMs'>,
  { from, to }: { readonly from: number; readonly to: number },
  now: number,
): Grid {
  const isRecent = from >= now - minuteRetentionMs;
  const steps = isRecent ? MINUTE_STEPS : HOUR_STEPS;
  const stepMs = steps.find((step) => countOf(from, to, step) <= MAX_STEPS) ?? (steps.at(-1) as number);
  return {
    ring: isRecent ? minutes : hours,
    from: Math.floor(from / stepMs) * stepMs,
    to: Math.ceil(to / stepMs) * stepMs,
    stepMs,
  };
}

function countOf(from: number, to: number, stepMs: number): number {
  return Math.ceil(to / stepMs) - Math.floor(from / stepMs);
}
