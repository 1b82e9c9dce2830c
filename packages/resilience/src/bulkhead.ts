import { SentinelError } from '@llm-sentinel/core';
import { number, onlyKnown } from './check.js';

/** How many calls run, and how many wait. */
export interface BulkheadOptions {
  /** Calls that run at one time. @default 10 */
  readonly maxConcurrent?: number;
  /** Calls that wait for their turn; one more is refused. @default 0 */
  readonly maxQueued?: number;
}

/** Keeps one slow dependency from taking all that a process has. */
export interface Bulkhead {
  /**
   * Runs `task` now or in its turn.
   *
   * @throws SentinelError OVERLOADED when the queue is full; the reason of `signal` when that is aborted while waiting.
   */
  run<T>(task: () => Promise<T> | T, signal?: AbortSignal): Promise<T>;
  /** Calls that run. */
  readonly running: number;
  /** Calls that wait. */
  readonly queued: number;
}

/**
 * Bounds how many calls run at one time. One that finds no place is refused with OVERLOADED. The pattern is that of M. Nygard,
 * Release It! (2007).
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function bulkhead(options: BulkheadOptions = {}): Bulkhead {
  onlyKnown(options, ['maxConcurrent', 'maxQueued']);
  const maxConcurrent = number('maxConcurrent', options.maxConcurrent, 10, { min: 1, max: 1_000_000, whole: true });
  const maxQueued = number('maxQueued', options.maxQueued, 0, { min: 0, max: 1_000_000, whole: true });
  // In the order of arrival; a Set, so that one who gives up leaves without a search.
  const waiting = new Set<() => void>();
  let running = 0;

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (running < maxConcurrent) {
      running++;
      return;
    }
    if (waiting.size >= maxQueued) {
      throw new SentinelError(
        'OVERLOADED',
        `[@llm-sentinel/resilience] ${running} calls run and ${waiting.size} wait: no more are taken.`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        waiting.delete(go);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(go);
    });
  }

  /** The place goes to the next in the queue without becoming free between. */
  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      running--;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(task, signal) {
      await turn(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
    get running() {
      return running;
    },
    get queued() {
      return waiting.size;
    },
  };
}
