import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_ENV } from './server.js';

/** A program of `examples` that serves until it is told to stop. */
export interface RunningExample {
  /** The first address of this machine that it printed. */
  readonly url: string;
  /** All that it printed so far. */
  output(): string;
  /** Asks it to end, and answers its exit code: null when it had to be killed. Safe to call twice. */
  stop(): Promise<number | null>;
}

const START_MS = 60_000;
const STOP_MS = 15_000;
const POLL_MS = 20;

/** Starts `src/main.ts` of a folder on a free port, against the built packages, and waits for its address. */
export async function startExample(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningExample> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...SERVER_ENV, PORT: '0', ...env },
  });
  const exited = once(child, 'close') as Promise<[number | null]>;
  let printed = '';
  const note = (chunk: string) => {
    printed += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);

  async function stop(): Promise<number | null> {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const [code] = await exited;
    clearTimeout(late);
    return code;
  }

  const deadline = Date.now() + START_MS;
  for (;;) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(printed) ?? [];
    if (url !== undefined) return { url, output: () => printed, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${folder} printed no address.\n${printed}`);
    }
    await sleep(POLL_MS);
  }
}
