import type { Clock } from './clock.js';

/** One timer, for the earliest of many moments. */
export interface Alarm {
  /** Rings at this moment instead, in milliseconds since the epoch; Infinity for never. */
  set(at: number): void;
  cancel(): void;
}

/** The longest that a timer can wait. One that rings too early finds nothing to do, and is set again. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let cancelTimer: (() => void) | undefined;
  let ringsAt = Number.POSITIVE_INFINITY;

  function rung(): void {
    ringsAt = Number.POSITIVE_INFINITY;
    cancelTimer = undefined;
    ring();
  }

  return {
    set(at) {
      if (at === ringsAt) return;
      cancelTimer?.();
      cancelTimer = undefined;
      ringsAt = at;
      if (at === Number.POSITIVE_INFINITY) return;
      cancelTimer = clock.after(Math.min(Math.max(0, at - clock.now()), MAX_TIMER_MS), rung);
    },
    cancel: () => cancelTimer?.(),
  };
}
