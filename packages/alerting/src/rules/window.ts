/** Samples of the recent past, and what they add up to. */
export interface Window {
  /** Adds a sample. `value` and `low` are what it adds to the two sums. */
  add(now: number, value: number, low: number): void;
  /** Forgets what is older than the window. */
  advance(now: number): void;
  readonly samples: number;
  readonly value: number;
  readonly low: number;
}

/**
 * The last `windowMs` milliseconds, in slots that are forgotten as a whole: of the same size however many samples there are, and up to
 * one slot shorter than it says.
 */
export function timeWindow(windowMs: number, slots = 30): Window {
  const slotMs = windowMs / slots;
  // Plain arrays: a window for each user is made and dropped often, and typed ones cost five times as much to make.
  const counts = zeros(slots);
  const values = zeros(slots);
  const lows = zeros(slots);
  let current = Number.NEGATIVE_INFINITY;

  const window = {
    samples: 0,
    value: 0,
    low: 0,
    add(now: number, value: number, low: number) {
      window.advance(now);
      // A clock that was set back adds to the newest slot.
      const slot = current % slots;
      counts[slot]! += 1;
      values[slot]! += value;
      lows[slot]! += low;
      window.samples += 1;
      window.value += value;
      window.low += low;
    },
    advance(now: number) {
      const next = Math.floor(now / slotMs);
      if (next <= current) return;
      if (next - current >= slots) clear();
      else for (let passed = current + 1; passed <= next; passed++) forget(passed % slots);
      current = next;
    },
  };

  function forget(slot: number): void {
    if (counts[slot] === 0) return;
    window.samples -= counts[slot]!;
    window.value -= values[slot]!;
    window.low -= lows[slot]!;
    counts[slot] = 0;
    values[slot] = 0;
    lows[slot] = 0;
    // What sums of fractions leave behind must not add up over months.
    if (window.samples === 0) window.value = window.low = 0;
  }

  function clear(): void {
    counts.fill(0);
    values.fill(0);
    lows.fill(0);
    window.samples = window.value = window.low = 0;
  }

  return window;
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

/** The last `size` samples, as far as they are not older than `windowMs`. */
export function sampleWindow(size: number, windowMs: number): Window {
  const times = new Float64Array(size);
  const values = new Float64Array(size);
  const lows = new Float64Array(size);
  let oldest = 0;

  const window = {
    samples: 0,
    value: 0,
    low: 0,
    add(now: number, value: number, low: number) {
      if (window.samples === size) forgetOldest();
      window.advance(now);
      const place = (oldest + window.samples) % size;
      times[place] = now;
      values[place] = value;
      lows[place] = low;
      window.samples += 1;
      window.value += value;
      window.low += low;
    },
    advance(now: number) {
      while (window.samples > 0 && times[oldest]! <= now - windowMs) forgetOldest();
    },
  };

  function forgetOldest(): void {
    window.samples -= 1;
    window.value -= values[oldest]!;
    window.low -= lows[oldest]!;
    oldest = (oldest + 1) % size;
    if (window.samples === 0) window.value = window.low = 0;
  }

  return window;
}
