import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { newKey } from '../../src/auth/api-key.js';
import { type KeyRecord, readKeys, writeKeys } from '../../src/auth/key-file.js';
import type { Scope } from '../../src/auth/scopes.js';
import { loadConfig } from '../../src/config/load.js';
import { type Service, startService } from '../../src/service.js';
import { prepareFolder } from '../../src/services/prepared-folder.js';

export interface TestService extends Service {
  readonly folder: string;
  /** Lines of the log, parsed. */
  readonly lines: readonly Record<string, unknown>[];
  /** A new key, good at once. */
  key(options: KeyOptions): string;
  /** Puts a record aside, as an administrator does with the file. */
  reload(change: (records: readonly KeyRecord[]) => readonly KeyRecord[]): void;
}

export interface KeyOptions extends Partial<Pick<KeyRecord, 'alias' | 'expiresAt' | 'quota'>> {
  readonly scopes: readonly Scope[];
}

/** What the build puts beside the program; to make a database would take seconds. */
const PREPARED = fileURLToPath(new URL('../../dist/prepared-database', import.meta.url));

/** The service in this process, on a free port, with a folder of its own. Without an audit log unless it is asked for. */
export async function startTestService(environment: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-api-'));
  const keysFile = join(folder, 'keys.yaml');
  const first = newKey();
  writeKeys(keysFile, [{ id: first.id, alias: 'first', hash: first.hash, scopes: ['scan'] }]);
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const config = loadConfig({
    environment: {
      SENTINEL_DATA_DIR: join(folder, 'data'),
      SENTINEL_KEYS_FILE: keysFile,
      SENTINEL_SERVER__PORT: '0',
      SENTINEL_SERVER__DRAIN_DELAY_MS: '0',
      SENTINEL_AUDIT__ENABLED: 'false',
      SENTINEL_LIMITS__FAILED_AUTH_PER_MINUTE: '100000',
      ...environment,
    },
  });
  if (config.audit.enabled) prepareFolder(join(config.dataDir, 'audit'), PREPARED);
  const service = await startService({ config, isProduction: true, showFirstKey: () => {}, logger });

  function reload(change: (records: readonly KeyRecord[]) => readonly KeyRecord[]): void {
    writeKeys(keysFile, change(readKeys(keysFile)));
    process.emit('SIGHUP');
  }

  return {
    ...service,
    folder,
    lines,
    key({ scopes, alias = 'test', ...options }) {
      const { id, secret, hash } = newKey();
      reload((records) => [...records, { id, alias, hash, scopes: [...scopes], ...options }]);
      return secret;
    },
    reload,
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
