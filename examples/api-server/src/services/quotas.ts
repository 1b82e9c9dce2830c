import type { RateLimitStore, Telemetry } from '@llm-sentinel/core';
import { redisRateLimitStore } from '@llm-sentinel/redis';
import { memoryRateLimitStore, type RateLimiter, rateLimiter } from '@llm-sentinel/resilience';
import type { Caller } from '../auth/key-ring.js';
import type { Config, Quota } from '../config/schema.js';
import type { Redis } from './redis.js';

export interface Quotas {
  /** The limiter that counts for a caller. All keys of one alias have the same counts. */
  of(caller: Caller): RateLimiter;
  /** Counts refused keys by address, in this process. */
  readonly failedAuth: RateLimiter;
}

/** Limits by alias: in Redis where there is one, so that several processes hold them together. */
export function createQuotas(
  { limits, redis: options }: Config,
  redis: Redis | undefined,
  telemetry?: Telemetry,
): Quotas {
  const { perSecond, burst, perMinute, onUnavailable, localShare, failedAuthPerMinute } = limits;
  const store: RateLimitStore =
    redis === undefined
      ? memoryRateLimitStore()
      : redisRateLimitStore({
          client: redis.client,
          prefix: options.prefix,
          deadlineMs: options.deadlineMs,
          ...(telemetry && { telemetry }),
        });
  // Counts are in the store, by alias and quota: limiters of equal quotas share them.
  const limiters = new WeakMap<Quota, RateLimiter>();

  function limiter(quota: Quota): RateLimiter {
    const known = limiters.get(quota);
    if (known !== undefined) return known;
    const { burst: units, ...tiers } = quota;
    const made = rateLimiter({
      name: 'key',
      perSecond: tiers.perSecond ?? false,
      ...(tiers.perSecond !== undefined && units !== undefined && { burst: units }),
      perMinute: tiers.perMinute ?? false,
      perHour: tiers.perHour ?? false,
      store,
      onUnavailable,
      localShare,
      ...(telemetry && { telemetry }),
    });
    limiters.set(quota, made);
    return made;
  }

  const usual = limiter({ perSecond, burst, perMinute });
  return {
    of: ({ quota }) => (quota === undefined || Object.keys(quota).length === 0 ? usual : limiter(quota)),
    failedAuth: rateLimiter({
      name: 'failed_auth',
      perSecond: false,
      perMinute: failedAuthPerMinute,
      perHour: false,
      ...(telemetry && { telemetry }),
    }),
  };
}
