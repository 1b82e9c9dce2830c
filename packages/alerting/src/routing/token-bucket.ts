import { number, onlyKnown } from '../check.js';

/** How many notifications a channel gets at most. */
export interface ChannelRateLimit {
  /** Notifications a minute, in the long run. @default 30 */
  readonly perMinute?: number;
  /** Notifications at once, after a quiet time. @default 5 */
  readonly burst?: number;
}

export interface TokenBucket {
  /** Takes a token, if there is one. */
  take(now: number): boolean;
  /** Milliseconds until there is one. */
  waitMs(now: number): number;
}

/** @throws SentinelError INVALID_OPTION, naming the option and what it must be. */
export function tokenBucket(options: ChannelRateLimit = {}): TokenBucket {
  onlyKnown(options, ['perMinute', 'burst'] satisfies (keyof ChannelRateLimit)[]);
  const perMinute = number('rateLimit.perMinute', options.perMinute, 30, { min: 0.01, max: 1e6 });
  const burst = number('rateLimit.burst', options.burst, 5, { min: 1, max: 1e6, whole: true });
  const everyMs = 60_000 / perMinute;
  // The moment from which the bucket is full again: one number instead of a level and its time (GCRA).
  let fullAt = 0;
  const readyAt = () => fullAt - (burst - 1) * everyMs;
  return {
    take(now) {
      if (readyAt() > now) return false;
      fullAt = Math.max(fullAt, now) + everyMs;
      return true;
    },
    waitMs: (now) => Math.max(0, readyAt() - now),
  };
}
