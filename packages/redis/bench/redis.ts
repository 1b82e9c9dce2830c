// What do checks through Redis cost beside rate-limiter-flexible, and what does a dead Redis cost? Run with:
// npx tsx packages/redis/bench/redis.ts
import { cpus } from 'node:os';
import { createScanner } from '@llm-sentinel/core';
import { rateLimiter } from '@llm-sentinel/resilience';
import { startRedis } from '@llm-sentinel/servers';
import { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterUnion } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { redisRateLimitStore, redisSessionStore, redisVerdictCache } from '../src/index.js';

const CALLS = 5_000;
const ROUNDS = 8;
const DEADLINE_MS = 50;
const KEYS = Array.from({ length: 1_000 }, (_, i) => `user-${i}`);
const wide = { perSecond: 1e6, burst: 1e6, perMinute: 1e8, perHour: 1e8 } as const;

const server = await startRedis();
const node = createClient({ url: server.url, disableOfflineQueue: true });
node.on('error', () => {});
await node.connect();
const io = new Redis({ port: server.port, enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true });
io.on('error', () => {});
await io.connect();

const deadlineMs = 10_000;
const viaNode = rateLimiter({ ...wide, store: redisRateLimitStore({ client: node, deadlineMs }) });
const oneTier = rateLimiter({
  perSecond: 1e6,
  burst: 1e6,
  perMinute: false,
  perHour: false,
  store: redisRateLimitStore({ client: node, deadlineMs }),
});
const viaIo = rateLimiter({ ...wide, store: redisRateLimitStore({ client: io, deadlineMs }) });
// Its windows are fixed, and a call that one of three denies is counted by the others all the same.
const peerOf = (storeClient: unknown, useRedisPackage: boolean, keyPrefix: string, duration = 3_600) =>
  new RateLimiterRedis({ storeClient, useRedisPackage, points: 1e9, duration, keyPrefix });
const peerNode = peerOf(node, true, 'a');
const peerIo = peerOf(io, false, 'b');
const peerUnion = new RateLimiterUnion(
  peerOf(node, true, 'c', 1),
  peerOf(node, true, 'd', 60),
  peerOf(node, true, 'e'),
);

const cases: Record<string, (key: string) => Promise<unknown>> = {
  'three tiers, node-redis': (key) => viaNode.check(key),
  'one rate, node-redis': (key) => oneTier.check(key),
  'rate-limiter-flexible, three windows': (key) => peerUnion.consume(key),
  'rate-limiter-flexible, one window': (key) => peerNode.consume(key),
  'three tiers, ioredis': (key) => viaIo.check(key),
  'rate-limiter-flexible, one, ioredis': (key) => peerIo.consume(key),
};
console.log(
  `${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; ${ROUNDS} rounds of ${CALLS} checks at once`,
);
const rates = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, run] of Object.entries(cases)) {
    const started = performance.now();
    await Promise.all(Array.from({ length: CALLS }, (_, i) => run(KEYS[i % KEYS.length] as string)));
    if (round > 0) rates.get(name)?.push((CALLS / (performance.now() - started)) * 1_000);
  }
}
for (const [name, values] of rates) {
  const middle = values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  console.log(`${name.padEnd(36)} ${Math.round(middle).toLocaleString('en').padStart(9)} checks a second`);
}

const quantile = (values: number[], share: number) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const cache = redisVerdictCache({ client: node });
const scanner = createScanner({
  cache,
  sessions: { store: redisSessionStore({ client: node, deadlineMs: DEADLINE_MS }) },
});
const text = 'What would be a good name for a bakery that also repairs bicycles, do you think?';

/** Of scans one at a time, each of a text that is new and of a session. */
function scanTimes(): number[] {
  return Array.from({ length: 4_000 }, (_, i) => {
    const fresh = `${text} ${i}-${Math.random()}`;
    const started = performance.now();
    scanner.scan(fresh, { sessionId: `session-${i % 50}` });
    return (performance.now() - started) * 1_000;
  });
}
const show = (name: string, values: number[], unit: string) =>
  console.log(
    `${name.padEnd(36)} p50 ${quantile(values, 0.5).toFixed(2)} ${unit}, p99 ${quantile(values, 0.99).toFixed(2)} ${unit}`,
  );

cache.set(text, 'user', 'v', scanner.scan(text));
const hits = Array.from({ length: 200 }, () => {
  const started = performance.now();
  for (let i = 0; i < 1_000; i++) cache.get(text, 'user', 'v');
  return performance.now() - started;
});
show('verdict cache, local hit', hits, 'µs');
scanTimes();
show('scan with sessions, Redis alive', scanTimes(), 'µs');
await scanner.flush();

const patient = rateLimiter({ ...wide, store: redisRateLimitStore({ client: node, deadlineMs: DEADLINE_MS }) });
for (const [how, signal] of [
  ['hung', 'SIGSTOP'],
  ['dead', 'SIGKILL'],
] as const) {
  server.kill(signal);
  const checks: number[] = [];
  for (let i = 0; i < 400; i++) {
    const started = performance.now();
    await patient.check('user');
    checks.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  show(`limit check, Redis ${how} (deadline ${DEADLINE_MS} ms)`, checks, 'ms');
  show(`scan with sessions, Redis ${how}`, scanTimes(), 'µs');
}
node.destroy();
io.disconnect();
await server.stop();
