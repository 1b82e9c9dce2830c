import type { RateLimitStore, RateLimitTier } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';

/** How to reach an implementation of `RateLimitStore`. */
export interface RateLimitStoreContract {
  /** The store; the same one may be given each time. */
  readonly create: () => RateLimitStore;
  /** Lets time pass for the store. @default really waits */
  readonly wait?: (ms: number) => Promise<void> | void;
}

/** A limit that is never met. */
const WIDE: RateLimitTier = { kind: 'window', name: 'wide', limit: 1_000, windowMs: 3_600_000 };
const SLOW: RateLimitTier = { kind: 'rate', name: 'slow', perSecond: 0.001, burst: 3 };

/**
 * The contract of a rate limit store, as tests: call it in a test file.
 *
 * @example
 * testRateLimitStore('memory', { create: () => memoryRateLimitStore() });
 */
export function testRateLimitStore(name: string, contract: RateLimitStoreContract): void {
  const { create, wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) } = contract;
  let keys = 0;
  // Nothing else has used it, in this run or in one before.
  const freshKey = () => `contract-${process.pid}-${Date.now()}-${keys++}`;
  const take = async (store: RateLimitStore, key: string, tiers: readonly RateLimitTier[], times: number) => {
    const outcomes = [];
    for (let i = 0; i < times; i++) outcomes.push(await store.consume(key, tiers, 1));
    return outcomes;
  };

  describe(`${name}: contract of a rate limit store`, () => {
    it('grants a burst, counts it down, and then denies with a time to wait', async () => {
      const outcomes = await take(create(), freshKey(), [SLOW], 4);
      expect(outcomes.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
      expect(outcomes.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);
      expect(outcomes[2]?.retryAfterMs).toBe(0);
      expect(outcomes[3]?.retryAfterMs).toBeGreaterThan(990_000);
      expect(outcomes[3]?.retryAfterMs).toBeLessThanOrEqual(1_000_000);
    });

    it('grants what a window holds and no more', async () => {
      const tier: RateLimitTier = { kind: 'window', name: 'w', limit: 5, windowMs: 3_600_000 };
      const outcomes = await take(create(), freshKey(), [tier], 7);
      expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(5);
      expect(outcomes[6]).toMatchObject({ allowed: false, remaining: 0, tier: 0 });
      expect(outcomes[6]?.retryAfterMs).toBeGreaterThan(0);
      expect(outcomes[6]?.resetMs).toBeLessThanOrEqual(3_600_000);
    });

    it('takes from all tiers or from none, and names the one that denies', async () => {
      const store = create();
      const key = freshKey();
      const tiers = [WIDE, SLOW];
      await take(store, key, tiers, 3);
      const denied = await take(store, key, tiers, 20);
      expect(denied.every(({ allowed, tier }) => !allowed && tier === 1)).toBe(true);
      expect((await store.consume(key, [WIDE], 1)).remaining).toBeGreaterThanOrEqual(996);
    });

    it('takes a cost of several units at once, or nothing of it', async () => {
      const store = create();
      const key = freshKey();
      expect(await store.consume(key, [SLOW], 4)).toMatchObject({ allowed: false, remaining: 3 });
      expect(await store.consume(key, [SLOW], 2)).toMatchObject({ allowed: true, remaining: 1 });
      expect(await store.consume(key, [SLOW], 2)).toMatchObject({ allowed: false, remaining: 1 });
    });

    it('allows a call again after the time that it told to wait', async () => {
      const store = create();
      const tiers: RateLimitTier[] = [{ kind: 'rate', name: 'fast', perSecond: 20, burst: 2 }];
      const key = freshKey();
      const denied = (await take(store, key, tiers, 12)).find(({ allowed }) => !allowed);
      expect(denied?.retryAfterMs).toBeGreaterThan(0);
      // Timers may fire a millisecond early.
      await wait((denied?.retryAfterMs as number) + 2);
      expect((await store.consume(key, tiers, 1)).allowed).toBe(true);
    });

    it('allows a call of a full window again after the time that it told to wait', async () => {
      const store = create();
      const tiers: RateLimitTier[] = [{ kind: 'window', name: 'short', limit: 4, windowMs: 200 }];
      const key = freshKey();
      const denied = (await take(store, key, tiers, 12)).filter(({ allowed }) => !allowed).at(-1);
      expect(denied?.retryAfterMs).toBeGreaterThan(0);
      await wait((denied?.retryAfterMs as number) + 1);
      expect((await store.consume(key, tiers, 1)).allowed).toBe(true);
    });

    it('grants no more to calls that come at one time', async () => {
      const store = create();
      const key = freshKey();
      const tiers: RateLimitTier[] = [{ kind: 'rate', name: 'r', perSecond: 0.001, burst: 10 }, WIDE];
      const outcomes = await Promise.all(Array.from({ length: 60 }, () => store.consume(key, tiers, 1)));
      expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(10);
    });

    it.each(['', '{', '}{', '{a}{b}', 'ключ', '\0\r\n', '\ud800', 'x'.repeat(10_000)])(
      'keeps the key %j apart from others',
      async (odd) => {
        const store = create();
        const key = `${freshKey()}${odd}`;
        expect(await store.consume(key, [SLOW], 3)).toMatchObject({ allowed: true });
        expect(await store.consume(key, [SLOW], 1)).toMatchObject({ allowed: false });
        expect(await store.consume(`${key}!`, [SLOW], 1)).toMatchObject({ allowed: true });
      },
    );
  });
}
