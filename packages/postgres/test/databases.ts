// The same suite on both databases: an embedded one in memory, and a private server.
import { PGlite } from '@electric-sql/pglite';
import { describeWithServer, startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { runScript, type SqlClient } from '../src/sql/client.js';
import { migrate } from '../src/sql/migrate.js';

/** A database of a suite. */
export interface TestDatabase {
  readonly client: SqlClient;
  /** Of a server only. */
  readonly url?: string;
  /** An empty, migrated schema. */
  reset(): Promise<void>;
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

function embedded(): TestDatabase {
  let client: PGlite | undefined;
  beforeAll(async () => {
    client = await PGlite.create();
  }, START_MS);
  afterAll(() => client?.close());
  return {
    get client() {
      return client as PGlite;
    },
    reset: () => emptySchema(client as PGlite),
  };
}

function server(): Required<TestDatabase> {
  let running: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let pool: pg.Pool | undefined;
  beforeAll(async () => {
    running = await startPostgres();
    pool = new pg.Pool({ connectionString: running.url });
    pool.on('error', () => {});
  }, START_MS);
  afterAll(async () => {
    await pool?.end();
    await running?.stop();
  });
  return {
    get client() {
      return pool as pg.Pool;
    },
    get url() {
      return running?.url ?? '';
    },
    reset: () => emptySchema(pool as pg.Pool),
  };
}

async function emptySchema(client: SqlClient): Promise<void> {
  await runScript(client, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  await migrate(client);
}
