import { execFile, execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repliesOverTcp } from './answers.js';
import { requireBinary } from './binary.js';
import { type RunningServer, SERVER_ENV, startServer } from './server.js';

/** Starts an empty PostgreSQL: user and database `postgres`, no password. */
export function startPostgres(): Promise<RunningServer> {
  const binary = requireBinary('postgres');
  const user = unprivilegedUser();
  return startServer({
    name: 'postgres',
    prepare: async ({ folder, port }) => {
      const data = join(folder, 'data');
      const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync'];
      await promisify(execFile)(join(dirname(binary), 'initdb'), [`--pgdata=${data}`, ...options], {
        ...user,
        cwd: folder,
        env: SERVER_ENV,
      });
      const settings = [
        'listen_addresses=127.0.0.1',
        `unix_socket_directories=${folder}`,
        'fsync=off',
        'log_timezone=UTC',
      ];
      return [binary, '-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    },
    // R: authentication. While it starts up or ends it answers too, but with E for error.
    answers: (port) => repliesOverTcp(port, startupMessage(), (reply) => reply[0] === 'R'.charCodeAt(0)),
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    ...(user === undefined ? {} : { user }),
    // Immediate shutdown: frees its shared memory, and spares the write-out of data that is thrown away.
    stopSignal: 'SIGQUIT',
  });
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Protocol 3.0: length, version, then names and values that end in NUL. */
function startupMessage(): Buffer {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}
