import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { isSentinelError } from '@llm-sentinel/core';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startMetricsServer } from '../metrics-server.js';
import { callTreeOf } from './call-tree.js';
import { type CpuProfile, cpuProfile } from './cpu-profile.js';
import { flameGraph } from './flame-graph.js';
import { type ProfileHandlerOptions, profileHandler } from './profile-handler.js';

const TOKEN = 'a-long-random-token';
const headers = { authorization: `Bearer ${TOKEN}` };
const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(options: Partial<ProfileHandlerOptions> = {}): Promise<string> {
  const handler = profileHandler({ auth: { bearer: TOKEN }, ...options });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Work that a profile can see, for as long as it is not stopped. */
function workUntil(isOver: () => boolean): void {
  function countPrimesForTheProfile(limit: number): number {
    let primes = 0;
    for (let n = 2; n < limit; n++) {
      let divisor = 2;
      while (divisor * divisor <= n && n % divisor !== 0) divisor++;
      if (divisor * divisor > n) primes++;
    }
    return primes;
  }
  const turn = () => {
    if (isOver()) return;
    countPrimesForTheProfile(20_000);
    setImmediate(turn);
  };
  turn();
}

const frame = (functionName: string, url = '') => ({
  functionName,
  url,
  lineNumber: 9,
  columnNumber: 0,
  scriptId: '1',
});
const profile: CpuProfile = {
  startTime: 0,
  endTime: 100,
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('scan', 'file:///app/scan.js'), children: [4, 5] },
    { id: 4, callFrame: frame('', 'file:///app/node_modules/a/index.js') },
    { id: 5, callFrame: frame('<script>alert(1)</script>', 'file:///app/"x".js') },
  ],
  samples: [2, 3, 4, 4, 5, 3],
  timeDeltas: [10, 20, 30, 5, 15, -3],
};

describe('cpuProfile', () => {
  it('sees the function that works', async () => {
    let isOver = false;
    workUntil(() => isOver);
    const seen = await cpuProfile({ durationMs: 300, intervalUs: 500 });
    isOver = true;
    expect(seen.samples?.length).toBeGreaterThan(50);
    expect(seen.samples?.length).toBe(seen.timeDeltas?.length);
    const names = seen.nodes.map(({ callFrame }) => callFrame.functionName);
    expect(names).toContain('countPrimesForTheProfile');
    // What is opened by DevTools is checked there by these fields.
    expect(Object.keys(seen).sort()).toEqual(['endTime', 'nodes', 'samples', 'startTime', 'timeDeltas']);
  });

  it('ends early when it is told to, with what it has', async () => {
    const seen = await cpuProfile({ durationMs: 300_000, signal: AbortSignal.timeout(50) });
    expect(seen.endTime - seen.startTime).toBeLessThan(60_000_000);
  });

  it('refuses an option that nobody knows', async () => {
    await expect(cpuProfile({ duration: 5 } as object)).rejects.toThrow(
      'Unknown option `duration`. Did you mean `durationMs`?',
    );
  });

  it.each([
    ['durationMs', { durationMs: 0 }],
    ['durationMs', { durationMs: 300_001 }],
    ['intervalUs', { intervalUs: 10 }],
    ['intervalUs', { intervalUs: 0.5 }],
  ])('refuses a wrong %s', async (option, options) => {
    const error = await cpuProfile(options).catch((reason: unknown) => reason);
    expect(isSentinelError(error, 'INVALID_OPTION')).toBe(true);
    expect((error as Error).message).toContain(`[@llm-sentinel/prometheus] \`${option}\` must be a whole number`);
  });
});

describe('callTreeOf', () => {
  it('adds times up, and leaves out those without work', () => {
    const { root, idle } = callTreeOf(profile);
    expect(idle).toBe(10);
    expect(root.total).toBe(70);
    const scan = root.callees[0];
    expect(scan).toMatchObject({ name: 'scan', place: 'file:///app/scan.js:10', total: 70, self: 20 });
    expect(scan?.callees.map(({ name, total }) => [name, total])).toEqual([
      ['(anonymous)', 35],
      ['<script>alert(1)</script>', 15],
    ]);
  });

  it('takes a profile of any shape: no time is lost, and none invented', () => {
    const shape = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -10, max: 1_000 })), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(shape, (rows) => {
        // The parent of a node is one before it.
        const children = rows.map((): number[] => []);
        rows.forEach(([parent], i) => {
          if (i > 0) children[parent % i]?.push(i + 1);
        });
        const nodes = rows.map((_, i) => ({ id: i + 1, callFrame: frame(`f${i}`), children: children[i] ?? [] }));
        const made = {
          startTime: 0,
          endTime: 1,
          nodes,
          samples: rows.map((_, i) => i + 1),
          timeDeltas: rows.map(([, time]) => time),
        };
        expect(callTreeOf(made).root.total).toBe(rows.reduce((sum, [, time]) => sum + Math.max(0, time), 0));
        expect(flameGraph(made)).toContain('</html>');
      }),
    );
  });

  it('takes a stack of ten thousand calls', () => {
    const nodes = Array.from({ length: 10_000 }, (_, i) => ({
      id: i,
      callFrame: frame(`f${i}`),
      children: i < 9_999 ? [i + 1] : [],
    }));
    expect(callTreeOf({ startTime: 0, endTime: 1, nodes, samples: [9_999], timeDeltas: [7] }).root.total).toBe(7);
  });
});

describe('flameGraph', () => {
  it('is one page that asks for nothing, and runs no code of the names in it', () => {
    const page = flameGraph(profile);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href)=/);
    expect(page.match(/<g /g)).toHaveLength(4);
    expect(page).toContain('<title>CPU profile: 0.1 ms of work, 0.0 ms idle, 6 samples</title>');
  });
});

describe('profileHandler', () => {
  it('answers who has the token with a profile that tools open', async () => {
    const response = await fetch(`${await serve()}?seconds=0.1`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="profile.cpuprofile"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(((await response.json()) as CpuProfile).nodes[0]?.callFrame.functionName).toBe('(root)');
  });

  it('answers with a flame graph, and a policy that lets only its own script run', async () => {
    const response = await fetch(`${await serve()}?seconds=0.1&format=html`, { headers });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*script-src 'sha256-[\w+/=]+'$/,
    );
    expect(await response.text()).toContain('<svg');
  });

  it.each<[number, string, RequestInit]>([
    [401, '?seconds=0.1', {}],
    [401, '?seconds=0.1', { headers: { authorization: 'Bearer wrong' } }],
    [405, '?seconds=0.1', { headers, method: 'POST' }],
    [400, '?seconds=0', { headers }],
    [400, '?seconds=61', { headers }],
    [400, '?seconds=long', { headers }],
    [400, '?format=svg', { headers }],
  ])('answers %i to %s', async (status, query, init) => {
    expect((await fetch((await serve()) + query, init)).status).toBe(status);
  });

  it('takes one profile at a time, and is free again when its client goes away', async () => {
    const url = await serve();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`GET /?seconds=60 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`);
    });
    await vi.waitFor(async () => {
      const response = await fetch(`${url}?seconds=0.01`, { headers });
      expect(response.status).toBe(409);
      expect(response.headers.get('retry-after')).toBe('60');
    });
    socket.destroy();
    await vi.waitFor(async () => expect((await fetch(`${url}?seconds=0.01`, { headers })).status).toBe(200));
  });

  it('refuses an option that nobody knows', () => {
    expect(() => profileHandler({ auth: { bearer: TOKEN }, maxSecond: 5 } as ProfileHandlerOptions)).toThrow(
      'Unknown option `maxSecond`. Did you mean `maxSeconds`?',
    );
  });

  it.each([0, 301, 1.5])('refuses %d as longest time', (maxSeconds) => {
    expect(() => profileHandler({ auth: { bearer: TOKEN }, maxSeconds })).toThrow(
      '`maxSeconds` must be a whole number from 1 to 300',
    );
  });

  it('is part of the metrics server only when a path is given for it', async () => {
    const options = { registry: new Registry(), port: 0, auth: { bearer: TOKEN } };
    const [without, withProfile] = [
      await startMetricsServer(options),
      await startMetricsServer({ ...options, profilePath: '/debug/profile' }),
    ];
    const statusOf = async (url: string, init?: RequestInit) =>
      (await fetch(new URL('/debug/profile?seconds=0.01', url), init)).status;
    expect(await statusOf(without.url, { headers })).toBe(404);
    expect(await statusOf(withProfile.url)).toBe(401);
    expect(await statusOf(withProfile.url, { headers })).toBe(200);
    expect((await fetch(withProfile.url, { headers })).status).toBe(200);
    await Promise.all([without.close(), withProfile.close()]);
  });
});
