import { beforeEach, expect, it } from 'vitest';
import { describeOnBoth, describeOnServer } from '../../test/databases.js';
import { runScript, type SqlClient } from './client.js';
import { migrate } from './migrate.js';
import { listPartitions, preparePartitions } from './partitions.js';

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
const entrySql = (ts: string, seq = 1) =>
  `INSERT INTO audit_events (ts, chain_id, seq, event_id, event_type, blocked, pii_detected, injection_detected, schema_version, prev_hash, hash)
   VALUES ('${ts}', '0190a5a8-0000-7000-8000-000000000001', ${seq}, gen_random_uuid(), 'scan', false, false, false, 1, '', '')`;

describeOnBoth('the schema', (database) => {
  beforeEach(() => database.recreate());
  const run = (sql: string) => database.client.query(sql);

  it('is migrated once', async () => {
    expect(await migrate(database.client)).toEqual({ applied: [] });
    await runScript(database.client, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    expect((await migrate(database.client)).applied).toEqual([
      '0001-events',
      '0002-content-and-checkpoints',
      '0003-maintenance-and-roles',
    ]);
  });

  it('is not touched by a version that does not know it', async () => {
    await run("INSERT INTO audit_migrations VALUES ('0099-later', 'x')");
    await expect(migrate(database.client)).rejects.toThrow('Update @llm-sentinel/postgres');
    await run("DELETE FROM audit_migrations WHERE name = '0099-later'");
    await run("UPDATE audit_migrations SET checksum = 'x' WHERE name = '0001-events'");
    await expect(migrate(database.client)).rejects.toThrow('ran in another form');
  });

  it('refuses change, deletion and truncation, on the table and on each partition', async () => {
    await run(entrySql(new Date().toISOString()));
    await run(entrySql('1999-01-01T00:00:00Z', 2));
    const partitions = await listPartitions(database.client);
    expect(partitions.filter(({ entries }) => entries > 0).map(({ name }) => name)).toHaveLength(2);
    for (const table of ['audit_events', ...partitions.filter(({ entries }) => entries > 0).map(({ name }) => name)]) {
      expect(await failure(run(`UPDATE ${table} SET tenant = 'x'`))).toBe('42501');
      expect(await failure(run(`DELETE FROM ${table}`))).toBe('42501');
      expect(await failure(run(`TRUNCATE ${table}`))).toBe('42501');
    }
    for (const { name } of partitions) expect(await failure(run(`TRUNCATE ${name}`))).toBe('42501');
  });

  it('puts an entry into the month it belongs to in UTC, and what fits none into the default partition', async () => {
    await run("SET timezone = 'Pacific/Auckland'");
    await preparePartitions(database.client, Date.UTC(2031, 0, 15));
    await run("SET timezone = 'UTC'");
    await run(entrySql('2031-01-31T23:59:59.999Z'));
    await run(entrySql('2031-02-01T00:00:00Z', 2));
    await run(entrySql('2039-02-01T00:00:00Z', 3));
    // The month of an entry that waits in the default partition can't be made any more; that is no failure.
    await preparePartitions(database.client, Date.UTC(2039, 1, 15));
    const filled = (await listPartitions(database.client)).filter(({ entries }) => entries > 0);
    expect(filled.map(({ name }) => name)).toEqual([
      'audit_events_2031_01',
      'audit_events_2031_02',
      'audit_events_default',
    ]);
  });

  it('answers queries that expect the table audit_logs', async () => {
    await run(entrySql('2026-01-31T12:00:00Z'));
    const { rows } = await run(
      `SELECT id, timestamp, session_id, user_input, blocked, risk_score, pii_detected, injection_detected, metadata
       FROM audit_logs WHERE timestamp >= '2026-01-01' AND timestamp < '2026-02-01'`,
    );
    expect(rows).toHaveLength(1);
  });
});

describeOnServer('migration', (database) => {
  it('runs once when eight processes start at the same time', async () => {
    await database.recreate();
    await runScript(database.client, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    const results = await Promise.all(Array.from({ length: 8 }, () => migrate(database.client)));
    expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 3]);
  });

  it('gives the writer INSERT and nothing else, the reader SELECT, the maintainer what maintenance needs', async () => {
    await database.recreate();
    const as = async (role: string, sql: string) => {
      const session = await (
        database.client as unknown as { connect(): Promise<SqlClient & { release(destroy: boolean): void }> }
      ).connect();
      try {
        await session.query(`SET ROLE ${role}`);
        return await failure(session.query(sql));
      } finally {
        session.release(true);
      }
    };
    const passed = 'nothing was refused';
    const now = new Date().toISOString();
    expect(await as('sentinel_audit_writer', entrySql(now))).toBe(passed);
    expect(await as('sentinel_audit_reader', 'SELECT * FROM audit_logs')).toBe(passed);
    expect(await as('sentinel_audit_maintainer', "SELECT audit_create_partition('2040-01-01')")).toBe(passed);
    expect(await as('sentinel_audit_maintainer', "SELECT audit_erase_subject('x')")).toBe(passed);
    for (const [role, sql] of [
      ['writer', 'SELECT * FROM audit_events'],
      ['writer', 'DELETE FROM audit_events'],
      ['writer', "SELECT audit_erase_subject('x')"],
      ['reader', entrySql(now, 2)],
      ['reader', 'SELECT * FROM audit_subject_keys'],
      ['maintainer', 'UPDATE audit_events SET blocked = true'],
      ['maintainer', 'DROP TABLE audit_events_default'],
      ['maintainer', "UPDATE audit_subject_keys SET wrapped_key = ''"],
    ] as const) {
      expect(await as(`sentinel_audit_${role}`, sql), `${role}: ${sql}`).toBe('42501');
    }
  });
});
