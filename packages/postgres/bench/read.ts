// How fast is the log verified, from the database and from an export? Run with: npx tsx packages/postgres/bench/read.ts
import { PGlite } from '@electric-sql/pglite';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { createAuditLog } from '../src/audit-log.js';
import { createChain } from '../src/chain/chain.js';
import type { VerifyResult } from '../src/chain/verifier.js';
import { uuidV7 } from '../src/entry/uuid.js';
import type { SqlClient } from '../src/sql/client.js';
import { insertRows } from '../src/sql/insert.js';
import { migrate } from '../src/sql/migrate.js';
import { verifyExport } from '../src/verify-export.js';
import { drafts, machine, perSecond } from './traffic.js';

const ENTRIES = Number(process.argv[2] ?? 50_000);
const ROUNDS = 4;

console.log(`${machine()}; ${ENTRIES} entries, one in ten blocked`);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.url });
try {
  await measure('PostgreSQL', pool);
} finally {
  await pool.end();
  await server.stop();
}
const embedded = await PGlite.create();
await measure('PGlite', embedded);
await embedded.close();

async function measure(name: string, client: SqlClient): Promise<void> {
  await migrate(client);
  const chain = createChain(uuidV7(Date.now()));
  for (let start = 0; start < ENTRIES; start += 2_000) {
    await insertRows(
      client,
      chain.extend(drafts(Math.min(2_000, ENTRIES - start))).map((entry) => ({ entry })),
    );
  }
  const log = createAuditLog({ client });
  const pieces: string[] = [];
  const exportRate = await perSecond(ENTRIES, async () => {
    for await (const piece of log.export()) pieces.push(String(piece));
  });
  console.log(`${name}: export ${exportRate} entries/s`);
  // By turns, so that what else the machine does meets both. On a busy one the time of this process says more than the rate.
  for (let round = 0; round < ROUNDS; round++) {
    await report(`${name}: verify`, () => log.verify());
    await report(`${name}: verify the export`, () => verifyExport(pieces));
  }
}

async function report(label: string, verify: () => Promise<VerifyResult>): Promise<void> {
  const before = process.cpuUsage();
  const rate = await perSecond(ENTRIES, async () => {
    const { ok, entries } = await verify();
    if (!ok || entries !== ENTRIES) throw new Error(`${label}: it does not verify.`);
  });
  const { user, system } = process.cpuUsage(before);
  console.log(`${label} ${rate} entries/s; ${((user + system) / ENTRIES).toFixed(1)} µs of this process an entry`);
}
