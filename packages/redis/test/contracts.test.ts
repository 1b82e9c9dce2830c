import { describeWithServer, type RunningServer, startRedis } from '@llm-sentinel/servers';
import { testLock, testRateLimitStore, testSessionStore } from '@llm-sentinel/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { redisLock, redisRateLimitStore, redisSessionStore } from '../src/index.js';
import { CLIENTS, type TestClient } from './clients.js';

// A busy machine is no outage.
const deadlineMs = 5_000;

describeWithServer('stores in Redis', 'redis-server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.stop());

  for (const [name, connect] of Object.entries(CLIENTS)) {
    describe(name, () => {
      let connection: TestClient;
      beforeAll(async () => {
        connection = await connect(server.port);
      });
      afterAll(() => connection?.close());

      testRateLimitStore(name, { create: () => redisRateLimitStore({ client: connection.client, deadlineMs }) });
      testSessionStore(name, {
        create: () => redisSessionStore({ client: connection.client, deadlineMs }),
        shared: true,
      });
      testLock(name, { create: () => redisLock({ client: connection.client, deadlineMs }) });
    });
  }
});
