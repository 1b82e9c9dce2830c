import type { Clock } from './clock.js';
import type { AlertManagerOptions } from './manager-options.js';
import type { AlertSnapshot } from './snapshot.js';

/** Has the state saved after it changed. */
export interface StateKeeper {
  /** Saves within a second, once for all changes until then. */
  saveSoon(): void;
  /** Saves now. Never rejects. */
  save(): Promise<void>;
  /** The last attempt to save failed. */
  readonly isFailing: boolean;
}

const SAVE_MS = 1_000;

export function createStateKeeper(
  clock: Clock,
  persist: AlertManagerOptions['persist'],
  snapshot: () => AlertSnapshot,
): StateKeeper {
  let isFailing = false;
  let cancelTimer: (() => void) | undefined;

  async function save(): Promise<void> {
    cancelTimer?.();
    cancelTimer = undefined;
    try {
      await persist?.(snapshot());
      isFailing = false;
    } catch {
      isFailing = true;
    }
  }

  return {
    save,
    saveSoon() {
      if (persist !== undefined) cancelTimer ??= clock.after(SAVE_MS, save);
    },
    get isFailing() {
      return isFailing;
    },
  };
}
