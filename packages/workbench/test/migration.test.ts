// The commands of the page on migration, as they stand there, on a folder with entries and an empty server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createScanner } from '@llm-sentinel/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../postgres/src/cli/run-cli.js';
import { createAuditLog, postgresAdapter } from '../../postgres/src/index.js';
import { describeWithServer } from '../../servers/src/describe-with-server.js';
import { startPostgres } from '../../servers/src/postgres.js';
import type { RunningServer } from '../../servers/src/server.js';
import { codeBlocks } from '../src/docs/code-blocks.js';

const SCANS = 40;
const hmacKey = 'a key of enough bytes';
const page = readFileSync(new URL('../../../docs/guide/migration.md', import.meta.url), 'utf8');

describeWithServer('the way from a folder to a server', 'postgres', () => {
  const before = process.cwd();
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentinel-migration-'));
    process.chdir(folder);
    server = await startPostgres();
    const audit = postgresAdapter({ dataDir: '.llm-sentinel/audit', hmacKey });
    const scanner = createScanner({ adapters: [audit] });
    for (let i = 0; i < SCANS; i++) scanner.scan(`message ${i}`, { userId: `user-${i % 4}` });
    await scanner.shutdown();
  });
  afterAll(async () => {
    process.chdir(before);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is gone by the commands of the page, twice without harm, with all entries and pseudonyms', async () => {
    const commands =
      codeBlocks('migration', page)
        .find(({ language }) => language === 'sh')
        ?.code.split('\n') ?? [];
    expect(commands.length).toBeGreaterThan(5);
    const env: Record<string, string> = {};
    for (const command of commands) {
      const [program, ...args] = command.split(' ');
      // The page has the address of a database of nobody's.
      if (program === 'export') env.AUDIT_DATABASE_URL = server.url;
      else expect([command, await run(args, env)]).toEqual([command, { code: 0, errors: '' }]);
    }
    const log = createAuditLog({ connectionString: server.url, hmacKey });
    const { ok, entries } = await log.verify();
    const mine = await log.search({ userId: 'user-1' });
    await log.close();
    expect({ ok, entries, mine: mine.entries.length }).toEqual({ ok: true, entries: SCANS, mine: SCANS / 4 });
  });
});

async function run([name, ...args]: readonly string[], env: Record<string, string>) {
  expect(name).toBe('llm-sentinel-audit');
  const [stdout, stderr] = [new PassThrough().resume(), new PassThrough()];
  let errors = '';
  stderr.on('data', (piece) => {
    errors += String(piece);
  });
  const code = await runCli(args, { stdout, stderr, env, signal: new AbortController().signal });
  return { code, errors };
}
