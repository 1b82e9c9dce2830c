// The commands of the production checklist that say what they print, run against an application as the page describes it.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createScanner, type Scanner } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { type MetricsServer, prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { postgresAdapter } from '../../postgres/src/index.js';
import { requireBinary } from '../../servers/src/binary.js';
import { describeWithServer } from '../../servers/src/describe-with-server.js';
import { startPostgres } from '../../servers/src/postgres.js';
import type { RunningServer } from '../../servers/src/server.js';
import { codeBlocks } from '../src/docs/code-blocks.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/production-checklist.md'), 'utf8');
const TOKEN = 'a-token-of-this-test';
const hmacKey = 'a key of enough bytes';

/** A command, and what it prints. */
interface Proof {
  readonly command: string;
  readonly prints: string;
}

const proofs: Proof[] = codeBlocks('checklist', page)
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => [...code.matchAll(/^([^#\n].*)\n# (.*)$/gm)])
  .map(([, command = '', prints = '']) => ({ command, prints }));

describeWithServer('the production checklist', 'promtool', () => {
  describeWithServer('and its database', 'postgres', () => {
    let folder: string;
    let server: RunningServer;
    let metrics: MetricsServer;
    let scanner: Scanner;
    let env: Record<string, string>;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'sentinel-checklist-'));
      const log = join(folder, 'security.jsonl');
      server = await startPostgres();
      const prometheus = prometheusAdapter();
      const logger = createLogger({ service: 'chat-api', destination: log });
      const audit = postgresAdapter({ connectionString: server.url, autoMigrate: true, hmacKey });
      scanner = createScanner({ adapters: [prometheus, pinoAdapter({ logger, hmacKey }), audit] });
      metrics = await startMetricsServer({ registry: prometheus.registry, port: 0, auth: { bearer: TOKEN } });
      // The texts that the page wants sent.
      for (const text of [
        'Good morning!',
        ...[...page.matchAll(/`([^`\n]+ (?:prompt\.|invoice))`/g)].map(([, sent = '']) => sent),
      ]) {
        scanner.scan(text, { userId: 'canary-7f3a' });
      }
      await scanner.flush();
      await new Promise((resolve) => logger.flush(resolve));
      env = {
        PATH: `${programs(folder)}:${process.env.PATH}`,
        METRICS_URL: metrics.url,
        METRICS_TOKEN: TOKEN,
        SECURITY_LOG: log,
        AUDIT_DATABASE_URL: server.url,
      };
    });
    afterAll(async () => {
      await metrics.close();
      await scanner.shutdown();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('has commands that say what they print', () => expect(proofs.length).toBeGreaterThan(10));

    it.each(proofs)('$command', async ({ command, prints }) => {
      expect(await printed(command, { cwd: folder, env })).toBe(prints);
    });
  });
});

/** What the page finds installed: the published files, the tools of Prometheus, the command line of the audit log. */
function programs(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  mkdirSync(join(folder, 'node_modules/@llm-sentinel'), { recursive: true });
  symlinkSync(join(root, 'packages/prometheus'), join(folder, 'node_modules/@llm-sentinel/prometheus'));
  for (const tool of ['promtool', 'amtool'] as const) symlinkSync(requireBinary(tool), join(bin, tool));
  const npx = join(bin, 'npx');
  writeFileSync(
    npx,
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, 'packages/postgres/dist/cli.js')}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
  // Fails here, and not in the middle of a command, where it is missing.
  execFileSync('curl', ['--version']);
  return bin;
}

function printed(command: string, options: { cwd: string; env: Record<string, string> }): Promise<string> {
  return new Promise((resolve) => {
    // A count of 0 lines is an exit code of 1.
    execFile('sh', ['-c', command], options, (_error, stdout) => resolve(stdout.trim()));
  });
}
