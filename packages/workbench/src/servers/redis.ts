import { repliesOverTcp } from './answers.js';
import { requireBinary } from './binary.js';
import { type RunningServer, startServer } from './server.js';

/**
 * Starts an empty Redis that keeps nothing on disk and asks for no password.
 *
 * @param options.args Further arguments of redis-server, such as `['--maxmemory', '1mb']`.
 */
export function startRedis({ args = [] }: { readonly args?: readonly string[] } = {}): Promise<RunningServer> {
  const binary = requireBinary('redis-server');
  return startServer({
    name: 'redis',
    prepare: ({ folder, port }) => [
      binary,
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'no', ...args],
    ],
    answers: (port) => repliesOverTcp(port, 'PING\r\n', (reply) => reply.toString().startsWith('+PONG')),
    url: (port) => `redis://127.0.0.1:${port}`,
  });
}
