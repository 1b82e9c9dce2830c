/** Turns a condition that comes and goes into one that fires and resolves. */
export interface Condition {
  /**
   * @param isMet The threshold is reached.
   * @param isOver The value is so far below the threshold that it counts as over.
   * @returns What to do now.
   */
  next(now: number, isMet: boolean, isOver: boolean): 'fire' | 'resolve' | 'update' | 'nothing';
  /** Waits for its time, or fires. */
  readonly isActive: boolean;
}

/** A condition that must hold for `forMs` before it fires. Between met and over it stays as it was: that is the hysteresis. */
export function condition(forMs: number, isFiring: boolean): Condition {
  return new HeldCondition(forMs, isFiring ? 'firing' : 'idle');
}

/** A class for the reason that a window is one. */
class HeldCondition implements Condition {
  readonly #forMs: number;
  #state: 'idle' | 'pending' | 'firing';
  #since = 0;

  constructor(forMs: number, state: 'idle' | 'firing') {
    this.#forMs = forMs;
    this.#state = state;
  }

  get isActive(): boolean {
    return this.#state !== 'idle';
  }

  next(now: number, isMet: boolean, isOver: boolean): ReturnType<Condition['next']> {
    if (this.#state === 'firing') {
      if (!isOver) return isMet ? 'update' : 'nothing';
      this.#state = 'idle';
      return 'resolve';
    }
    if (!isMet) {
      this.#state = 'idle';
      return 'nothing';
    }
    if (this.#state === 'idle') {
      this.#state = 'pending';
      this.#since = now;
    }
    if (now - this.#since < this.#forMs) return 'nothing';
    this.#state = 'firing';
    return 'fire';
  }
}
