/** The time, and a way to wait for it. Given as an option, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, after `ms` milliseconds. Returns what takes that back. */
  after(ms: number, callback: () => void): () => void;
}

/** The machine's own. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
