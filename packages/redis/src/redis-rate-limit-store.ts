import type { RateLimitOutcome, RateLimitStore, RateLimitTier } from '@llm-sentinel/core';
import { onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keyFor } from './key.js';
import { limitScript } from './limit-script.js';

const MICROSECONDS = 1_000_000;

/**
 * Limits that all processes share. `consume` rejects with UNAVAILABLE while Redis is away; what is decided then is said to the
 * limiter: `rateLimiter({ store, onUnavailable })`.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const limiter = rateLimiter({ perMinute: 100, store: redisRateLimitStore({ client }), onUnavailable: 'local' });
 */
export function redisRateLimitStore(options: RedisStoreOptions): RateLimitStore {
  onlyKnown(options, STORE_OPTIONS);
  const gateway = createGateway(options);
  // A limiter passes the same list each time.
  const prepared = new WeakMap<readonly RateLimitTier[], readonly string[]>();

  function argumentsOf(tiers: readonly RateLimitTier[]): readonly string[] {
    const known = prepared.get(tiers);
    if (known !== undefined) return known;
    const args = tiers.flatMap(argumentsOfTier);
    prepared.set(tiers, args);
    return args;
  }

  return {
    async consume(key, tiers, cost) {
      const keys = tiers.map((tier) => keyFor(gateway.prefix, key, `rl:${tier.name}:${tier.kind}`));
      return outcomeOf(await gateway.run('rate_limit', limitScript, keys, [String(cost), ...argumentsOf(tiers)]));
    },
  };
}

function argumentsOfTier(tier: RateLimitTier): string[] {
  return tier.kind === 'rate'
    ? ['g', String(MICROSECONDS / tier.perSecond), String(tier.burst)]
    : ['w', String(tier.windowMs * 1_000), String(tier.limit)];
}

function outcomeOf(reply: unknown): RateLimitOutcome {
  const [allowed = 0, remaining = 0, retryAfterMs = 0, resetMs = 0, tier = 0] = (reply as readonly unknown[]).map(
    Number,
  );
  return { allowed: allowed === 1, remaining, retryAfterMs, resetMs, tier };
}
