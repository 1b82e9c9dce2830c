import { createServer, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { isSentinelError } from '@llm-sentinel/core';
import { buildScanEvent } from '@llm-sentinel/testing';
import { Counter, Gauge, Registry } from 'prom-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MetricsAuth } from './metrics-auth.js';
import { type MetricsHandlerOptions, metricsHandler } from './metrics-handler.js';
import { type MetricsServer, startMetricsServer } from './metrics-server.js';
import { prometheusAdapter } from './prometheus-adapter.js';

const TOKEN = 'a-long-random-token';
const bearer = { authorization: `Bearer ${TOKEN}` };
const open: Server[] = [];
const started: MetricsServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  for (const server of started.splice(0)) await server.close();
});

async function serve(options: Partial<MetricsHandlerOptions> = {}): Promise<string> {
  const { registry } = prometheusAdapter();
  const handler = metricsHandler({ registry, auth: { bearer: TOKEN }, ...options });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
}

async function start(options: Partial<Parameters<typeof startMetricsServer>[0]> = {}): Promise<MetricsServer> {
  const { registry } = prometheusAdapter();
  const server = await startMetricsServer({ registry, port: 0, auth: { bearer: TOKEN }, ...options });
  started.push(server);
  return server;
}

const basicOf = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('metricsHandler', () => {
  it('serves the page to who has the token', async () => {
    const prometheus = prometheusAdapter();
    prometheus.onScan?.(buildScanEvent());
    const response = await fetch(await serve({ registry: prometheus.registry }), { headers: bearer });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('sentinel_scan_total{result="allowed",threat_type="none"} 1\n');
  });

  it('serves OpenMetrics when the registry is in that mode', async () => {
    const registry = new Registry();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE as never);
    prometheusAdapter({ registry });
    const response = await fetch(await serve({ registry }), { headers: bearer });
    expect(response.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(await response.text()).toMatch(/# EOF\n$/);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a wrong token', { authorization: 'Bearer a-long-random-tokem' }],
    ['the start of the token', { authorization: 'Bearer a-long' }],
    ['the token and more', { authorization: `Bearer ${TOKEN}x` }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another scheme', basicOf(`x:${TOKEN}`)],
    ['the token alone', { authorization: TOKEN }],
  ])('answers 401 to %s', async (_case, headers) => {
    const response = await fetch(await serve(), { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('Unauthorized');
  });

  it('takes the scheme in any case, and each of several tokens', async () => {
    const url = await serve({ auth: { bearer: ['the-old-token', 'the-new-token'] } });
    for (const authorization of ['bearer the-old-token', 'BEARER  the-new-token']) {
      expect((await fetch(url, { headers: { authorization } })).status).toBe(200);
    }
    expect((await fetch(url, { headers: bearer })).status).toBe(401);
  });

  it('takes a name and password', async () => {
    const url = await serve({ auth: { username: 'prometheus', password: 'pässwörd:with:colons' } });
    expect((await fetch(url, { headers: basicOf('prometheus:pässwörd:with:colons') })).status).toBe(200);
    for (const wrong of ['prometheus:', 'other:pässwörd:with:colons', 'prometheus:pässwörd', '']) {
      const response = await fetch(url, { headers: basicOf(wrong) });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Basic realm="metrics", charset="UTF-8"');
    }
  });

  it('serves everybody when that is spelled out', async () => {
    expect((await fetch(await serve({ auth: 'none' }))).status).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const url = await serve();
    const [head, get] = [await fetch(url, { method: 'HEAD', headers: bearer }), await fetch(url, { headers: bearer })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect((await get.text()).length).toBeGreaterThan(1_000);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers 405 to %s', async (method) => {
    const response = await fetch(await serve(), { method, headers: bearer });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect((await fetch(await serve(), { method })).status).toBe(401);
  });

  it('builds one page for scrapes that come together', async () => {
    let builds = 0;
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const registry = new Registry();
    new Gauge({
      name: 'slow',
      help: 'Slow to collect.',
      registers: [registry],
      async collect() {
        builds += 1;
        await gate;
        this.set(builds);
      },
    });
    const url = await serve({ registry });
    let arrived = 0;
    open[0]?.on('request', () => {
      arrived += 1;
    });
    const scrapes = [1, 2, 3].map(() => fetch(url, { headers: bearer }));
    await vi.waitUntil(() => arrived === 3);
    release();
    for (const response of await Promise.all(scrapes)) expect(await response.text()).toContain('slow 1\n');
    expect(await (await fetch(url, { headers: bearer })).text()).toContain('slow 2\n');
  });

  it('answers 500 without detail when a collector fails, and works again after', async () => {
    const registry = new Registry();
    let broken = true;
    new Counter({
      name: 'app_total',
      help: 'Of the application.',
      registers: [registry],
      collect() {
        if (broken) throw new Error('postgres://user:hunter2@db');
      },
    });
    const errors: unknown[] = [];
    const url = await serve({ registry, onError: (error) => errors.push(error) });
    const response = await fetch(url, { headers: bearer });
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('The metrics could not be collected.');
    expect(errors).toEqual([new Error('postgres://user:hunter2@db')]);
    broken = false;
    expect((await fetch(url, { headers: bearer })).status).toBe(200);
  });

  it('answers 500 also when the registry throws at once, and warns once, without the message', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const registry = {
      contentType: 'text/plain',
      metrics() {
        throw new RangeError('hunter2');
      },
    };
    const url = await serve({ registry });
    expect((await fetch(url, { headers: bearer })).status).toBe(500);
    expect((await fetch(url, { headers: bearer })).status).toBe(500);
    expect(warn.mock.calls).toEqual([
      ['A scrape failed with RangeError; give `onError` to see it.', 'SentinelMetricsWarning'],
    ]);
    warn.mockRestore();
  });

  it.each<[string, unknown, string]>([
    ['no auth', undefined, '`auth` is required'],
    ['an empty token', { bearer: '' }, '`auth.bearer` must be printable ASCII'],
    ['no tokens', { bearer: [] }, '`auth.bearer` must be printable ASCII'],
    ['a token with the line break of its file', { bearer: `${TOKEN}\n` }, '`auth.bearer` must be printable ASCII'],
    ['no password', { username: 'prometheus' }, '`auth` needs a `username` without colon and a `password`'],
    ['a colon in the name', { username: 'a:b', password: 'c' }, '`auth` needs a `username` without colon'],
    ['another word', 'off', '`auth` is required'],
  ])('throws on %s', (_case, auth, message) => {
    let thrown: unknown;
    try {
      metricsHandler({ registry: new Registry(), auth: auth as MetricsAuth });
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toContain(`[@llm-sentinel/prometheus] ${message}`);
    expect((thrown as Error).message).not.toContain(TOKEN);
  });
});

it('refuses an option that nobody knows, with the one that was meant', async () => {
  const options = { registry: new Registry(), auth: { bearer: TOKEN } };
  const onErorr = () => {};
  const message = '[@llm-sentinel/prometheus] Unknown option `onErorr`. Did you mean `onError`?';
  expect(() => metricsHandler({ ...options, onErorr } as MetricsHandlerOptions)).toThrow(message);
  await expect(start({ onErorr } as object)).rejects.toThrow(message);
});

describe('startMetricsServer', () => {
  it('serves on 127.0.0.1 and says where', async () => {
    const server = await start();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    expect((await fetch(server.url, { headers: bearer })).status).toBe(200);
    expect((await fetch(`${server.url}?name[]=sentinel_scan_total`, { headers: bearer })).status).toBe(200);
    expect((await fetch(server.url)).status).toBe(401);
  });

  it('answers 404 to other paths, with and without token', async () => {
    const { url } = await start();
    for (const path of ['/', '/metrics/', '/metrics2', '/favicon.ico']) {
      expect((await fetch(new URL(path, url), { headers: bearer })).status).toBe(404);
      expect((await fetch(new URL(path, url))).status).toBe(404);
    }
  });

  it('serves another path on request', async () => {
    const { url } = await start({ path: '/internal/metrics' });
    expect(new URL(url).pathname).toBe('/internal/metrics');
    expect((await fetch(url, { headers: bearer })).status).toBe(200);
  });

  it('closes twice, and the port is free again', async () => {
    const server = await start();
    const port = Number(new URL(server.url).port);
    await server.close();
    await server.close();
    await expect(fetch(server.url, { headers: bearer })).rejects.toThrow();
    const next = await start({ port });
    expect((await fetch(next.url, { headers: bearer })).status).toBe(200);
  });

  it('closes although a client keeps its connection open', async () => {
    const server = await start();
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.write('GET /metrics HTTP/1.1\r\nHost: x\r\n');
    await server.close();
    await ended;
  });

  it('says when the port is taken', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const error: unknown = await start({ port }).catch((cause: unknown) => cause);
    expect(isSentinelError(error, 'INVALID_OPTION')).toBe(true);
    expect((error as Error).message).toBe(
      `[@llm-sentinel/prometheus] \`port\`: cannot listen on 127.0.0.1:${port} (EADDRINUSE).`,
    );
  });

  it('takes a request target that is no path', async () => {
    const { url } = await start();
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(url, { path: '*', method: 'OPTIONS' }, (response) => resolve(response.statusCode));
      request.on('error', reject).end();
    });
    expect(status).toBe(404);
  });
});
