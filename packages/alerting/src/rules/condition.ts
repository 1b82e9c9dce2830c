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
  let state: 'idle' | 'pending' | 'firing' = isFiring ? 'firing' : 'idle';
  let since = 0;
  return {
    get isActive() {
      return state !== 'idle';
    },
    next(now, isMet, isOver) {
      if (state === 'firing') {
        if (!isOver) return isMet ? 'update' : 'nothing';
        state = 'idle';
        return 'resolve';
      }
      if (!isMet) {
        state = 'idle';
        return 'nothing';
      }
      if (state === 'idle') {
        state = 'pending';
        since = now;
      }
      if (now - since < forMs) return 'nothing';
      state = 'firing';
      return 'fire';
    },
  };
}
