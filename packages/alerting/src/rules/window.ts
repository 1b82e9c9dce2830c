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
  return new TimeWindow(windowMs / slots, slots);
}

/** A class, and plain numbers in one array: a window for each attacker is made and dropped often, and closures cost three times that. */
class TimeWindow implements Window {
  samples = 0;
  value = 0;
  low = 0;
  readonly #slotMs: number;
  readonly #slots: number;
  /** Samples, value and low of each slot. */
  readonly #cells: number[];
  #current = Number.NEGATIVE_INFINITY;

  constructor(slotMs: number, slots: number) {
    this.#slotMs = slotMs;
    this.#slots = slots;
    this.#cells = new Array<number>(3 * slots).fill(0);
  }

  add(now: number, value: number, low: number): void {
    this.advance(now);
    // A clock that was set back adds to the newest slot.
    const place = 3 * (this.#current % this.#slots);
    this.#cells[place]! += 1;
    this.#cells[place + 1]! += value;
    this.#cells[place + 2]! += low;
    this.samples += 1;
    this.value += value;
    this.low += low;
  }

  advance(now: number): void {
    const next = Math.floor(now / this.#slotMs);
    if (next <= this.#current) return;
    const passed = Math.min(next - this.#current, this.#slots);
    // Nothing to forget: also the first time, when the way from the past is infinite.
    if (this.samples > 0)
      for (let slot = next - passed + 1; slot <= next; slot++) this.#forget(3 * (slot % this.#slots));
    this.#current = next;
  }

  #forget(place: number): void {
    const cells = this.#cells;
    if (cells[place] === 0) return;
    this.samples -= cells[place]!;
    this.value -= cells[place + 1]!;
    this.low -= cells[place + 2]!;
    cells[place] = cells[place + 1] = cells[place + 2] = 0;
    // What sums of fractions leave behind must not add up over months.
    if (this.samples === 0) this.value = this.low = 0;
  }
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
