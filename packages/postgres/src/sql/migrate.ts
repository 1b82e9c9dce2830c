import { SentinelError } from '@llm-sentinel/core';
import { sha256 } from '../chain/hash.js';
import { inTransaction, runScript, type SqlClient } from './client.js';
import { migrations } from './migrations/index.js';
import { preparePartitions } from './partitions.js';

/** What a migration did. */
export interface MigrateResult {
  /** Names of the migrations that ran now; empty when the schema was up to date. */
  readonly applied: readonly string[];
}

// Any number, as long as no other program on the server takes it for its own: the bytes of "sent".
const LOCK = 0x73656e74;

/**
 * Brings the schema up to date, all or nothing, also when several processes start at once. Forward only: what ran is never
 * undone. Also prepares the partitions of this month and the next ones.
 *
 * @throws SentinelError ADAPTER_FAILED when the database has a migration that this version does not know, or another text of one.
 */
export async function migrate(client: SqlClient): Promise<MigrateResult> {
  const applied = await inTransaction(client, async (session) => {
    await session.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await runScript(
      session,
      `CREATE TABLE IF NOT EXISTS audit_migrations (
         name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const known = await session.query('SELECT name, checksum FROM audit_migrations');
    const missing = pending(known.rows as { name: string; checksum: string }[]);
    for (const { name, sql } of missing) {
      await runScript(session, sql);
      await session.query('INSERT INTO audit_migrations (name, checksum) VALUES ($1, $2)', [name, checksum(sql)]);
    }
    return missing.map(({ name }) => name);
  });
  await preparePartitions(client, Date.now());
  return { applied };
}

/** What has to run. */
function pending(applied: readonly { readonly name: string; readonly checksum: string }[]) {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sql]));
  for (const { name, checksum: before } of applied) {
    const sql = known.get(name);
    if (sql === undefined) {
      throw failed(`The database has the migration "${name}" of a newer version. Update @llm-sentinel/postgres.`);
    }
    if (checksum(sql) !== before) {
      throw failed(`The migration "${name}" ran in another form than this version has. Was the package edited?`);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

function checksum(sql: string): string {
  return sha256(sql).toString('hex');
}

function failed(message: string): SentinelError {
  return new SentinelError('ADAPTER_FAILED', `[@llm-sentinel/postgres] ${message}`);
}
