import type { RateLimitStore } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { memoryRateLimitStore } from './memory-rate-limit-store.js';
import { rateLimitHeaders } from './rate-limit-headers.js';
import { type RateLimiterOptions, rateLimiter } from './rate-limiter.js';

/** A limiter and a clock for it. */
function limiterAt(options: RateLimiterOptions = {}) {
  let now = 3_600_000;
  const limiter = rateLimiter({ store: memoryRateLimitStore({ now: () => now }), ...options });
  return {
    limiter,
    pass: (ms: number) => {
      now += ms;
    },
    async allowed(times: number, subject: Parameters<typeof limiter.check>[0] = { userId: 'u' }) {
      let count = 0;
      for (let i = 0; i < times; i++) if ((await limiter.check(subject)).allowed) count++;
      return count;
    },
  };
}

describe('rateLimiter', () => {
  it('allows 20 at once, 10 a second, 100 a minute and 1,000 an hour', async () => {
    const { allowed, pass, limiter } = limiterAt();
    expect(await allowed(50)).toBe(20);
    expect((await limiter.check({ userId: 'u' })).reason).toBe('user perSecond');
    pass(1_000);
    expect(await allowed(50)).toBe(10);
    for (let second = 0; second < 7; second++) {
      pass(1_000);
      await allowed(50);
    }
    pass(1_000);
    expect((await limiter.check({ userId: 'u' })).reason).toBe('user perMinute');
    let inAnHour = 100;
    for (let minute = 1; minute < 60; minute++) {
      for (let second = 0; second < 60; second += 5) {
        pass(5_000);
        inAnHour += await allowed(20);
      }
    }
    expect(inAnHour).toBeLessThanOrEqual(1_000);
    expect(inAnHour).toBeGreaterThan(900);
  });

  it('says what is left, of which limit, and how long to wait', async () => {
    const { limiter } = limiterAt({ perSecond: 1, burst: 2, perMinute: false, perHour: false });
    expect(await limiter.check('key')).toEqual({
      allowed: true,
      reason: null,
      retryAfterMs: 0,
      remaining: 1,
      limit: 2,
      resetMs: 1_000,
      tier: 'perSecond',
      outcome: 'allowed',
    });
    await limiter.check('key');
    expect(await limiter.check('key')).toMatchObject({
      allowed: false,
      reason: 'subject perSecond',
      retryAfterMs: 1_000,
    });
  });

  it('counts users and addresses, each for itself', async () => {
    const { limiter, allowed } = limiterAt({ perSecond: 1, burst: 2, perMinute: false, perHour: false });
    expect(await allowed(3, { userId: 'a', ip: '::1' })).toBe(2);
    const other = await limiter.check({ userId: 'b', ip: '::1' });
    expect(other).toMatchObject({ allowed: false, reason: 'ip perSecond' });
    expect((await limiter.check({ userId: 'b', ip: '::2' })).allowed).toBe(true);
  });

  it('throws RATE_LIMITED for a caller that wants to be stopped', async () => {
    const { limiter } = limiterAt({ perSecond: 1, burst: 1, perMinute: false, perHour: false });
    await limiter.enforce('key');
    await expect(limiter.enforce('key')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterMs: 1_000 },
    });
  });

  it('refuses a subject without an id, and a cost that is none', async () => {
    const limiter = rateLimiter();
    await expect(limiter.check({})).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(limiter.check('key', 0)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(limiter.check('key', Number.NaN)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('refuses options that make no sense', () => {
    expect(() => rateLimiter({ perSecond: -1 })).toThrow('`perSecond` must be a number from');
    expect(() => rateLimiter({ perSecond: false, burst: 2 })).toThrow('`burst` needs `perSecond`');
    expect(() => rateLimiter({ perSecond: false, perMinute: false, perHour: false })).toThrow('must be a number');
    expect(() => rateLimiter({ name: 'a b' })).toThrow('`name` must be');
    expect(() => rateLimiter({ onUnavailable: 'open' as never })).toThrow('`onUnavailable` must be');
  });
});

describe('rateLimiter without its store', () => {
  function outage(options: RateLimiterOptions) {
    const state = { away: true, changes: [] as boolean[], counted: [] as string[] };
    const store: RateLimitStore = {
      consume: async () => {
        if (state.away) throw new Error('away');
        return { allowed: true, remaining: 5, retryAfterMs: 0, resetMs: 0, tier: 0 };
      },
    };
    const limiter = rateLimiter({
      store,
      perSecond: 10,
      burst: 10,
      perMinute: false,
      perHour: false,
      onStoreChange: ({ available }) => state.changes.push(available),
      telemetry: {
        increment: (_, { decision = '' }) => state.counted.push(decision),
        set: () => {},
        observe: () => {},
      },
      ...options,
    });
    const allowed = async (times: number) => {
      const decisions = await Promise.all(Array.from({ length: times }, () => limiter.check('key')));
      return decisions.filter((decision) => decision.allowed).length;
    };
    return { state, limiter, allowed };
  }

  it('counts by itself, and by its share of the limits', async () => {
    expect(await outage({}).allowed(30)).toBe(10);
    expect(await outage({ localShare: 0.2 }).allowed(30)).toBe(2);
    expect(await outage({ localShare: 0.001 }).allowed(30)).toBe(1);
  });

  it('allows all, or denies all, when told so', async () => {
    expect(await outage({ onUnavailable: 'allow' }).allowed(30)).toBe(30);
    const deny = outage({ onUnavailable: 'deny' });
    expect(await deny.allowed(30)).toBe(0);
    expect(await deny.limiter.check('key')).toMatchObject({ reason: 'unavailable', retryAfterMs: 1_000 });
  });

  it('counts each decision as what it was, and tells once of each change', async () => {
    const { state, limiter } = outage({});
    await limiter.check('key');
    await limiter.check('key');
    state.away = false;
    await limiter.check('key');
    await limiter.check('key');
    expect(state.counted).toEqual(['unavailable_local', 'unavailable_local', 'allowed', 'allowed']);
    expect(state.changes).toEqual([false, true]);
  });
});

describe('rateLimitHeaders', () => {
  it('writes the fields of the draft, and when to come back', async () => {
    const { limiter, allowed } = limiterAt({ name: 'api' });
    const first = await limiter.check({ userId: 'u' });
    expect(rateLimitHeaders(limiter, first)).toEqual({
      'RateLimit-Policy': '"api:perSecond";q=20;w=2, "api:perMinute";q=100;w=60, "api:perHour";q=1000;w=3600',
      RateLimit: '"api:perSecond";r=19;t=1',
    });
    await allowed(30);
    const denied = await limiter.check({ userId: 'u' });
    expect(rateLimitHeaders(limiter, denied)).toMatchObject({
      RateLimit: '"api:perSecond";r=0;t=2',
      'Retry-After': '1',
    });
  });
});
