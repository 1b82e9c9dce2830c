import type { Clock } from '../src/clock.js';

/** A clock that stands still until it is told. */
export interface FakeClock extends Clock {
  /** Lets time pass; callbacks run at their time, in order, and what they set off comes to rest before the next one. */
  advance(ms: number): Promise<void>;
  /** Forgets all timers, as the end of a process does. */
  clear(): void;
}

export function fakeClock(start = Date.UTC(2026, 0, 15, 12)): FakeClock {
  let time = start;
  let count = 0;
  const timers = new Map<number, { readonly at: number; readonly callback: () => void }>();
  return {
    now: () => time,
    after(ms, callback) {
      const id = count++;
      timers.set(id, { at: time + ms, callback });
      return () => timers.delete(id);
    },
    clear: () => timers.clear(),
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b);
        if (next === undefined) break;
        timers.delete(next[0]);
        time = Math.max(time, next[1].at);
        next[1].callback();
        await settle();
      }
      time = end;
    },
  };
}

/** Waits until promises that depend on nothing outside have settled. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
}
