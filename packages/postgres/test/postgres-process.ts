// Starts a killed PostgreSQL again, on its own data and port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What a server was started with, asked of it while it runs. */
export interface ServerPlace {
  readonly data: string;
  readonly binary: string;
  readonly port: number;
  readonly url: string;
}

export async function placeOf(url: string): Promise<ServerPlace> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const data = await client.query<{ data_directory: string }>('SHOW data_directory');
  const bin = await client.query<{ setting: string }>("SELECT setting FROM pg_config WHERE name = 'BINDIR'");
  await client.end();
  return {
    data: data.rows[0]?.data_directory ?? '',
    binary: join(bin.rows[0]?.setting ?? '', 'postgres'),
    port: Number(new URL(url).port),
    url,
  };
}

/** Recovers from the crash, and resolves when it answers. Returns what stops it. */
export async function restart({ data, binary, port, url }: ServerPlace): Promise<() => Promise<void>> {
  const { uid, gid } = statSync(data);
  for (let attempt = 0; attempt < 100; attempt++) {
    const child = spawn(
      binary,
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `unix_socket_directories=${dirname(data)}`,
      ],
      {
        uid,
        gid,
        cwd: dirname(data),
        stdio: 'ignore',
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
      },
    );
    // The old one's children may hold its memory for a moment.
    if (await answers(url, child)) {
      return async () => {
        child.kill('SIGQUIT');
        if (child.exitCode === null) await once(child, 'exit');
      };
    }
    await sleep(100);
  }
  throw new Error('PostgreSQL did not start again.');
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isUp) return true;
    await sleep(30);
  }
  return false;
}
