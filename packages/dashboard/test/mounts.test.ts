import { serve as serveHono } from '@hono/node-server';
import { alertManager } from '@llm-sentinel/alerting';
import { buildFinding, buildScanEvent, buildScanId } from '@llm-sentinel/testing';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { type DashboardOptions, type ServedDashboard, securityDashboard } from '../src/index.js';
import { afterThisTest, bearer, json, listen, TOKEN } from './serve.js';

type Mount = (options?: Partial<DashboardOptions>) => Promise<{ dashboard: ServedDashboard; origin: string }>;

const make = (options: Partial<DashboardOptions> = {}) => securityDashboard({ auth: { bearer: TOKEN }, ...options });

const mounts: Readonly<Record<string, Mount>> = {
  async 'node:http'(options) {
    const dashboard = make({ basePath: '/dashboard', ...options });
    return { dashboard, origin: await listen((request, response) => void dashboard.handler(request, response)) };
  },
  async Express(options) {
    const dashboard = make(options);
    const app = express();
    app.use('/dashboard', dashboard.handler);
    return { dashboard, origin: await listen(app) };
  },
  async 'Express after a parser of bodies'(options) {
    const dashboard = make(options);
    const app = express();
    app.use(express.json());
    app.use('/dashboard', dashboard.handler);
    return { dashboard, origin: await listen(app) };
  },
  async Fastify(options) {
    const dashboard = make({ basePath: '/dashboard', ...options });
    const app = fastify();
    app.all('/dashboard', (request, reply) => {
      reply.hijack();
      return dashboard.handler(request.raw, reply.raw);
    });
    app.all('/dashboard/*', (request, reply) => {
      reply.hijack();
      return dashboard.handler(Object.assign(request.raw, { body: request.body }), reply.raw);
    });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    afterThisTest(() => app.close());
    afterThisTest(async () => app.server.closeAllConnections());
    return { dashboard, origin };
  },
  async Hono(options) {
    const dashboard = make({ basePath: '/dashboard', ...options });
    const app = new Hono();
    app.all('/dashboard/*', (context) => dashboard.fetch(context.req.raw));
    const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())));
    afterThisTest(() => new Promise((resolve) => server.close(resolve)));
    afterThisTest(async () => 'closeAllConnections' in server && server.closeAllConnections());
    const address = server.address();
    return { dashboard, origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
  },
};

const blocked = (n: number, time = Date.now()) =>
  buildScanEvent({ time, result: { scanId: buildScanId(n), findings: [buildFinding()] } });

describe.each(Object.keys(mounts))('in %s', (name) => {
  const mount = mounts[name] as Mount;

  it('serves the page below a path, and sends who forgot the slash there', async () => {
    const { origin } = await mount();
    const page = await fetch(`${origin}/dashboard?from=1`);
    expect([page.redirected, page.url]).toEqual([true, `${origin}/dashboard/?from=1`]);
    const html = await page.text();
    const [, script = ''] = /src="([^"]+)"/.exec(html) ?? [];
    const file = await fetch(new URL(script, page.url));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    const head = await fetch(`${origin}/dashboard/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('logs in, answers, takes feedback and refuses what is too large', async () => {
    const told: unknown[] = [];
    const { origin, dashboard } = await mount({ reportFeedback: (feedback) => void told.push(feedback) });
    dashboard.onScan?.(blocked(1));
    const base = `${origin}/dashboard/`;
    expect((await fetch(`${base}api/summary`)).status).toBe(401);
    const login = await fetch(`${base}login`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token: TOKEN }),
    });
    expect(login.status).toBe(200);
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const summary = await fetch(`${base}api/summary?source=user`, { headers: { cookie } });
    expect(await summary.json()).toMatchObject({ scans: 1, blocked: 1 });
    const post = (body: string) =>
      fetch(`${base}api/feedback`, { method: 'POST', headers: { ...bearer, ...json }, body });
    expect((await post(JSON.stringify({ scanId: 'x', verdict: 'confirmed' }))).status).toBe(200);
    expect(told).toHaveLength(1);
    if (name.includes('parser') || name === 'Fastify') return;
    expect(
      (await post(JSON.stringify({ scanId: 'x', verdict: 'confirmed', comment: 'x'.repeat(20_000) }))).status,
    ).toBe(413);
  });

  it('streams, and forgets who has gone', async () => {
    const { origin, dashboard } = await mount({ maxStreams: 1 });
    const stopping = new AbortController();
    const response = await fetch(`${origin}/dashboard/api/stream`, { headers: bearer, signal: stopping.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    const until = async (part: string) => {
      while (!text.includes(part)) text += Buffer.from((await reader.read()).value ?? []).toString();
    };
    await until('event: health');
    dashboard.onScan?.(blocked(7));
    await until(buildScanId(7));
    expect((await fetch(`${origin}/dashboard/api/stream`, { headers: bearer })).status).toBe(503);
    stopping.abort();
    await vi.waitUntil(
      async () => {
        const again = new AbortController();
        const { status } = await fetch(`${origin}/dashboard/api/stream`, { headers: bearer, signal: again.signal });
        again.abort();
        return status === 200;
      },
      { timeout: 20_000 },
    );
  });

  it('ends streams when the dashboard is closed', async () => {
    const { origin, dashboard } = await mount();
    const response = await fetch(`${origin}/dashboard/api/stream`, { headers: bearer });
    const text = response.text();
    await dashboard.close();
    expect(await text).toContain('event: point');
  });
});

describe('with the alert manager of this project', () => {
  it('shows what fires, acknowledges, silences and lifts silences', async () => {
    const alerting = alertManager({ channels: [{ name: 'none', send: async () => {} }] });
    afterThisTest(() => alerting.close());
    const { origin } = await (mounts['node:http'] as Mount)({ alerts: alerting });
    const { fingerprint } = alerting.notify({ title: 'Canary seen', severity: 'critical', labels: { tenant: 'acme' } });
    const api = `${origin}/dashboard/api/`;
    const call = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`${api}${path}`, {
        method,
        headers: { ...bearer, ...(body !== undefined && json) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return [response.status, await response.json()] as const;
    };
    expect((await call('GET', 'alerts'))[1]).toMatchObject({
      firing: [{ fingerprint, severity: 'critical', title: 'Canary seen', acknowledged: false, silenced: false }],
      history: [{ event: 'fired', title: 'Canary seen' }],
      silences: [],
    });
    expect((await call('POST', `alerts/${fingerprint}/acknowledge`, { by: 'ada' }))[0]).toBe(200);
    expect((await call('POST', 'alerts/nothing/acknowledge', {}))[0]).toBe(404);
    const matchers = ['tenant=~ac.*', 'severity!=info', 'alertname=Canary seen'];
    const [status, silence] = await call('POST', 'silences', { matchers, durationMs: 60_000, createdBy: 'ada' });
    expect([status, silence]).toEqual([201, { id: expect.any(String) }]);
    expect((await call('GET', 'alerts'))[1]).toMatchObject({
      firing: [{ acknowledged: true, acknowledgedBy: 'ada', silenced: true }],
      history: [{ event: 'acknowledged', detail: 'ada' }, { event: 'fired' }],
      silences: [{ matchers, createdBy: 'ada' }],
    });
    const { id } = silence as { id: string };
    expect((await call('DELETE', `silences/${id}`))[0]).toBe(200);
    expect((await call('DELETE', `silences/${id}`))[0]).toBe(404);
    expect((await call('GET', 'alerts'))[1]).toMatchObject({ firing: [{ silenced: false }], silences: [] });
    expect((await call('POST', 'silences', { matchers: ['a=~('], durationMs: 1 }))[0]).toBe(400);
  });
});
