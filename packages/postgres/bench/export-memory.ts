// Does a large export stay in bounded memory? Run with: npx tsx packages/postgres/bench/export-memory.ts 1000000
// The export runs in a process of its own, from the built package, so that nothing else is in its memory.
import { spawnSync } from 'node:child_process';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { createChain } from '../src/chain/chain.js';
import { uuidV7 } from '../src/entry/uuid.js';
import { insertRows } from '../src/sql/insert.js';
import { migrate } from '../src/sql/migrate.js';
import { drafts, machine } from './traffic.js';

const ENTRIES = Number(process.argv[2] ?? 200_000);
const BATCH = 2_000;
const program = `
  import { createAuditLog } from '${new URL('../dist/index.js', import.meta.url).href}';
  const log = createAuditLog({ connectionString: process.argv[1] });
  const started = performance.now();
  let bytes = 0, peak = 0, entries = 0;
  for await (const piece of log.export({ onEnd: (summary) => { entries = summary.entries; } })) {
    bytes += piece.length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  await log.close();
  const megabytes = (value) => Math.round(value / 2 ** 20) + ' MB';
  const seconds = (performance.now() - started) / 1000;
  console.log(entries + ' entries, ' + megabytes(bytes) + ' in ' + seconds.toFixed(1) + ' s, peak RSS ' + megabytes(peak));`;

console.log(machine());
const server = await startPostgres();
const pool = new pg.Pool({ connectionString: server.url });
try {
  await migrate(pool);
  const chain = createChain(uuidV7(Date.now()));
  for (let start = 0; start < ENTRIES; start += BATCH) {
    const entries = chain.extend(drafts(Math.min(BATCH, ENTRIES - start)));
    await insertRows(
      pool,
      entries.map((entry) => ({ entry })),
    );
  }
  spawnSync(process.execPath, ['--input-type=module', '--eval', program, server.url], { stdio: 'inherit' });
} finally {
  await pool.end();
  await server.stop();
}
