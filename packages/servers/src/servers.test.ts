import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findBinary } from './binary.js';
import {
  available,
  describeWithServer,
  type RunningServer,
  runTool,
  startAlertmanager,
  startPostgres,
  startPrometheus,
  startRedis,
} from './index.js';

const running: RunningServer[] = [];
const keep = (server: RunningServer) => {
  running.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

// A folder of our own for what servers write, so that servers of other tests do not count. PostgreSQL's user must get in.
const scratch = mkdtempSync(join(tmpdir(), 'servers-test-'));
chmodSync(scratch, 0o755);
process.env.TMPDIR = scratch;
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const folders = (kind: string) => readdirSync(tmpdir()).filter((name) => name.startsWith(`sentinel-${kind}-`));
const isReachable = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
/** One command in the inline form of Redis's protocol. */
const askRedis = ({ port }: RunningServer, command: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject).once('data', (reply) => {
      resolve(reply.toString().trim());
      socket.destroy();
    });
  });
const getJson = async (url: string) => (await (await fetch(url)).json()) as { status: string; data: unknown };

describeWithServer('startRedis', 'redis-server', () => {
  it('starts servers that answer and know nothing of each other', async () => {
    const [one, other] = [keep(await startRedis()), keep(await startRedis())];
    expect(await askRedis(one, 'SET colour blue')).toBe('+OK');
    expect(await askRedis(one, 'EXISTS colour')).toBe(':1');
    expect(await askRedis(other, 'EXISTS colour')).toBe(':0');
    expect(one.url).toBe(`redis://127.0.0.1:${one.port}`);
  });

  it('passes arguments on', async () => {
    const server = keep(await startRedis({ args: ['--requirepass', 'for-this-test-only'] }));
    expect(await askRedis(server, 'EXISTS colour')).toContain('NOAUTH');
  });

  it('is gone after stop(), with its folder', async () => {
    const before = folders('redis');
    const server = await startRedis();
    expect(folders('redis')).not.toEqual(before);
    await server.stop();
    await server.stop();
    expect(await isReachable(server.port)).toBe(false);
    expect(folders('redis')).toEqual(before);
  });

  it('dies of a signal and says so, and stop() still cleans up', async () => {
    const before = folders('redis');
    const server = await startRedis();
    server.kill('SIGKILL');
    await server.exited;
    expect(await isReachable(server.port)).toBe(false);
    await server.stop();
    expect(folders('redis')).toEqual(before);
  });

  it('stops one that hangs', async () => {
    const server = await startRedis();
    server.kill('SIGSTOP');
    await server.stop();
    expect(await isReachable(server.port)).toBe(false);
  });

  it('cleans up after a test process that was killed', async () => {
    const before = folders('redis');
    const script = `import { startRedis } from ${JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)))};
      const server = await startRedis();
      console.log(server.port);
      setInterval(() => {}, 1_000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    });
    const [port] = await once(createInterface(child.stdout), 'line');
    expect(await isReachable(Number(port))).toBe(true);
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await isReachable(Number(port))).toBe(false), 10_000);
    await vi.waitFor(() => expect(folders('redis')).toEqual(before), 10_000);
  }, 30_000);
});

describeWithServer('startPostgres', 'postgres', () => {
  it('starts a server that runs queries', async () => {
    const server = keep(await startPostgres());
    const query = ['--no-align', '--tuples-only', '--command', 'select current_user, 6 * 7'];
    const { stdout } = await promisify(execFile)(findBinary('psql') as string, [server.url, ...query]);
    expect(stdout.trim()).toBe('postgres|42');
  }, 60_000);

  it('is gone after stop(), with its folder', async () => {
    const before = folders('postgres');
    const server = await startPostgres();
    await server.stop();
    expect(await isReachable(server.port)).toBe(false);
    expect(folders('postgres')).toEqual(before);
  }, 60_000);
});

describeWithServer('startPrometheus', 'prometheus', () => {
  const config = 'global: { scrape_interval: 1s }\nrule_files: [rules/*.yml]\n';
  const rules = 'groups: [{ name: test, rules: [{ record: one, expr: vector(1) }] }]\n';

  it('reads its configuration and the files beside it', async () => {
    const server = keep(await startPrometheus({ config, files: { 'rules/test.yml': rules } }));
    expect(await getJson(`${server.url}/api/v1/rules`)).toMatchObject({
      status: 'success',
      data: { groups: [{ name: 'test', rules: [{ name: 'one' }] }] },
    });
  }, 60_000);

  it('shows what it printed when it refuses its configuration', async () => {
    const before = folders('prometheus');
    await expect(startPrometheus({ config: 'scrape_configs: nonsense\n' })).rejects.toThrow(
      /prometheus ended before it answered[\s\S]*nonsense/,
    );
    expect(folders('prometheus')).toEqual(before);
  }, 60_000);
});

describeWithServer('startAlertmanager', 'alertmanager', () => {
  it('answers with its configuration', async () => {
    const config = 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n';
    const server = keep(await startAlertmanager({ config }));
    const status = (await (await fetch(`${server.url}/api/v2/status`)).json()) as { config: { original: string } };
    expect(status.config.original).toContain('receiver: nobody');
  }, 60_000);
});

describeWithServer('runTool', 'promtool', () => {
  it('runs a program among its files, and shows what it says', async () => {
    const good = 'groups: [{ name: test, rules: [{ record: one, expr: vector(1) }] }]\n';
    const files = { 'rules/good.yml': good, 'bad.yml': 'groups: nonsense\n' };
    expect(await runTool('promtool', ['check', 'rules', 'rules/good.yml'], files)).toEqual({
      code: 0,
      output: expect.stringContaining('1 rules found'),
    });
    const refused = await runTool('promtool', ['check', 'rules', 'bad.yml'], files);
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('nonsense') });
    expect(folders('promtool')).toEqual([]);
  });
});

describe('findBinary', () => {
  it('finds programs on PATH, and nothing that is not there', () => {
    expect(existsSync(findBinary('sh') as string)).toBe(true);
    expect(findBinary('no-such-server')).toBeNull();
    expect(available('no-such-server' as 'postgres')).toBe(false);
  });
});
