import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { describeWithServer, type RedisSentinels, startRedisSentinels } from './index.js';

const ask = (port: number, command: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject).once('data', (reply) => {
      resolve(reply.toString());
      socket.destroy();
    });
  });

describeWithServer('startRedisSentinels', 'redis-server', () => {
  let started: RedisSentinels | undefined;
  afterEach(() => started?.stop());

  it('makes a replica the master when the master is gone', { timeout: 60_000 }, async () => {
    started = await startRedisSentinels();
    const { servers, sentinels, name } = started;
    const port = sentinels[0]?.port as number;
    const master = () => ask(port, `SENTINEL get-master-addr-by-name ${name}`);
    expect(await master()).toContain(String(servers[0]?.port));
    servers[0]?.kill('SIGKILL');
    const replicas = servers.slice(1).map((server) => String(server.port));
    await vi.waitFor(
      async () => {
        const answer = await master();
        expect(replicas.some((replica) => answer.includes(replica))).toBe(true);
      },
      { timeout: 30_000, interval: 50 },
    );
    await started.stop();
    await expect(ask(port, 'PING')).rejects.toBeDefined();
  });
});
