import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newKey } from '../../src/auth/api-key.js';
import { type KeyRecord, writeKeys } from '../../src/auth/key-file.js';

/** The built service in a process of its own, with a folder of its own and one key that may do everything. */
export interface ServiceProcess {
  readonly url: string;
  readonly key: string;
  readonly folder: string;
  readonly child: ChildProcess;
  /** Milliseconds from the start of the process to the first answer that it is ready. */
  readonly startMs: number;
  /** All that it printed. */
  log(): string;
  readonly exited: Promise<number | null>;
  /** Sends SIGTERM and waits for the end; `remove` deletes the folder. */
  stop(remove?: boolean): Promise<number | null>;
}

export interface ServiceProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Of an earlier process, to go on with what it left. */
  readonly folder?: string;
  readonly key?: string;
  readonly quota?: KeyRecord['quota'];
  readonly alias?: string;
}

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const START_MS = 30_000;

export async function startServiceProcess(options: ServiceProcessOptions = {}): Promise<ServiceProcess> {
  const { folder = mkdtempSync(join(tmpdir(), 'sentinel-service-')), alias = 'test', environment, quota } = options;
  const made = newKey();
  const key = options.key ?? made.secret;
  if (options.key === undefined) {
    const record: KeyRecord = { id: made.id, alias, hash: made.hash, scopes: ['admin'] };
    writeKeys(join(folder, 'keys.yaml'), [{ ...record, quota: quota ?? { perSecond: 1e9, burst: 1e9 } }]);
  }
  const logFile = join(folder, `service-${Date.now()}.log`);
  const output = openSync(logFile, 'a');
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    stdio: ['ignore', output, output],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      SENTINEL_DATA_DIR: join(folder, 'data'),
      SENTINEL_KEYS_FILE: join(folder, 'keys.yaml'),
      SENTINEL_SERVER__PORT: String(port),
      ...environment,
    },
  });
  closeSync(output);
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const log = () => readFileSync(logFile, 'utf8');
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, log);
  return {
    url,
    key,
    folder,
    child,
    startMs: performance.now() - started,
    log,
    exited,
    async stop(remove = true) {
      child.kill('SIGTERM');
      const code = await exited;
      if (remove) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function untilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    if (await isReady(url)) return;
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The service did not start:\n${log()}`);
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
