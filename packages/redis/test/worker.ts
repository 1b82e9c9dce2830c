// One of several processes that use one Redis: see processes.test.ts. Times are of the system's monotonic clock, which they share.
import { setTimeout as sleep } from 'node:timers/promises';
import type { RateLimitTier } from '@llm-sentinel/core';
import { redisLock, redisRateLimitStore } from '../src/index.js';
import { connect } from './clients.js';

export type Job =
  | { readonly kind: 'limit'; readonly key: string; readonly tiers: readonly RateLimitTier[]; readonly calls: number }
  | { readonly kind: 'lock'; readonly name: string; readonly turns: number };

/** Something that happened between two times, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Of a lock's holder. */
  readonly fence: number;
}

const now = () => Number(process.hrtime.bigint()) / 1e6;
const [port = '', skewMs = '0'] = process.argv.slice(2);
const { now: honest } = Date;
Date.now = () => honest() + Number(skewMs);

const { client } = await connect(Number(port));
const store = redisRateLimitStore({ client, deadlineMs: 10_000 });
const lock = redisLock({ client, deadlineMs: 10_000 });

async function limit({ key, tiers, calls }: Extract<Job, { kind: 'limit' }>): Promise<Span[]> {
  const granted: Span[] = [];
  // Waves, so that calls of one process meet each other too.
  for (let done = 0; done < calls; done += 10) {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const from = now();
        const { allowed } = await store.consume(key, tiers, 1);
        if (allowed) granted.push({ from, to: now(), fence: 0 });
      }),
    );
  }
  return granted;
}

async function holdLock({ name, turns }: Extract<Job, { kind: 'lock' }>): Promise<Span[]> {
  const held: Span[] = [];
  while (held.length < turns) {
    const lease = await lock.acquire(name, { ttlMs: 30_000 });
    if (lease === null) {
      await sleep(1);
      continue;
    }
    const from = now();
    await sleep(Math.random() * 3);
    held.push({ from, to: now(), fence: lease.fence });
    await lease.release();
  }
  return held;
}

process.on('message', async (job: Job) => {
  process.send?.(job.kind === 'limit' ? await limit(job) : await holdLock(job));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
