import { rateLimiter } from '@llm-sentinel/resilience';
import { describeWithServer, type RunningServer, startRedis } from '@llm-sentinel/servers';
import { Cluster } from 'ioredis';
import { createClient, createCluster } from 'redis';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { redisLock, redisRateLimitStore, redisSessionStore } from '../src/index.js';
import type { TestClient } from './clients.js';

// One server with all slots: it refuses keys of different slots in one script as any cluster does.
describeWithServer('a cluster', 'redis-server', () => {
  let server: RunningServer;
  const connections: TestClient[] = [];
  beforeAll(async () => {
    server = await startRedis({ args: ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'] });
    const admin = await createClient({ url: server.url }).connect();
    await admin.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383']);
    await vi.waitFor(async () => expect(await admin.sendCommand(['CLUSTER', 'INFO'])).toContain('cluster_state:ok'), {
      timeout: 10_000,
    });
    admin.destroy();
    const cluster = createCluster({ rootNodes: [{ url: server.url }] });
    cluster.on('error', () => {});
    await cluster.connect();
    connections.push({ client: cluster, close: () => cluster.destroy() });
    const other = new Cluster([{ host: server.host, port: server.port }], { enableOfflineQueue: true });
    other.on('error', () => {});
    connections.push({ client: other, close: () => other.disconnect() });
  }, 20_000);
  afterAll(async () => {
    for (const { close } of connections) close();
    await server?.stop();
  });

  it('keeps all keys of an id in one slot, for limits, locks and sessions, through both libraries', async () => {
    for (const [index, { client }] of connections.entries()) {
      const limiter = rateLimiter({ store: redisRateLimitStore({ client, deadlineMs: 5_000 }) });
      for (const id of ['42', '{42}', '}', '{}', `${index}}{`]) {
        expect((await limiter.check({ userId: id })).outcome).toBe('allowed');
        const lease = await redisLock({ client, deadlineMs: 5_000 }).acquire(id);
        expect(await lease?.release()).toBe(true);
      }
      const sessions = redisSessionStore({ client, deadlineMs: 5_000 });
      sessions.record('s', { risk: 0, action: 'allow', threatType: null, time: Date.now() });
      await sessions.flush?.();
    }
    const reader = redisSessionStore({ client: (connections[0] as TestClient).client, deadlineMs: 5_000 });
    await reader.load?.('s');
    expect(reader.get('s', Date.now())?.turns).toBe(2);
  });

  it('lets no caller choose the slot, or a key without end', async () => {
    const { client } = connections[0] as TestClient;
    const store = redisRateLimitStore({ client, deadlineMs: 5_000 });
    const tiers = [{ kind: 'rate', name: 'r', perSecond: 0.001, burst: 1 }] as const;
    for (const id of ['same}1', 'same}2', 'x'.repeat(100_000)]) await store.consume(id, tiers, 1);
    const admin = await createClient({ url: server.url }).connect();
    const keys = (await admin.keys('*')).filter((key) => key.endsWith(':rl:r:rate'));
    const slots = await Promise.all(keys.map((key) => admin.sendCommand(['CLUSTER', 'KEYSLOT', key])));
    admin.destroy();
    expect(keys).toHaveLength(3);
    expect(new Set(slots).size).toBe(3);
    for (const key of keys) expect(key.length).toBeLessThan(100);
  });
});
