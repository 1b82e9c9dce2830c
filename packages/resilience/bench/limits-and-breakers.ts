// What do a limit check and a breaker cost a call, beside the libraries that do the same? Run with:
// npx tsx packages/resilience/bench/limits-and-breakers.ts
import { cpus } from 'node:os';
import Opossum from 'opossum';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { circuitBreaker, memoryRateLimitStore, policy, rateLimiter } from '../src/index.js';

const CALLS = 20_000;
const ROUNDS = 40;
const KEYS = Array.from({ length: 1_000 }, (_, i) => `user-${i}`);
const ONE_TIER = [{ kind: 'rate', name: 'r', perSecond: 1e9, burst: 1e9 }] as const;

const store = memoryRateLimitStore();
const limiter = rateLimiter({ perSecond: 1e9, burst: 1e9, perMinute: 1e9, perHour: 1e9 });
const peer = new RateLimiterMemory({ points: 1e9, duration: 3_600 });
const work = async () => 1;
const opossum = new Opossum(work, { timeout: false, rollingPercentilesEnabled: false, enableSnapshots: false });
const breaker = circuitBreaker(work);
const whole = policy({ circuitBreaker: {}, retry: {}, timeoutMs: 60_000 });

const cases: Record<string, (i: number) => unknown> = {
  'store, one rate': (i) => store.consume(KEYS[i % 1_000] as string, ONE_TIER, 1),
  'store, rate and two windows': (i) => store.consume(KEYS[i % 1_000] as string, limiter.tiers, 1),
  'limiter.check, three tiers': (i) => limiter.check(KEYS[i % 1_000] as string),
  'rate-limiter-flexible, one window': (i) => peer.consume(KEYS[i % 1_000] as string),
  'bare call': () => work(),
  opossum: () => opossum.fire(),
  circuitBreaker: () => breaker(),
  'policy: breaker, retry, timeout': () => whole.execute(work),
};

const samples = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
// Interleaved, so that a busy moment of the machine does not hit one case alone; the first rounds warm up.
for (let round = 0; round < ROUNDS + 5; round++) {
  for (const [name, run] of Object.entries(cases)) {
    const started = process.hrtime.bigint();
    // A store answers at once, and is not made to wait for the next turn of the loop.
    if (name.startsWith('store')) for (let i = 0; i < CALLS; i++) run(i);
    else for (let i = 0; i < CALLS; i++) await run(i);
    if (round >= 5) samples.get(name)?.push(Number(process.hrtime.bigint() - started) / CALLS / 1_000);
  }
}

console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; ${ROUNDS} rounds of ${CALLS} calls`);
const median = (name: string) => (samples.get(name) ?? []).sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
for (const name of samples.keys()) {
  const us = median(name);
  console.log(
    `${name.padEnd(34)} ${us.toFixed(2).padStart(6)} µs ${Math.round(1e6 / us)
      .toLocaleString('en')
      .padStart(12)} a second`,
  );
}
console.log(
  `breaker over opossum               ${(median('circuitBreaker') - median('opossum')).toFixed(2).padStart(6)} µs`,
);
breaker.shutdown();
opossum.shutdown();
