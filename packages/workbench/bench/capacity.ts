// What do scans leave behind: in the audit log, in the security log, in Redis, in Prometheus? The figures of the page on capacity.
// Run with: npx tsx packages/workbench/bench/capacity.ts
import { createRequire } from 'node:module';
import { createScanner } from '@llm-sentinel/core';
import { pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter } from '@llm-sentinel/prometheus';
import pino from 'pino';
import { postgresAdapter } from '../../postgres/src/index.js';
import { redisRateLimitStore, redisSessionStore } from '../../redis/src/index.js';
import { rateLimiter } from '../../resilience/src/index.js';
import { startPostgres } from '../../servers/src/postgres.js';
import { startRedis } from '../../servers/src/redis.js';
import { attacks, clean } from './texts.js';

const SCANS = 100_000;
/** Scans between two flushes: fewer than the queue holds. */
const STEP = 5_000;
const ATTACKS = 0.1;
const USERS = 1_000;
// The client is a dependency of the package that it is measured with.
const { createClient } = createRequire(new URL('../../redis/package.json', import.meta.url))('redis');

const server = await startPostgres();
try {
  await ofScans(server.url);
} finally {
  await server.stop();
}
const redis = await startRedis();
try {
  await ofRedis(redis.url);
} finally {
  await redis.stop();
}

async function ofScans(connectionString: string): Promise<void> {
  let logBytes = 0;
  const audit = postgresAdapter({ connectionString, autoMigrate: true, hmacKey: 'a key of enough bytes' });
  const prometheus = prometheusAdapter();
  const logger = pino({ base: { service: 'chat-api' } }, { write: (line) => (logBytes += Buffer.byteLength(line)) });
  const log = pinoAdapter({ logger, hmacKey: 'a key of enough bytes' });
  const idle = seriesOf(await prometheus.registry.metrics());
  const queue = { maxEvents: 2 * STEP, batchSize: 500 };
  const scanner = createScanner({ adapters: [audit, prometheus, log], cache: false, queue });
  for (let done = 0; done < SCANS; done += STEP) {
    for (let i = done; i < done + STEP; i++) {
      const text = i % (1 / ATTACKS) === 0 ? attacks.chat80 : clean.chat80;
      scanner.scan(text, { userId: `user-${i % USERS}`, sessionId: `session-${i % (3 * USERS)}`, requestId: `r-${i}` });
    }
    await scanner.flush();
  }
  const client = await audit.client();
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM audit_events)::float8 AS entries, sum(pg_table_size(inhrelid))::float8 AS "table",
       sum(pg_indexes_size(inhrelid))::float8 AS indexes FROM pg_inherits WHERE inhparent = 'audit_events'::regclass`,
    [],
  );
  const { entries, table, indexes } = rows[0] as { entries: number; table: number; indexes: number };
  console.log(
    `audit log: ${entries} entries, ${per(table, entries)} bytes of table and ${per(indexes, entries)} of indexes each`,
  );
  console.log(`security log: ${per(logBytes, SCANS)} bytes a line`);
  const page = await prometheus.registry.metrics();
  console.log(`metrics: ${idle} series without traffic, ${seriesOf(page)} after it, ${page.length} bytes a scrape`);
  await scanner.shutdown();
}

async function ofRedis(url: string): Promise<void> {
  const client = createClient({ url, disableOfflineQueue: true });
  client.on('error', () => {});
  await client.connect();
  const figure = async (name: string) => Number(new RegExp(`${name}:(\\d+)`).exec(await client.info())?.[1]);
  const before = { memory: await figure('used_memory'), commands: await figure('total_commands_processed') };
  const limiter = rateLimiter({ store: redisRateLimitStore({ client, deadlineMs: 5_000 }) });
  for (let i = 0; i < USERS; i++) await limiter.check({ userId: `user-${i}`, ip: `203.0.113.${i}` });
  const after = { memory: await figure('used_memory'), commands: await figure('total_commands_processed') };
  console.log(
    `limits: ${per(after.memory - before.memory, USERS)} bytes for a user and an address, ${per(after.commands - before.commands, USERS)} commands a check`,
  );
  const sessions = createScanner({ sessions: { store: redisSessionStore({ client, deadlineMs: 5_000 }) } });
  for (let i = 0; i < USERS; i++) await sessions.scanAsync(clean.chat80, { sessionId: `session-${i}` });
  await sessions.shutdown();
  const last = { memory: await figure('used_memory'), commands: await figure('total_commands_processed') };
  console.log(
    `sessions: ${per(last.memory - after.memory, USERS)} bytes each, ${per(last.commands - after.commands, USERS)} commands a turn`,
  );
  await client.quit();
}

function seriesOf(page: string): number {
  return page.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}

function per(total: number, count: number): number {
  return Math.round(total / count);
}
