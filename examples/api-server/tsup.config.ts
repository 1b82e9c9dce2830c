import { execFileSync } from 'node:child_process';
import { PGlite } from '@electric-sql/pglite';
import { defineConfig } from 'tsup';

const DATABASE = 'dist/prepared-database';

/** One file; the packages that it needs stay in `node_modules`. Beside it an empty database, for a quick first start. */
export default defineConfig({
  entry: ['src/main.ts'],
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  clean: true,
  sourcemap: true,
  async onSuccess() {
    const database = await PGlite.create({
      dataDir: DATABASE,
      // An audit log is written once and seldom read: it needs no large cache, and this process has better use for the memory.
      postgresqlconf: ['shared_buffers=16MB'],
      initDbStartParams: ['--wal-segsize=1'],
    });
    await database.close();
    // Whoever runs the service is rarely who built it.
    execFileSync('chmod', ['-R', 'a+rX', DATABASE]);
  },
});
