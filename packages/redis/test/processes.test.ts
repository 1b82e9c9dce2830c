import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describeWithServer, type RunningServer, startRedis } from '@llm-sentinel/servers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job, Span } from './worker.js';

// One process thinks that it is tomorrow, and one that it is yesterday.
const SKEWS = [0, 0, 86_400_000, -86_400_000];

describeWithServer('four processes', 'redis-server', () => {
  let server: RunningServer;
  let workers: ChildProcess[] = [];
  beforeAll(async () => {
    server = await startRedis();
    const file = fileURLToPath(new URL('./worker.ts', import.meta.url));
    workers = SKEWS.map((skew) => fork(file, [String(server.port), String(skew)], { execArgv: ['--import', 'tsx'] }));
    await Promise.all(workers.map((worker) => once(worker, 'message')));
  }, 30_000);
  afterAll(async () => {
    for (const worker of workers) worker.kill();
    await server?.stop();
  });

  /** What all of them did, in the order of its end. */
  async function together(job: Job): Promise<Span[]> {
    const answers = workers.map((worker) => once(worker, 'message') as Promise<[Span[]]>);
    for (const worker of workers) worker.send(job);
    return (await Promise.all(answers)).flatMap(([spans]) => spans).sort((a, b) => a.to - b.to);
  }

  let runs = 0;
  it('together get no more than the rate and its burst, in any window', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 1, max: 60 }), async (perSecond, burst) => {
        const key = `property-${runs++}`;
        const granted = await together({
          kind: 'limit',
          key,
          tiers: [{ kind: 'rate', name: 'r', perSecond, burst }],
          calls: 100,
        });
        expect(granted.length).toBeGreaterThanOrEqual(burst);
        for (const { from } of granted) {
          let units = 0;
          for (const { from: begin, to: end } of granted) {
            if (begin < from) continue;
            units++;
            expect(units).toBeLessThanOrEqual(burst + (perSecond * (end - from)) / 1_000 + 1e-3);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('together get no more than a window holds, and take from all tiers or none', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 150 }), async (limit) => {
        const granted = await together({
          kind: 'limit',
          key: `property-${runs++}`,
          tiers: [
            { kind: 'window', name: 'hour', limit, windowMs: 3_600_000 },
            { kind: 'rate', name: 'r', perSecond: 0.001, burst: 100 },
          ],
          calls: 60,
        });
        expect(granted).toHaveLength(Math.min(limit, 100));
      }),
      { numRuns: 6 },
    );
  });

  it('never hold a lock at one time, and each has a higher number than the one before', {
    timeout: 60_000,
  }, async () => {
    const held = await together({ kind: 'lock', name: 'job', turns: 25 });
    expect(held).toHaveLength(100);
    held.forEach(({ from, fence }, i) => {
      const before = held[i - 1];
      if (before === undefined) return;
      expect(from).toBeGreaterThanOrEqual(before.to);
      expect(fence).toBeGreaterThan(before.fence);
    });
  });
});
