import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { describe, expect, it, vi } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { securityDashboard, startDashboard } from '../src/index.js';
import { alertsOf } from './alerts.js';
import { afterThisTest, listen, serve, TOKEN } from './serve.js';

interface Run {
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly code: Promise<number>;
  stop(): void;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const texts = { out: '', error: '' };
  const stopping = new AbortController();
  const code = runCli(args, {
    stdout: {
      columns: 60,
      write(text) {
        texts.out += text;
      },
    },
    stderr: {
      write(text) {
        texts.error += text;
      },
    },
    env,
    signal: stopping.signal,
  });
  return { stdout: () => texts.out, stderr: () => texts.error, code, stop: () => stopping.abort() };
}

async function running() {
  const served = await serve({ title: 'Shop', alerts: alertsOf('Canary seen') });
  served.dashboard.onScan?.(
    buildScanEvent({ time: Date.now(), result: { findings: [buildFinding()], source: 'tool' } }),
  );
  served.dashboard.onScan?.(buildScanEvent({ time: Date.now() }));
  served.dashboard.onScan?.(buildScanEvent({ time: Date.now() - 7_200_000 }));
  return served;
}

const env = { LLM_SENTINEL_DASHBOARD_TOKEN: TOKEN };

describe('llm-sentinel-dashboard', () => {
  it('draws the dashboard of a running process', async () => {
    const { url } = await running();
    for (const { code, stdout } of [run(['--url', url], env), run(['--url', url, '--token', TOKEN])]) {
      expect(await code).toBe(0);
      expect(stdout()).toMatch(/^Shop +● ok\n/);
      expect(stdout()).toContain('total 3   blocked 1 (33 %)');
      expect(stdout()).toContain('warning: Canary seen');
      for (const line of stdout().split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    }
  });

  it('asks below any path, with or without a slash at its end, by name and password too', async () => {
    const { dashboard } = await serve({ auth: { username: 'ada', password: 'x:y' }, basePath: '/ops/dash' });
    const origin = await listen((request, response) => void dashboard.handler(request, response));
    for (const address of [`${origin}/ops/dash`, `${origin}/ops/dash/`]) {
      expect(await run(['--url', address, '--user', 'ada:x:y']).code).toBe(0);
      expect(await run(['--url', address], { LLM_SENTINEL_DASHBOARD_USER: 'ada:x:y' }).code).toBe(0);
    }
  });

  it('prints JSON, of the part that is asked for', async () => {
    const { url } = await running();
    const scans = async (...args: string[]) => {
      const { code, stdout } = run(['--url', url, '--json', ...args], env);
      expect(await code).toBe(0);
      return (JSON.parse(stdout()) as { scans: number }).scans;
    };
    expect(await scans()).toBe(3);
    expect(await scans('--last', '30m')).toBe(2);
    expect(await scans('--last', '3h')).toBe(3);
    expect(await scans('--source', 'tool')).toBe(1);
    expect(await scans('--threat', 'injection')).toBe(1);
    expect(await scans('--threat', 'jailbreak')).toBe(0);
  });

  it('watches until it is stopped, through a restart of the process', async () => {
    const { url, dashboard } = await running();
    let isAway = false;
    const proxy = await listen((request, response) => {
      if (!isAway) return void dashboard.handler(request, response);
      response.writeHead(502).end('<html>Bad gateway</html>');
    });
    expect(url).not.toBe(proxy);
    const watching = run(['--url', proxy, '--watch', '--interval', '0.1'], env);
    afterThisTest(async () => watching.stop());
    const draws = () => watching.stdout().split('Shop').length - 1;
    const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 20_000 });
    await until(() => draws() >= 2);
    isAway = true;
    await until(() => watching.stderr().includes('answered 502: Is there a dashboard at this address?'));
    isAway = false;
    const before = draws();
    await until(() => draws() > before);
    watching.stop();
    expect(await watching.code).toBe(0);
  });

  it('says what went wrong, without the token', async () => {
    const { url } = await running();
    const gone = await startDashboard({ dashboard: securityDashboard({ auth: 'none' }), port: 0 });
    await gone.close();
    const cases: readonly (readonly [args: string[], code: number, message: string])[] = [
      [['--url', url, '--token', 'a-wrong-token'], 1, `${url} answered 401: Log in first.`],
      [['--url', `${url}elsewhere/`, '--token', TOKEN], 1, 'answered 404'],
      [['--url', gone.url], 1, `${new URL(gone.url).origin} cannot be reached (ECONNREFUSED).`],
      [[], 2, "required option '--url <address>' not specified"],
      [['--url', 'ftp://x'], 2, 'It must be an address with http: or https:.'],
      [['--url', url, '--last', '5 weeks'], 2, 'It must be a number with m, h or d.'],
      [['--url', url, '--interval', '0'], 2, 'It must be a number from 0.1 to 3600.'],
      [['--url', url, '--width', 'x'], 2, 'It must be a number of columns.'],
      [['--url', url, '--source', 'x'], 2, 'Allowed choices are user, model, tool, document, system.'],
      [['--url', url, '--nothing'], 2, "unknown option '--nothing'"],
    ];
    for (const [args, expected, message] of cases) {
      const { code, stderr } = run(args);
      expect([args, await code]).toEqual([args, expected]);
      expect(stderr()).toContain(message);
      expect(stderr()).not.toContain('a-wrong-token');
    }
  });

  it('shows nothing hidden that a server answers', async () => {
    const origin = await listen((_request, response) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: '\u001b]0;owned\u0007' } }));
    });
    const { code, stderr } = run(['--url', origin]);
    expect(await code).toBe(1);
    expect(stderr()).toContain('answered 500: \\u{1b}]0;owned\\u{7}');
  });

  it('explains itself', async () => {
    const { code, stdout } = run(['--help']);
    expect(await code).toBe(0);
    expect(stdout()).toContain('LLM_SENTINEL_DASHBOARD_TOKEN');
    expect(await run(['--version']).code).toBe(0);
  });
});
