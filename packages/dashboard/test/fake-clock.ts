import type { Clock } from '../src/clock.js';

/** A clock that moves when it is told to, and calls back what comes due on the way. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** Callbacks that still wait. */
  readonly waiting: number;
}

/** A Wednesday, not at the beginning of a minute. */
export const START = Date.UTC(2026, 0, 14, 12, 34, 56, 789);

export function createFakeClock(start = START): FakeClock {
  let time = start;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => time,
    after(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = time + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.callback();
      }
      time = until;
    },
    get waiting() {
      return timers.size;
    },
  };
}
