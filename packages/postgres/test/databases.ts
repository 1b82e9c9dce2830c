// The same suite on both databases: an embedded one in memory, and a private server.
import { PGlite } from '@electric-sql/pglite';
import { describeWithServer, type RunningServer, startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { inTransaction, runScript, type SqlClient } from '../src/sql/client.js';
import { migrate } from '../src/sql/migrate.js';

/** A database of a suite. */
export interface TestDatabase {
  readonly client: SqlClient;
  /** Of a server only. */
  readonly url?: string;
  /** No rows in a migrated schema. */
  reset(): Promise<void>;
  /** A schema that was never used. */
  recreate(): Promise<void>;
}

const START_MS = 60_000;

/** Runs a suite on PGlite and on PostgreSQL. */
export function describeOnBoth(name: string, suite: (database: TestDatabase) => void): void {
  describe(`${name}, on PGlite`, () => suite(embedded()));
  describeOnServer(name, suite);
}

/** Runs a suite on PostgreSQL only. */
export function describeOnServer(name: string, suite: (database: Required<TestDatabase>) => void): void {
  describeWithServer(`${name}, on PostgreSQL`, 'postgres', () => suite(server()));
}

// One of each for a file, however many suites it has: to start one takes seconds.
let embeddedClient: Promise<PGlite> | undefined;
let running: Promise<{ readonly pool: pg.Pool; readonly server: RunningServer }> | undefined;
afterAll(async () => {
  await (await embeddedClient)?.close();
  const started = await running;
  await started?.pool.end();
  await started?.server.stop();
});

function embedded(): TestDatabase {
  let client: PGlite | undefined;
  beforeAll(async () => {
    embeddedClient ??= PGlite.create();
    client = await embeddedClient;
  }, START_MS);
  return databaseOf(() => client as PGlite);
}

function server(): Required<TestDatabase> {
  let started: Awaited<NonNullable<typeof running>> | undefined;
  beforeAll(async () => {
    running ??= startServer();
    started = await running;
  }, START_MS);
  const database = databaseOf(() => started?.pool as pg.Pool);
  return {
    ...database,
    get client() {
      return database.client;
    },
    get url() {
      return started?.server.url ?? '';
    },
  };
}

async function startServer() {
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url });
  pool.on('error', () => {});
  return { pool, server };
}

function databaseOf(client: () => SqlClient): TestDatabase {
  return {
    get client() {
      return client();
    },
    async reset() {
      const { rows } = await client().query("SELECT to_regclass('public.audit_legal_holds') IS NOT NULL AS there");
      if ((rows as [{ there: boolean }])[0].there) await emptyTables(client());
      else await recreate(client());
    },
    recreate: () => recreate(client()),
  };
}

/** As no role of the package can. */
async function emptyTables(client: SqlClient): Promise<void> {
  await inTransaction(client, async (session) => {
    await session.query('SET LOCAL session_replication_role = replica');
    await session.query(
      'TRUNCATE audit_events, audit_content, audit_subject_keys, audit_checkpoints, audit_legal_holds RESTART IDENTITY',
    );
  });
}

async function recreate(client: SqlClient): Promise<void> {
  await runScript(client, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  await migrate(client);
}
