import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { createClient as createClient6 } from 'redis6';
import type { RedisClient } from '../src/index.js';

export interface TestClient {
  readonly client: RedisClient;
  close(): void;
}

/** Ways to reach a server, each set as the documentation tells: no call waits for a connection. */
export const CLIENTS: Readonly<Record<string, (port: number) => Promise<TestClient>>> = {
  'node-redis 5': async (port) => {
    const client = createClient({
      socket: { port, host: '127.0.0.1', reconnectStrategy: () => 50 },
      disableOfflineQueue: true,
      commandsQueueMaxLength: 10_000,
    });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.destroy() };
  },
  'node-redis 6': async (port) => {
    const client = createClient6({
      socket: { port, host: '127.0.0.1', reconnectStrategy: () => 50 },
      disableOfflineQueue: true,
      commandsQueueMaxLength: 10_000,
    });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.destroy() };
  },
  ioredis: async (port) => {
    const client = new Redis({
      port,
      host: '127.0.0.1',
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      retryStrategy: () => 50,
      lazyConnect: true,
    });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.disconnect() };
  },
};

/** The one that most tests use. */
export const connect = CLIENTS['node-redis 5'] as (port: number) => Promise<TestClient>;
