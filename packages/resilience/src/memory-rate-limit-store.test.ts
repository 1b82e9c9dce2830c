import type { RateLimitTier } from '@llm-sentinel/core';
import { testRateLimitStore } from '@llm-sentinel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryRateLimitStore } from './memory-rate-limit-store.js';

let time = 1_000_000;
testRateLimitStore('memory', {
  create: () => memoryRateLimitStore({ now: () => time }),
  wait: (ms) => {
    time += ms;
  },
});

/** Calls with the pauses before them, and the times at which units were granted. */
function grants(tiers: readonly RateLimitTier[], calls: readonly (readonly [pauseMs: number, cost: number])[]) {
  let now = 12_345;
  const store = memoryRateLimitStore({ now: () => now });
  return calls.flatMap(([pauseMs, cost]) => {
    now += pauseMs;
    return store.consume('key', tiers, cost).allowed ? [{ at: now, cost }] : [];
  });
}

const calls = fc.array(
  fc.tuple(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 700 })), fc.integer({ min: 1, max: 4 })),
  {
    maxLength: 200,
  },
);

describe('memoryRateLimitStore', () => {
  it('never grants more than burst + rate * time, in any window', () => {
    fc.assert(
      fc.property(
        calls,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (sequence, perSecond, burst) => {
          const granted = grants([{ kind: 'rate', name: 'r', perSecond, burst }], sequence);
          granted.forEach(({ at: from }, first) => {
            let units = 0;
            for (const { at, cost } of granted.slice(first)) {
              units += cost;
              expect(units).toBeLessThanOrEqual(burst + (perSecond * (at - from)) / 1_000 + 1e-6);
            }
          });
        },
      ),
    );
  });

  it('never grants more than the limit in an aligned window, nor twice that in any other', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 20 }), (sequence, limit) => {
        const windowMs = 1_000;
        const granted = grants([{ kind: 'window', name: 'w', limit, windowMs }], sequence);
        const units = (from: number) =>
          granted.reduce((sum, { at, cost }) => (at >= from && at < from + windowMs ? sum + cost : sum), 0);
        for (const { at } of granted) {
          expect(units(Math.floor(at / windowMs) * windowMs)).toBeLessThanOrEqual(limit);
          expect(units(at)).toBeLessThanOrEqual(2 * limit);
        }
      }),
    );
  });

  it('denies one who came before no longer than it told', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 6 }), (sequence, limit) => {
        let now = 12_345;
        const store = memoryRateLimitStore({ now: () => now });
        const tiers: RateLimitTier[] = [
          { kind: 'rate', name: 'r', perSecond: 3, burst: 6 },
          { kind: 'window', name: 'w', limit, windowMs: 1_000 },
        ];
        for (const [pauseMs] of sequence) {
          now += pauseMs;
          for (let tries = 0; ; tries++) {
            const { allowed, retryAfterMs } = store.consume('key', tiers, 1);
            if (allowed) break;
            // Another tier may deny next: one wait for each of them.
            expect(tries).toBeLessThan(3);
            now += retryAfterMs;
          }
        }
      }),
    );
  });

  it('holds a bounded number of keys, whatever comes', () => {
    const store = memoryRateLimitStore({ maxKeys: 10_000 });
    const tiers: RateLimitTier[] = [{ kind: 'rate', name: 'r', perSecond: 1, burst: 1 }];
    for (let i = 0; i < 1_000_000; i++) store.consume(`key-${i}`, tiers, 1);
    expect(store.size).toBeLessThanOrEqual(10_000);
    expect(store.size).toBeGreaterThanOrEqual(5_000);
  });

  it('remembers a key that is used among a flood of others', () => {
    const store = memoryRateLimitStore({ maxKeys: 100 });
    const tiers: RateLimitTier[] = [{ kind: 'window', name: 'w', limit: 1, windowMs: 86_400_000 }];
    expect(store.consume('steady', tiers, 1).allowed).toBe(true);
    for (let i = 0; i < 1_000; i++) {
      store.consume(`flood-${i}`, tiers, 1);
      if (i % 20 === 0) expect(store.consume('steady', tiers, 1).allowed).toBe(false);
    }
  });

  it('refuses options that make no sense', () => {
    expect(() => memoryRateLimitStore({ maxKeys: 0 })).toThrow('`maxKeys` must be a whole number from 2');
  });
});
