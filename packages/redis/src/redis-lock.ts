import { randomUUID } from 'node:crypto';
import type { Lease, Lock } from '@llm-sentinel/core';
import { invalidOption, number, onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keyFor } from './key.js';
import { script } from './script.js';

/** Which Redis, and how long leases last. */
export interface RedisLockOptions extends RedisStoreOptions {
  /** Time of a lease that names none, in milliseconds. @default 10_000 */
  readonly ttlMs?: number;
}

const LIMITS = { min: 1, max: 86_400_000 };
/** A fencing number must not begin anew while anyone may remember an old one. */
const FENCE_TTL_MS = 30 * 86_400_000;

// The fence rises by one, but starts at the server's clock: a Redis that lost its data must not hand out numbers that it gave before.
const lockScript = script(`
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
local time = redis.call('TIME')
local clock = time[1] * 1000 + math.floor(time[2] / 1000)
local fence = math.max(tonumber(redis.call('GET', KEYS[2]) or 0) + 1, clock)
redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', ARGV[3])
return string.format('%.0f', fence)
`);
const unlockScript = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);
const extendScript = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);

/**
 * A lock that all processes share: a lease that ends by itself. It keeps work from being done twice; it does not alone keep two
 * holders apart, because a paused process does not notice that its time is over, and a failover may lose the lease. What must not
 * happen twice has to check the lease's `fence`.
 *
 * `acquire` gives null while Redis is away; `extend` and `release` reject with UNAVAILABLE.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * await withLock(redisLock({ client }), 'nightly-report', (lease, signal) => writeReport(lease.fence, signal));
 */
export function redisLock(options: RedisLockOptions): Lock {
  onlyKnown(options, [...STORE_OPTIONS, 'ttlMs']);
  const gateway = createGateway(options);
  const usualTtlMs = number('ttlMs', options.ttlMs, 10_000, LIMITS);

  function leaseOf(name: string, fence: number, token: string, ttlMs: number): Lease {
    const key = keyFor(gateway.prefix, name, 'lock');
    return {
      name,
      fence,
      ttlMs,
      async extend(nextTtlMs = ttlMs) {
        const time = Math.ceil(number('ttlMs', nextTtlMs, ttlMs, LIMITS));
        return Number(await gateway.run('lock_extend', extendScript, [key], [token, String(time)])) === 1;
      },
      release: async () => Number(await gateway.run('lock_release', unlockScript, [key], [token])) === 1,
    };
  }

  return {
    async acquire(name, { ttlMs } = {}) {
      if (typeof name !== 'string' || name === '') throw invalidOption('The name of a lock must be a string.');
      const time = Math.ceil(number('ttlMs', ttlMs, usualTtlMs, LIMITS));
      const token = randomUUID();
      const keys = [keyFor(gateway.prefix, name, 'lock'), keyFor(gateway.prefix, name, 'fence')];
      const args = [token, String(time), String(FENCE_TTL_MS)];
      const fence = await gateway.run('lock_acquire', lockScript, keys, args).catch(() => 0);
      return Number(fence) === 0 ? null : leaseOf(name, Number(fence), token, time);
    },
  };
}
