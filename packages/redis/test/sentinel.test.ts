import { rateLimiter } from '@llm-sentinel/resilience';
import { describeWithServer, type RedisSentinels, startRedisSentinels } from '@llm-sentinel/servers';
import { Redis } from 'ioredis';
import { createSentinel } from 'redis';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { redisRateLimitStore } from '../src/index.js';
import type { TestClient } from './clients.js';

const CLIENTS: Readonly<Record<string, (sentinels: RedisSentinels) => Promise<TestClient>>> = {
  'node-redis': async ({ name, sentinels }) => {
    const client = createSentinel({
      name,
      sentinelRootNodes: sentinels.map(({ host, port }) => ({ host, port })),
      nodeClientOptions: { disableOfflineQueue: true, socket: { reconnectStrategy: () => 50 } },
      scanInterval: 200,
    });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => void client.destroy() };
  },
  ioredis: async ({ name, sentinels }) => {
    const client = new Redis({
      name,
      sentinels: sentinels.map(({ host, port }) => ({ host, port })),
      maxRetriesPerRequest: 1,
      retryStrategy: () => 50,
      sentinelRetryStrategy: () => 50,
    });
    client.on('error', () => {});
    await client.ping();
    return { client, close: () => client.disconnect() };
  },
};

describeWithServer('a failover under three sentinels', 'redis-server', () => {
  let sentinels: RedisSentinels;
  const connections: TestClient[] = [];
  beforeAll(async () => {
    sentinels = await startRedisSentinels();
  }, 40_000);
  afterAll(async () => {
    for (const { close } of connections) close();
    await sentinels?.stop();
  });

  it('leaves no check without an answer, and ends with one limit for all again', { timeout: 90_000 }, async () => {
    const limiters = await Promise.all(
      Object.values(CLIENTS).map(async (connect) => {
        const connection = await connect(sentinels);
        connections.push(connection);
        const changes: boolean[] = [];
        const limiter = rateLimiter({
          store: redisRateLimitStore({ client: connection.client, deadlineMs: 1_000 }),
          perSecond: 0.001,
          burst: 5,
          perMinute: false,
          perHour: false,
          onStoreChange: ({ available }) => changes.push(available),
        });
        return { limiter, changes };
      }),
    );
    let keys = 0;
    const everyoneSays = (outcome: string) =>
      vi.waitFor(
        async () => {
          for (const { limiter } of limiters) expect((await limiter.check(`probe-${keys++}`)).outcome).toBe(outcome);
        },
        { timeout: 25_000, interval: 20 },
      );
    await everyoneSays('allowed');
    sentinels.servers[0]?.kill('SIGKILL');
    await everyoneSays('unavailable_local');
    await everyoneSays('allowed');
    for (const { changes } of limiters) expect(changes.at(-1)).toBe(true);

    // On a busy machine the sentinels may take the new master for gone too, and a limit falls apart once more.
    await vi.waitFor(
      async () => {
        const shared = `shared-${keys++}`;
        const outcomes = [];
        for (let i = 0; i < 10; i++) outcomes.push(await limiters[i % 2]?.limiter.check(shared));
        expect(outcomes.filter((decision) => decision?.allowed)).toHaveLength(5);
      },
      { timeout: 20_000, interval: 100 },
    );
  });
});
