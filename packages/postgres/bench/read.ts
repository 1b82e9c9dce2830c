// How fast is the log verified, from the database and from an export? Run with: npx tsx packages/postgres/bench/read.ts
import { PGlite } from '@electric-sql/pglite';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { createAuditLog } from '../src/audit-log.js';
import { createChain } from '../src/chain/chain.js';
import { uuidV7 } from '../src/entry/uuid.js';
import type { SqlClient } from '../src/sql/client.js';
import { insertRows } from '../src/sql/insert.js';
import { migrate } from '../src/sql/migrate.js';
import { verifyExport } from '../src/verify-export.js';
import { drafts, machine, perSecond } from './traffic.js';

const ENTRIES = Number(process.argv[2] ?? 50_000);

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
  for (let round = 0; round < 3; round++) {
    const rate = await perSecond(ENTRIES, async () => {
      const { ok, entries } = await log.verify();
      if (!ok || entries !== ENTRIES) throw new Error('The log does not verify.');
    });
    console.log(`${name}: verify ${rate} entries/s`);
  }
  const pieces: string[] = [];
  const exportRate = await perSecond(ENTRIES, async () => {
    for await (const piece of log.export()) pieces.push(String(piece));
  });
  console.log(`${name}: export ${exportRate} entries/s`);
  for (let round = 0; round < 2; round++) {
    const offline = await perSecond(ENTRIES, async () => {
      if (!(await verifyExport(pieces)).ok) throw new Error('The export does not verify.');
    });
    console.log(`${name}: verify the export ${offline} entries/s`);
  }
}
