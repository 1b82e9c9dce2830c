import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repliesOverTcp } from './answers.js';
import { requireBinary } from './binary.js';
import { startRedis } from './redis.js';
import { type RunningServer, startServer } from './server.js';

/** A Redis with replicas, and sentinels that make one of these the master when the old one is gone. */
export interface RedisSentinels {
  /** Under which name the sentinels know it. */
  readonly name: 'main';
  /** The servers in the order of their start: the first one is the master at first. */
  readonly servers: readonly RunningServer[];
  readonly sentinels: readonly RunningServer[];
  /** Ends all of them. Safe to call twice. */
  stop(): Promise<void>;
}

export interface RedisSentinelOptions {
  /** @default 2 */
  readonly replicas?: number;
  /** Two of three must agree that the master is gone. @default 3 */
  readonly sentinels?: number;
  /** Silence after which a sentinel takes the master for gone, in milliseconds. @default 500 */
  readonly downAfterMs?: number;
}

/** Starts a master with its replicas and the sentinels that watch them, and waits until these know one another. */
export async function startRedisSentinels(options: RedisSentinelOptions = {}): Promise<RedisSentinels> {
  const { replicas = 2, sentinels: count = 3, downAfterMs = 500 } = options;
  const binary = requireBinary('redis-server');
  const started: RunningServer[] = [];
  const stop = async () => void (await Promise.all(started.map((server) => server.stop())));
  const keep = (server: RunningServer) => {
    started.push(server);
    return server;
  };
  try {
    const master = keep(await startRedis({ args: ['--repl-diskless-sync-delay', '0'] }));
    const replicaof = ['--replicaof', '127.0.0.1', String(master.port), '--repl-diskless-sync-delay', '0'];
    const others = await Promise.all(
      Array.from({ length: replicas }, async () => keep(await startRedis({ args: replicaof }))),
    );
    const sentinels = await Promise.all(
      Array.from({ length: count }, async () => keep(await startSentinel(binary, master.port, downAfterMs))),
    );
    const ready = new RegExp(`slaves=${replicas},sentinels=${count}\\b`);
    await until(() => everyReplies(sentinels, 'INFO sentinel\r\n', ready));
    return { name: 'main', servers: [master, ...others], sentinels, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startSentinel(binary: string, masterPort: number, downAfterMs: number): Promise<RunningServer> {
  return startServer({
    name: 'redis-sentinel',
    prepare({ folder, port }) {
      // A sentinel writes what it learns into its configuration.
      const file = join(folder, 'sentinel.conf');
      const lines = [
        `port ${port}`,
        'bind 127.0.0.1',
        `dir ${folder}`,
        `sentinel monitor main 127.0.0.1 ${masterPort} 2`,
        `sentinel down-after-milliseconds main ${downAfterMs}`,
        'sentinel failover-timeout main 3000',
        'sentinel parallel-syncs main 2',
      ];
      writeFileSync(file, `${lines.join('\n')}\n`);
      return [binary, file, '--sentinel'];
    },
    answers: (port) => repliesOverTcp(port, 'PING\r\n', (reply) => reply.toString().startsWith('+PONG')),
    url: (port) => `redis://127.0.0.1:${port}`,
  });
}

async function everyReplies(servers: readonly RunningServer[], request: string, expected: RegExp): Promise<boolean> {
  const replies = servers.map(({ port }) => repliesOverTcp(port, request, (reply) => expected.test(reply.toString())));
  return (await Promise.all(replies)).every(Boolean);
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error('The sentinels did not find one another within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
