import type { Lease, Lock } from '@llm-sentinel/core';
import { callable, invalidOption, number, onlyKnown } from './check.js';
import { recentMap } from './recent-map.js';

/** How long leases last, and how many names are remembered. */
export interface MemoryLockOptions {
  /** Time of a lease that names none, in milliseconds. @default 10_000 */
  readonly ttlMs?: number;
  /** Names remembered; those not used for the longest time are forgotten, and whoever holds them with them. @default 100_000 */
  readonly maxNames?: number;
  /** A clock in milliseconds that never runs backwards. @default performance.now */
  readonly now?: () => number;
}

const LIMITS = { min: 1, max: 86_400_000 };

/**
 * A lock for one process: what a single pod and tests use where many pods use Redis.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function memoryLock(options: MemoryLockOptions = {}): Lock {
  onlyKnown(options, ['ttlMs', 'maxNames', 'now']);
  const usualTtlMs = number('ttlMs', options.ttlMs, 10_000, LIMITS);
  const maxNames = number('maxNames', options.maxNames, 100_000, { min: 2, max: 10_000_000, whole: true });
  callable('now', options.now);
  const { now = () => performance.now() } = options;
  const held = recentMap<{ fence: number; until: number }>(maxNames);
  // One count for all names: it rises for each of them too, also for one that was forgotten.
  let fence = 0;

  function leaseOf(name: string, own: number, ttlMs: number): Lease {
    const mine = () => {
      const entry = held.get(name);
      return entry !== undefined && entry.fence === own && entry.until > now() ? entry : undefined;
    };
    return {
      name,
      fence: own,
      ttlMs,
      async extend(nextTtlMs = ttlMs) {
        const entry = mine();
        if (entry === undefined) return false;
        entry.until = now() + number('ttlMs', nextTtlMs, ttlMs, LIMITS);
        return true;
      },
      async release() {
        const entry = mine();
        if (entry === undefined) return false;
        entry.until = 0;
        return true;
      },
    };
  }

  return {
    async acquire(name, { ttlMs } = {}) {
      if (typeof name !== 'string' || name === '') throw invalidOption('The name of a lock must be a string.');
      const time = number('ttlMs', ttlMs, usualTtlMs, LIMITS);
      const entry = held.get(name);
      if (entry !== undefined && entry.until > now()) return null;
      held.set(name, { fence: ++fence, until: now() + time });
      return leaseOf(name, fence, time);
    },
  };
}
