// kill -9 of the server and of our own process, in the middle of batches.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describeWithServer, type RunningServer, startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuditLog } from '../src/audit-log.js';
import { postgresAdapter } from '../src/postgres-adapter.js';
import type { SqlClient } from '../src/sql/client.js';
import { migrate } from '../src/sql/migrate.js';
import { placeOf, restart } from './postgres-process.js';
import { never, scanOf } from './seed.js';

const program = fileURLToPath(new URL('writer-process.ts', import.meta.url));
const TIMEOUT = 60_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface WriterProcess {
  /** Ids of acknowledged entries so far. */
  readonly acknowledged: string[];
  untilBatches(count: number): Promise<void>;
  kill(): Promise<void>;
}

function startWriter(target: string, spoolDir: string, batch: number): WriterProcess {
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    ['--import', 'tsx', program, target, spoolDir, String(batch)],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
    },
  );
  child.stderr.resume();
  const acknowledged: string[] = [];
  let batches = 0;
  const closed = once(
    createInterface({ input: child.stdout }).on('line', (line) => {
      batches++;
      acknowledged.push(...line.split(' '));
    }),
    'close',
  );
  return {
    acknowledged,
    untilBatches: (count) =>
      vi.waitFor(() => expect(batches).toBeGreaterThanOrEqual(count), { timeout: 30_000, interval: 5 }),
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function expectAllOnce(client: SqlClient, acknowledged: readonly string[]): Promise<void> {
  const { rows } = await client.query('SELECT event_id::text AS id FROM audit_events');
  const ids = (rows as { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size, 'an entry is there twice').toBe(ids.length);
  const there = new Set(ids);
  expect(
    acknowledged.filter((id) => !there.has(id)),
    'acknowledged and lost',
  ).toEqual([]);
  expect((await createAuditLog({ client }).verify()).problems).toEqual([]);
}

describe('a crash of our process, on PGlite', () => {
  it(
    'loses no acknowledged entry of the folder, which the next process opens',
    async () => {
      const dataDir = join(folder, 'audit');
      const writer = startWriter(dataDir, '', 20);
      await writer.untilBatches(25);
      await writer.kill();
      expect(writer.acknowledged.length).toBeGreaterThanOrEqual(500);
      const adapter = postgresAdapter({ dataDir });
      await adapter.write?.([scanOf(1_000_000)], never);
      await expectAllOnce(await adapter.client(), [...writer.acknowledged, scanOf(1_000_000).result.scanId]);
      // While it is open here, nobody else gets in.
      await expect(postgresAdapter({ dataDir }).client()).rejects.toThrow('`dataDir` is in use by process');
      await adapter.close?.();
    },
    TIMEOUT,
  );
});

describeWithServer('a crash, on PostgreSQL', 'postgres', () => {
  let server: RunningServer;
  let pool: pg.Pool;
  beforeEach(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.url });
    pool.on('error', () => {});
    await migrate(pool);
  });
  afterEach(async () => {
    await pool.end();
    await server.stop();
  });

  it(
    'of our process loses no acknowledged entry and leaves none twice',
    async () => {
      const writer = startWriter(server.url, join(folder, 'spool'), 50);
      await writer.untilBatches(20);
      await writer.kill();
      await expectAllOnce(pool, writer.acknowledged);
    },
    TIMEOUT,
  );

  it(
    'of the server, and then of our process while entries wait in the spool, loses none either',
    async () => {
      const place = await placeOf(server.url);
      const spool = join(folder, 'spool');
      const writer = startWriter(server.url, spool, 50);
      await writer.untilBatches(10);
      server.kill('SIGKILL');
      await server.exited;
      const before = writer.acknowledged.length;
      await writer.untilBatches(before / 50 + 10);
      await writer.kill();
      expect(readdirSync(spool)).toHaveLength(1);
      const stop = await restart(place);
      try {
        const successor = postgresAdapter({ connectionString: server.url, spool: { dir: spool } });
        successor.onAttach?.({} as never);
        await vi.waitFor(() => expect(readdirSync(spool)).toEqual([]), { timeout: 20_000, interval: 50 });
        await expectAllOnce(pool, writer.acknowledged);
        await successor.close?.();
      } finally {
        await stop();
      }
    },
    TIMEOUT,
  );

  it(
    'of the server in the middle of batches is survived by one process',
    async () => {
      const place = await placeOf(server.url);
      const adapter = postgresAdapter({
        connectionString: server.url,
        spool: { dir: join(folder, 'spool') },
        writeTimeoutMs: 500,
      });
      const acknowledged: string[] = [];
      let stop: (() => Promise<void>) | undefined;
      for (let n = 0; n < 100; n++) {
        const events = Array.from({ length: 50 }, (_, index) => scanOf(n * 50 + index));
        const writing = adapter.write?.(events, never);
        if (n === 20) server.kill('SIGKILL');
        await writing;
        acknowledged.push(...events.map(({ result }) => result.scanId));
        if (n === 40) stop = await restart(place);
      }
      await vi.waitFor(() => expect(adapter.health?.()).toEqual({ status: 'ok' }), { timeout: 20_000, interval: 50 });
      await expectAllOnce(pool, acknowledged);
      await adapter.close?.();
      await stop?.();
    },
    TIMEOUT,
  );
});
