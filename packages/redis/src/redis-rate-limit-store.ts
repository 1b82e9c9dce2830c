import type { RateLimitOutcome, RateLimitStore, RateLimitTier } from '@llm-sentinel/core';
import { onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keysFor } from './key.js';
import { limitScript } from './limit-script.js';
import type { Script } from './script.js';

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
  const prepared = new WeakMap<readonly RateLimitTier[], Prepared>();

  function prepare(tiers: readonly RateLimitTier[]): Prepared {
    const known = prepared.get(tiers);
    if (known !== undefined) return known;
    const fresh = { script: limitScript(tiers), kinds: tiers.map(({ name, kind }) => `rl:${name}:${kind}`) };
    prepared.set(tiers, fresh);
    return fresh;
  }

  return {
    async consume(key, tiers, cost) {
      const { script, kinds } = prepare(tiers);
      return outcomeOf(await gateway.run('rate_limit', script, keysFor(gateway.prefix, key, kinds), [String(cost)]));
    },
  };
}

interface Prepared {
  readonly script: Script;
  readonly kinds: readonly string[];
}

function outcomeOf(reply: unknown): RateLimitOutcome {
  const [allowed = 0, remaining = 0, retryAfterMs = 0, resetMs = 0, tier = 0] = (reply as readonly unknown[]).map(
    Number,
  );
  return { allowed: allowed === 1, remaining, retryAfterMs, resetMs, tier };
}
