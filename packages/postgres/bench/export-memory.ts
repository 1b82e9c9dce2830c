// Does a large export stay in bounded memory? Run with: npx tsx packages/postgres/bench/export-memory.ts 1000000
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@llm-sentinel/servers';
import pg from 'pg';
import { createAuditLog } from '../src/audit-log.js';
import { createChain } from '../src/chain/chain.js';
import { uuidV7 } from '../src/entry/uuid.js';
import { insertRows } from '../src/sql/insert.js';
import { migrate } from '../src/sql/migrate.js';
import { drafts, machine } from './traffic.js';

const MEGABYTE = 1 << 20;
const [first = '1000000', url] = process.argv.slice(2);

if (url === undefined) await fill(Number(first));
else await exportAll(url);

/** Fills a private server, then exports in a process of its own, whose memory is only that of the export. */
async function fill(entries: number): Promise<void> {
  console.log(`${machine()}; ${entries} entries`);
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url });
  try {
    await migrate(pool);
    const chain = createChain(uuidV7(Date.now()));
    for (let start = 0; start < entries; start += 2_000) {
      await insertRows(
        pool,
        chain.extend(drafts(Math.min(2_000, entries - start))).map((entry) => ({ entry })),
      );
    }
    const args = [...process.execArgv, fileURLToPath(import.meta.url), 'export', server.url];
    spawnSync(process.execPath, args, { stdio: 'inherit' });
  } finally {
    await pool.end();
    await server.stop();
  }
}

async function exportAll(connectionString: string): Promise<void> {
  const log = createAuditLog({ connectionString });
  const started = performance.now();
  let peak = 0;
  let bytes = 0;
  let entries = 0;
  for await (const piece of log.export({
    onEnd: (summary) => {
      entries = summary.entries;
    },
  })) {
    bytes += String(piece).length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  await log.close();
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${entries} entries, ${Math.round(bytes / MEGABYTE)} MB in ${seconds.toFixed(1)} s, peak RSS ${Math.round(peak / MEGABYTE)} MB`,
  );
}
