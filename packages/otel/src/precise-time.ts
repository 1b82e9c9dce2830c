/**
 * Makes wall-clock times finer than their millisecond. Most scans take less, so with whole milliseconds a trace would show one
 * after the other as one on top of the other, and beginning before the request did.
 */
export type PreciseTime = (time: number) => number;

/** A time is used up to this much later, in milliseconds, before one takes it for that of a clock that was set back. */
const MAX_DELAY_MS = 5;

/**
 * The monotonic clock has the fractions but drifts away from the wall clock. A whole millisecond is at most one too low, so the
 * largest distance between the two that was seen is the nearest to the truth; when one is seen that lies far below, the
 * clock was set, and counting begins anew. Answers are never before `time` and keep its order.
 */
export function createPreciseTime(now: () => number = () => performance.now()): PreciseTime {
  let offset = Number.NEGATIVE_INFINITY;
  return (time) => {
    const monotonic = now();
    const seen = time - monotonic;
    if (seen > offset || seen <= offset - 1 - MAX_DELAY_MS) offset = seen;
    return monotonic + offset;
  };
}

// One for the whole process, as the clocks are: spans of the adapter and of the helpers lie within one another.
export const preciseTime = createPreciseTime();
