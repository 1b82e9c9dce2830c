// How fast is a spool stored once the server is back? Run with: npx tsx packages/postgres/bench/replay.ts
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { createChain } from '../src/chain/chain.js';
import { uuidV7 } from '../src/entry/uuid.js';
import { insertRows } from '../src/sql/insert.js';
import { migrate } from '../src/sql/migrate.js';
import { createLosses } from '../src/write/losses.js';
import { createSpool } from '../src/write/spool.js';
import { createWriter } from '../src/write/writer.js';
import { drafts, machine, perSecond } from './traffic.js';

const BATCH = 500;
const ENTRIES = 40_000;

console.log(`${machine()}; ${ENTRIES} entries`);
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.url });
const dir = mkdtempSync(join(tmpdir(), 'sentinel-bench-'));
try {
  await migrate(pool);
  let isAway = true;
  const chain = createChain(uuidV7(Date.now()));
  const writer = createWriter({
    chain,
    insert: (rows) => (isAway ? Promise.reject(new Error('away')) : insertRows(pool, rows)),
    spool: createSpool({ dir }, chain.head.chain_id),
    losses: createLosses('default'),
    telemetry: undefined,
  });
  const batches = Array.from({ length: ENTRIES / BATCH }, () => drafts(BATCH).map((draft) => ({ draft })));
  const spooled = await perSecond(ENTRIES, async () => {
    for (const batch of batches) await writer.append(batch);
  });
  const bytes = readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
  console.log(
    `spool: ${spooled} entries/s, fsynced in batches of ${BATCH}; ${Math.round(bytes / ENTRIES)} bytes an entry`,
  );
  isAway = false;
  const replayed = await perSecond(ENTRIES, async () => {
    if ((await writer.close()) > 0) throw new Error('Entries were lost.');
  });
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM audit_events');
  if (rows[0]?.count !== ENTRIES) throw new Error(`${rows[0]?.count} entries were stored.`);
  console.log(`replay: ${replayed} entries/s`);
} finally {
  await pool.end();
  await server.stop();
  rmSync(dir, { recursive: true });
}
