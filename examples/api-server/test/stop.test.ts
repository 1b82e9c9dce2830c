import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuditLog } from '@llm-sentinel/postgres';
import { afterAll, expect, it } from 'vitest';
import { loadConfig } from '../src/config/load.js';
import { startService } from '../src/service.js';
import { prepareFolder } from '../src/services/prepared-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'sentinel-stop-'));
const audit = join(folder, 'audit');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a stopped service has recorded everything and holds nothing: its folder can be opened at once', async () => {
  prepareFolder(audit, fileURLToPath(new URL('../dist/prepared-database', import.meta.url)));
  let key = '';
  const service = await startService({
    config: loadConfig({
      environment: {
        SENTINEL_DATA_DIR: folder,
        SENTINEL_SERVER__PORT: '0',
        SENTINEL_SERVER__DRAIN_DELAY_MS: '0',
        SENTINEL_LOGGING__LEVEL: 'silent',
      },
    }),
    isProduction: false,
    showFirstKey: (secret) => {
      key = secret;
    },
  });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${service.url}/v1/scan`, { method: 'POST', headers, body: '{"text":"The last one."}' });
  const { scanId } = (await response.json()) as { scanId: string };
  await Promise.all([service.stop(), service.stop()]);
  await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();

  const log = createAuditLog({ dataDir: audit });
  const { entries } = await log.search();
  expect(entries.map(({ event_id }) => event_id)).toEqual([scanId]);
  expect(await log.verify()).toMatchObject({ ok: true, entries: 1 });
  await log.close();
});
