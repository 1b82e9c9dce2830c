import { SentinelError } from './errors.js';

/** One limit of several that hold together. */
export type RateLimitTier =
  /** A steady rate with bursts (GCRA, the generic cell rate algorithm of ITU-T I.371): at most `burst + perSecond * t` units in any `t` seconds. */
  | { readonly kind: 'rate'; readonly name: string; readonly perSecond: number; readonly burst: number }
  /**
   * At most `limit` units a window, the window before counted by the share of it that is still in sight. Exact in windows that
   * begin at multiples of `windowMs`; in any other of that length at most twice the limit.
   */
  | { readonly kind: 'window'; readonly name: string; readonly limit: number; readonly windowMs: number };

/** What a store says of one call. */
export interface RateLimitOutcome {
  /** Whether all tiers had the units, which were then taken. Else none were. */
  readonly allowed: boolean;
  /** Units left in the tier that denied, or else in the one with the fewest left. */
  readonly remaining: number;
  /** Milliseconds after which the same call would be allowed if nobody else came. 0 when allowed. */
  readonly retryAfterMs: number;
  /** Milliseconds until the tier is as if untouched; for a window, until the next one begins. */
  readonly resetMs: number;
  /** Index of the tier that `remaining` speaks of. */
  readonly tier: number;
}

/** Counts calls, for one process or for many. The kit `testRateLimitStore` of `@llm-sentinel/testing` is its contract. */
export interface RateLimitStore {
  /**
   * Takes `cost` units from every tier of `key`, or from none when one of them has too few. A promise rejects with UNAVAILABLE
   * when the store can't tell.
   */
  consume(key: string, tiers: readonly RateLimitTier[], cost: number): RateLimitOutcome | Promise<RateLimitOutcome>;
}

/** A right to work alone that ends by itself. */
export interface Lease {
  /** What is leased, as given to `acquire`. */
  readonly name: string;
  /**
   * Higher than that of every earlier lease of the name. Hand it to what the lock protects and let that refuse lower ones: a
   * holder that was paused past its time does not know that another one works.
   */
  readonly fence: number;
  /** Milliseconds that the lease was taken for. */
  readonly ttlMs: number;
  /** Begins the time anew. False when the lease was lost. */
  extend(ttlMs?: number): Promise<boolean>;
  /** Gives the lease back. False when it was lost before. */
  release(): Promise<boolean>;
}

/** Hands out leases. The kit `testLock` of `@llm-sentinel/testing` is its contract. */
export interface Lock {
  /**
   * Null when another one holds it, and when the store can't tell. Does not wait.
   *
   * @throws SentinelError INVALID_OPTION for a name that is no text, or a `ttlMs` that does not fit.
   */
  acquire(name: string, options?: { readonly ttlMs?: number }): Promise<Lease | null>;
}

/** Extended after this share of its time, so that one failed try leaves time for another. */
const EXTEND_AT = 1 / 3;

/**
 * Runs `work` while a lease is held, extends it meanwhile and gives it back. `signal` is aborted when the lease is lost: stop then.
 *
 * @returns what `work` returns.
 * @throws SentinelError LOCKED when another one holds the lease.
 */
export async function withLock<T>(
  lock: Lock,
  name: string,
  work: (lease: Lease, signal: AbortSignal) => Promise<T>,
  options: { readonly ttlMs?: number } = {},
): Promise<T> {
  const lease = await lock.acquire(name, options);
  if (lease === null) {
    throw new SentinelError('LOCKED', `[@llm-sentinel/core] The lock '${name}' was not acquired.`, {
      details: { lock: name },
    });
  }
  const lost = new AbortController();
  let heldUntil = performance.now() + lease.ttlMs;
  const timer = setInterval(async () => {
    const asked = performance.now();
    // A store that can't tell may still hold the lease for us: only time, or its word, ends it.
    const extended = await lease.extend(lease.ttlMs).catch(() => null);
    if (extended === true) heldUntil = asked + lease.ttlMs;
    else if (extended === false || performance.now() >= heldUntil) end();
  }, lease.ttlMs * EXTEND_AT);
  function end(): void {
    clearInterval(timer);
    lost.abort(new SentinelError('LOCKED', `[@llm-sentinel/core] The lock '${name}' was lost.`));
  }
  try {
    return await work(lease, lost.signal);
  } finally {
    clearInterval(timer);
    await lease.release().catch(() => false);
  }
}
