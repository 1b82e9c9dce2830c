// The network and the database fail in every way we could think of; no acknowledged entry is lost, none is there twice.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Telemetry } from '@llm-sentinel/core';
import { startTcpProxy, type TcpProxy } from '@llm-sentinel/servers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAuditLog } from '../src/audit-log.js';
import { type PostgresAdapter, type PostgresAdapterOptions, postgresAdapter } from '../src/postgres-adapter.js';
import { migrate } from '../src/sql/migrate.js';
import { describeOnBoth, describeOnServer } from './databases.js';
import { never, scanOf, writeScans } from './seed.js';

const idOf = (n: number) => scanOf(n).result.scanId;
const until = (check: () => Promise<unknown> | unknown) => vi.waitFor(check, { timeout: 10_000, interval: 30 });

describeOnServer('an outage', (database) => {
  let proxy: TcpProxy;
  let dir: string;
  let adapter: PostgresAdapter;
  let counts: Record<string, number>;
  const telemetry: Telemetry = {
    increment: (name, labels, by = 1) => {
      const key = [name, ...Object.values(labels)].join(' ');
      counts[key] = (counts[key] ?? 0) + by;
    },
    set() {},
    observe() {},
  };

  beforeEach(async () => {
    await database.reset();
    proxy = await startTcpProxy(Number(new URL(database.url).port));
    dir = mkdtempSync(join(tmpdir(), 'sentinel-spool-'));
    counts = {};
  });
  afterEach(async () => {
    proxy.restore();
    proxy.delay(0);
    await adapter.close?.();
    await proxy.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const create = (options: PostgresAdapterOptions = {}): PostgresAdapter => {
    const url = new URL(database.url);
    url.port = String(proxy.port);
    adapter = postgresAdapter({
      connectionString: url.href,
      spool: { dir },
      writeTimeoutMs: 300,
      telemetry,
      ...options,
    });
    return adapter;
  };
  const write = (...numbers: number[]) =>
    adapter.write?.(
      numbers.map((n) => scanOf(n)),
      never,
    ) ?? Promise.resolve();
  const stored = async () =>
    (await database.client.query('SELECT event_id::text AS id, event_type FROM audit_events ORDER BY chain_id, seq'))
      .rows as {
      id: string;
      event_type: string;
    }[];
  const storedIds = async () => (await stored()).map(({ id }) => id);
  const expectIntact = async () =>
    expect((await createAuditLog({ client: database.client }).verify()).problems).toEqual([]);

  it.each<[string, (network: TcpProxy) => void]>([
    ['a reset connection', (network) => network.cut()],
    ['a pulled cable', (network) => network.stall()],
    ['answers that are too late', (network) => network.delay(400)],
  ])('of %s is bridged by the spool, in order', async (_, spoil) => {
    create();
    await write(0, 1);
    spoil(proxy);
    await write(2, 3);
    await write(4);
    expect(adapter.health?.()).toMatchObject({ status: 'degraded', detail: expect.stringContaining('spool') });
    const [file] = readdirSync(dir);
    expect(statSync(join(dir, file ?? '')).mode & 0o777).toBe(0o600);
    proxy.restore();
    proxy.delay(0);
    await until(async () => expect(await storedIds()).toEqual([0, 1, 2, 3, 4].map(idOf)));
    await until(() => expect(adapter.health?.()).toEqual({ status: 'ok' }));
    await write(5);
    expect(readdirSync(dir)).toEqual([]);
    expect(await storedIds()).toEqual([0, 1, 2, 3, 4, 5].map(idOf));
    await expectIntact();
  });

  it('in which the answer is lost but the batch is not, stores nothing twice', async () => {
    create();
    await write(0);
    // The request passes, the answer does not: the server commits, and we don't know.
    const lock = await startTransaction();
    const writing = write(1, 2);
    await sleep(100);
    proxy.stall();
    await lock.release();
    await writing;
    proxy.restore();
    await until(async () => expect(await storedIds()).toEqual([0, 1, 2].map(idOf)));
    await expectIntact();
  });

  it('that outlasts the spool rejects, and a gap entry says how much was lost', async () => {
    create({ spool: { dir, maxBytes: 65_536 } });
    proxy.cut();
    let accepted = 0;
    let rejected = 0;
    for (let n = 0; n < 200; n += 10) {
      const numbers = Array.from({ length: 10 }, (_, index) => n + index);
      await write(...numbers).then(
        () => {
          accepted += 10;
        },
        () => {
          rejected += 10;
        },
      );
    }
    expect(rejected).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(0);
    expect(adapter.health?.().status).toBe('failed');
    proxy.restore();
    await until(async () => expect((await stored()).some(({ event_type }) => event_type === 'gap')).toBe(true));
    const { rows } = await database.client.query(
      "SELECT (metadata->>'lost')::int AS lost FROM audit_events WHERE event_type = 'gap'",
    );
    const ids = new Set(await storedIds());
    const missing = Array.from({ length: 200 }, (_, n) => n).filter((n) => !ids.has(idOf(n)));
    expect(rows).toEqual([{ lost: missing.length }]);
    // Of what was rejected, one batch had its place in the chain already and was kept.
    expect(missing.length).toBe(rejected - 10);
    expect(counts['audit_dropped_total spool_full']).toBe(missing.length);
    await until(() => expect(adapter.health?.()).toEqual({ status: 'ok' }));
    await expectIntact();
  });

  it('without a spool rejects; what is offered again is stored once and is no loss', async () => {
    const { spool: _, ...plain } = { spool: undefined };
    adapter = postgresAdapter({ connectionString: proxied(), writeTimeoutMs: 300, telemetry, ...plain });
    proxy.cut();
    await expect(write(0, 1)).rejects.toThrow('could not be stored');
    await expect(write(2, 3)).rejects.toThrow('could not be stored');
    proxy.restore();
    await write(0, 1, 2, 3, 4);
    expect(await storedIds()).toEqual([0, 1, 2, 3, 4].map(idOf));
    await expectIntact();
  });

  it('at the start, with the schema not there yet, is bridged too', async () => {
    await database.client.query('DROP SCHEMA public CASCADE');
    await database.client.query('CREATE SCHEMA public');
    create();
    await write(0, 1);
    expect(adapter.health?.().detail).toContain('42P01');
    await migrate(database.client);
    await until(async () => expect(await storedIds()).toEqual([0, 1].map(idOf)));
  });

  it('does not keep close waiting, and what waits is stored by the next process', async () => {
    create();
    proxy.cut();
    await write(0, 1);
    await adapter.close?.();
    expect(readdirSync(dir)).toHaveLength(1);
    proxy.restore();
  });

  function proxied(): string {
    const url = new URL(database.url);
    url.port = String(proxy.port);
    return url.href;
  }

  /** Holds inserts back until it is released. */
  async function startTransaction(): Promise<{ release(): Promise<void> }> {
    const pool = database.client as unknown as { connect(): Promise<typeof database.client & { release(): void }> };
    const session = await pool.connect();
    await session.query('BEGIN');
    await session.query('LOCK TABLE audit_events IN SHARE MODE');
    return {
      async release() {
        await session.query('COMMIT');
        session.release();
      },
    };
  }
});

describeOnBoth('writers', (database) => {
  beforeEach(() => database.reset());
  const log = () => createAuditLog({ client: database.client });

  it('of which eight work at once each have a chain, and all of them hold', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const adapter = postgresAdapter({ client: database.client });
        for (let batch = 0; batch < 10; batch++) {
          const first = writer * 1_000 + batch * 20;
          await adapter.write?.(
            Array.from({ length: 20 }, (_, n) => scanOf(first + n)),
            never,
          );
        }
        await adapter.close?.();
      }),
    );
    expect(await log().verify()).toMatchObject({ ok: true, entries: 1_600, chains: 8 });
  });

  it('whose clock goes backwards, over months, keep the order of events', async () => {
    await writeScans({ client: database.client }, 0, 60, (n) => ({ time: Date.UTC(2026, 5, 1) - n * 86_400_000 }));
    expect(await log().verify()).toMatchObject({ ok: true, entries: 60, chains: 1 });
    // May has 31 days; the range is followed although its entries are written last to first.
    expect(await log().verify({ from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' })).toMatchObject({
      ok: true,
      entries: 31,
    });
  });

  it.each([Number.NaN, -1, 1e300, 0])('that are told the time is %s still record', async (time) => {
    await writeScans({ client: database.client }, 0, 2, () => ({ time }));
    expect(await log().verify()).toMatchObject({ ok: true, entries: 2 });
  });
});
