import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that a test started and owns. */
export interface RunningServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly url: string;
  /** What the server printed so far. */
  log(): string;
  /** Sends a signal, `SIGSTOP` and `SIGCONT` included, and does not wait for what comes of it. */
  kill(signal: NodeJS.Signals): void;
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Ends the server and removes all that it wrote. Safe to call twice, and after `kill`. */
  stop(): Promise<void>;
}

/** How to start one kind of server. */
export interface ServerKind {
  readonly name: string;
  /** Prepares the empty folder and says what to start. Called again, with another port, when the port was taken meanwhile. */
  readonly prepare: (place: { readonly folder: string; readonly port: number }) => Promise<string[]> | string[];
  /** Whether the server answers. May throw while it does not. */
  readonly answers: (port: number) => Promise<boolean>;
  readonly url: (port: number) => string;
  /** Who runs it and owns its folder, when not the user of this process. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Ends it at once without harm to what it shares with the system. @default 'SIGTERM' */
  readonly stopSignal?: NodeJS.Signals;
}

const settings: Readonly<Record<string, string | undefined>> = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
/** Nothing of this process's settings, such as PGPASSWORD, reaches a server. */
// A cast, because the types of Next.js say, wherever they are imported, that every environment has a NODE_ENV.
export const SERVER_ENV = settings as NodeJS.ProcessEnv;

const START_MS = 30_000;
const STOP_MS = 10_000;
const POLL_MS = 20;
const ATTEMPTS = 3;

/** Starts a server and waits until it answers. */
export async function startServer(kind: ServerKind): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const server = await launch(kind, port);
    try {
      await untilItAnswers(kind, server);
      return server;
    } catch (error) {
      await server.stop();
      // Between the look for a free port and its use another process may have taken it.
      if (attempt === ATTEMPTS || !/address already in use/i.test(server.log())) throw error;
    }
  }
}

async function launch(kind: ServerKind, port: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `sentinel-${kind.name}-`));
  const stopSignal = kind.stopSignal ?? 'SIGTERM';
  const watchdog = startWatchdog(folder, stopSignal);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    watchdog.release();
  };
  try {
    if (kind.user !== undefined) chownSync(folder, kind.user.uid, kind.user.gid);
    const command = await kind.prepare({ folder, port });
    const { child, log, exited } = spawnServer(command, folder, kind.user);
    watchdog.guard(child);
    let stopping: Promise<void> | undefined;
    return {
      host: '127.0.0.1',
      port,
      url: kind.url(port),
      log,
      kill: (signal) => void child.kill(signal),
      exited,
      stop() {
        stopping ??= end(child, stopSignal, exited).finally(remove);
        return stopping;
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function spawnServer([file = '', ...args]: string[], cwd: string, user: ServerKind['user']) {
  const child = spawn(file, args, {
    ...user,
    cwd,
    // A process group of its own: Ctrl+C in the terminal is for the test, which then ends the server.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: SERVER_ENV,
  });
  let printed = '';
  const note = (chunk: string) => {
    printed += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);
  child.on('error', ({ message }) => note(message));
  const exited = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, log: () => printed, exited };
}

async function untilItAnswers({ name, answers }: ServerKind, server: RunningServer): Promise<void> {
  const deadline = Date.now() + START_MS;
  let isRunning = true;
  void server.exited.then(() => {
    isRunning = false;
  });
  while (!(await answers(server.port).catch(() => false))) {
    if (!isRunning) throw new Error(`${name} ended before it answered.\n${server.log()}`);
    if (Date.now() > deadline) throw new Error(`${name} did not answer within ${START_MS} ms.\n${server.log()}`);
    await sleep(POLL_MS);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<void>): Promise<void> {
  child.kill(signal);
  // A test may have stopped it; a stopped process gets no signal but SIGKILL until it goes on.
  child.kill('SIGCONT');
  const waiting = new AbortController();
  const patience = sleep(STOP_MS, 'late', { signal: waiting.signal, ref: false }).catch(() => 'ended');
  if ((await Promise.race([exited, patience])) === 'late') {
    child.kill('SIGKILL');
    await exited;
  }
  waiting.abort();
}

interface Watchdog {
  /** Tells it what to end beside removing the folder. */
  guard(child: ChildProcess): void;
  /** Sends it away, because all is done. */
  release(): void;
}

/**
 * Ends the server and removes its folder when this process is gone, even by SIGKILL, which no exit handler survives: a small
 * shell waits at the other end of a pipe that the system closes for us.
 */
function startWatchdog(folder: string, signal: NodeJS.Signals): Watchdog {
  const script = `
    while read -r word; do
      [ "$word" = released ] && exit 0
      group=$word
    done
    if [ -n "$group" ]; then
      kill -s "$2" -- "-$group"; kill -s CONT -- "-$group"
      for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 -- "-$group" || break; sleep 0.2; done
      kill -s KILL -- "-$group"
    fi
    rm -rf "$1"`;
  const watchdog = spawn('sh', ['-c', script, 'watchdog', folder, signal.replace('SIG', '')], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => {});
  watchdog.stdin.on('error', () => {});
  watchdog.unref();
  return {
    guard: ({ pid }) => void (pid !== undefined && watchdog.stdin.write(`${pid}\n`)),
    release: () => void watchdog.stdin.end('released\n'),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
