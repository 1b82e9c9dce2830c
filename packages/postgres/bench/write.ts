// How many entries a second does one process store, with chain and all indexes? Run with: npx tsx packages/postgres/bench/write.ts
// In the same run, without a chain: one insert a row, and COPY, which is the most that the server takes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createChain } from '../src/chain/chain.js';
import type { ChainedEntry } from '../src/entry/audit-entry.js';
import { uuidV7 } from '../src/entry/uuid.js';
import { postgresAdapter } from '../src/postgres-adapter.js';
import { runScript, type SqlClient } from '../src/sql/client.js';
import { COLUMN_NAMES, COLUMNS } from '../src/sql/columns.js';
import { migrate } from '../src/sql/migrate.js';
import { drafts, events, machine, perSecond } from './traffic.js';

const BATCH = 500;
const BATCHES = 40;
const ROUNDS = 3;
const never = new AbortController().signal;
const NAMES = COLUMN_NAMES.join(', ');

console.log(`${machine()}; batches of ${BATCH}, one in ten blocked, pseudonyms; entries/s, best of ${ROUNDS}`);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.url });
const folder = mkdtempSync(join(tmpdir(), 'sentinel-bench-'));
const embedded = await PGlite.create(folder);
try {
  await compare('PostgreSQL', pool);
  await compare('PGlite, on disk', embedded);
} finally {
  await embedded.close();
  rmSync(folder, { recursive: true });
  await pool.end();
  await server.stop();
}

async function compare(name: string, client: SqlClient): Promise<void> {
  await runScript(client, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  await migrate(client);
  const cases: [string, () => Promise<number>][] = [
    ['adapter', () => withAdapter(client)],
    ['plain insert loop', () => plainInserts(client)],
  ];
  if (client instanceof pg.Pool) cases.push(['COPY', () => copy(client)]);
  const best = new Map<string, number>();
  // In turns, so that what else the machine does meets all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [label, run] of cases) best.set(label, Math.max(best.get(label) ?? 0, await run()));
  }
  for (const [label, rate] of best) console.log(`${name}: ${label} ${rate}`);
}

async function withAdapter(client: SqlClient): Promise<number> {
  const adapter = postgresAdapter({ client, hmacKey: 'a key of enough bytes' });
  const batches = Array.from({ length: BATCHES }, () => events(BATCH));
  const rate = await perSecond(BATCH * BATCHES, async () => {
    for (const batch of batches) await adapter.write?.(batch, never);
  });
  await adapter.close?.();
  return rate;
}

async function plainInserts(client: SqlClient): Promise<number> {
  const entries = chained(2_000);
  const casts = COLUMN_NAMES.map((column, index) => `$${index + 1}::text::${COLUMNS[column]}`).join(', ');
  return perSecond(entries.length, async () => {
    for (const entry of entries) {
      await client.query(
        `INSERT INTO audit_events (${NAMES}) VALUES (${casts})`,
        COLUMN_NAMES.map((column) => textOf(entry, column)),
      );
    }
  });
}

async function copy(server: pg.Pool): Promise<number> {
  const entries = chained(BATCH * BATCHES);
  const session = await server.connect();
  const rate = await perSecond(entries.length, async () => {
    const lines = entries.map(
      (entry) =>
        `${COLUMN_NAMES.map((column) => textOf(entry, column)?.replaceAll('\\', '\\\\') ?? '\\N').join('\t')}\n`,
    );
    await pipeline(Readable.from(lines), session.query(copyFrom(`COPY audit_events (${NAMES}) FROM STDIN`)));
  });
  session.release();
  return rate;
}

function chained(count: number): ChainedEntry[] {
  return createChain(uuidV7(Date.now())).extend(drafts(count));
}

function textOf(entry: ChainedEntry, column: keyof ChainedEntry): string | null {
  const value = entry[column];
  if (value === null) return null;
  if (COLUMNS[column] === 'bytea') return `\\x${String(value)}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
