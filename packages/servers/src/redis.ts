import { repliesOverTcp } from './answers.js';
import { requireBinary } from './binary.js';
import { type RunningServer, startServer } from './server.js';

export interface RedisOptions {
  /** Further arguments of redis-server, such as `['--maxmemory', '1mb']`. */
  readonly args?: readonly string[];
}

/** Starts an empty Redis that keeps nothing on disk and, unless its arguments say otherwise, asks for no password. */
export function startRedis({ args = [] }: RedisOptions = {}): Promise<RunningServer> {
  const binary = requireBinary('redis-server');
  return startServer({
    name: 'redis',
    prepare: ({ folder, port }) => [
      binary,
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'no', ...args],
    ],
    // With a password among the arguments it answers too, though not with PONG.
    answers: (port) => repliesOverTcp(port, 'PING\r\n', (reply) => /^(?:\+PONG|-NOAUTH)/.test(reply.toString())),
    url: (port) => `redis://127.0.0.1:${port}`,
  });
}
