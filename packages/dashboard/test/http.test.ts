import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { buildFinding, buildScanEvent, buildScanId, buildScannerInfo } from '@llm-sentinel/testing';
import { describe, expect, it, vi } from 'vitest';
import { type AlertSource, type DashboardAuth, securityDashboard, startDashboard } from '../src/index.js';
import { alertsOf } from './alerts.js';
import { createFakeClock, START } from './fake-clock.js';
import { bearer, json, serve, TOKEN } from './serve.js';

const READS = ['api/summary', 'api/events', 'api/health', 'api/config', 'api/alerts', `api/events/${buildScanId()}`];
const WRITES: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['POST', 'api/feedback', { scanId: 'x', verdict: 'confirmed' }],
  ['POST', 'api/alerts/f1/acknowledge', {}],
  ['POST', 'api/silences', { matchers: ['alertname=HighBlockRate'], durationMs: 60_000 }],
  ['DELETE', 'api/silences/s1'],
  ['POST', 'logout', {}],
];
const basicOf = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const blocked = (n = 0) =>
  buildScanEvent({ time: Date.now(), result: { scanId: buildScanId(n), findings: [buildFinding()] } });

/** What Node's fetch does not let a test set: the host, and a path as it is. */
function raw(
  url: string,
  options: { method?: string; headers?: Record<string, string>; path?: string; body?: string },
) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { body, ...rest } = options;
    const request = httpRequest(url, rest, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(chunks)), headers: response.headers }),
      );
    });
    request.on('error', reject).end(body);
  });
}

describe('without credentials', () => {
  it('answers no question and changes nothing', async () => {
    const told: unknown[] = [];
    const { at } = await serve({ alerts: alertsOf('x'), reportFeedback: (feedback) => void told.push(feedback) });
    for (const path of [...READS, 'api/stream', 'api/nothing', 'nothing']) {
      const response = await fetch(at(path));
      expect([path, response.status]).toEqual([path, 401]);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="dashboard"');
      expect(await response.json()).toEqual({
        error: { code: 'UNAUTHENTICATED', message: 'Log in first.', login: 'token' },
      });
    }
    for (const [method, path, body] of WRITES) {
      const response = await fetch(at(path), { method, headers: json, body: body ? JSON.stringify(body) : null });
      expect([path, response.status]).toEqual([path, 401]);
    }
    expect(told).toEqual([]);
  });

  it('gives the page and its files, which hold no figures', async () => {
    const { url } = await serve();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    const names = [...html.matchAll(/(?:href|src)="([\w.-]+-[0-9a-f]{16}\.\w+)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(3);
    for (const name of names) {
      const file = await fetch(`${url}${name}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('the libraries in the page', () => {
  it('are passed on with their licences', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}licences.txt`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(/^preact\n\nThe MIT License[^]*\nuplot\n\nThe MIT License/);
  });
});

describe('with credentials', () => {
  it.each<[string, DashboardAuth, Record<string, string>]>([
    ['a bearer token', { bearer: TOKEN }, bearer],
    ['one of several', { bearer: ['another-token', TOKEN] }, bearer],
    ['a name and password', { username: 'ada', password: 'pässwörd:x' }, basicOf('ada:pässwörd:x')],
    ['nothing, where that is spelled out', 'none', {}],
  ])('answers to %s', async (_case, auth, headers) => {
    const { at, dashboard } = await serve({ auth, alerts: alertsOf('x'), reportFeedback: () => {} });
    dashboard.onScan?.(blocked());
    for (const path of READS) expect([path, (await fetch(at(path), { headers })).status]).toEqual([path, 200]);
    for (const [method, path, body] of WRITES) {
      const response = await fetch(at(path), {
        method,
        headers: { ...headers, ...json },
        body: body ? JSON.stringify(body) : null,
      });
      expect([path, response.ok]).toEqual([path, true]);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['a wrong token', { authorization: 'Bearer a-long-random-tokem' }],
    ['the start of the token', { authorization: 'Bearer a-long' }],
    ['the token and more', { authorization: `Bearer ${TOKEN}x` }],
    ['another scheme', basicOf(`x:${TOKEN}`)],
    ['the token alone', { authorization: TOKEN }],
    ['a cookie that was made up', { cookie: 'llm-sentinel-00000000=9999999999999.x.y' }],
  ])('answers 401 to %s', async (_case, headers) => {
    const { at } = await serve();
    expect((await fetch(at('api/summary'), { headers })).status).toBe(401);
  });

  it.each<[string, unknown, string]>([
    ['an empty token', { bearer: '' }, '`auth.bearer` must be printable ASCII'],
    ['no tokens', { bearer: [] }, '`auth.bearer` must be printable ASCII'],
    ['a token with the line break of its file', { bearer: `${TOKEN}\n` }, '`auth.bearer` must be printable ASCII'],
    ['no password', { username: 'ada' }, '`auth` needs a `username` without colon and a `password`'],
    ['another word', 'off', "`auth` must be { bearer } or { username, password }, or 'none'"],
  ])('throws on %s', (_case, auth, message) => {
    expect(() => securityDashboard({ auth: auth as DashboardAuth })).toThrow(`[@llm-sentinel/dashboard] ${message}`);
  });

  it('serves nothing when nobody said who may see it', async () => {
    const dashboard = securityDashboard();
    expect('handler' in dashboard).toBe(false);
    await expect(startDashboard({ dashboard: dashboard as never, port: 0 })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
  });

  it('does not make a browser ask by a dialogue of its own', async () => {
    const { at } = await serve({ auth: { username: 'ada', password: 'x' } });
    const ofPage = await fetch(at('api/config'), { headers: { 'user-agent': 'Mozilla/5.0 (X11)' } });
    expect([ofPage.status, ofPage.headers.get('www-authenticate')]).toEqual([401, null]);
    expect(await ofPage.json()).toMatchObject({ error: { login: 'password' } });
  });
});

describe('login', () => {
  const login = (url: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}login`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('gives a cookie that no script and no other site can use', async () => {
    const { url, at } = await serve();
    const response = await login(url, { token: TOKEN });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(
      /^llm-sentinel-[0-9a-f]{8}=[\w.-]+; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
    expect(response.headers.get('set-cookie')).not.toContain(TOKEN);
    expect((await fetch(at('api/summary'), { headers: { cookie: `a=b; ${cookieOf(response)}` } })).status).toBe(200);
  });

  it('marks the cookie for https where the page came that way', async () => {
    const { url } = await serve();
    const response = await login(url, { token: TOKEN }, { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).toContain('; SameSite=Strict; Secure');
  });

  it('takes a name and password', async () => {
    const { url } = await serve({ auth: { username: 'ada', password: 'pässwörd' } });
    expect((await login(url, { username: 'ada', password: 'pässwörd' })).status).toBe(200);
    expect((await login(url, { username: 'ada', password: 'password' })).status).toBe(401);
    expect((await login(url, { token: 'ada:pässwörd' })).status).toBe(400);
  });

  it('ends after its time, and when it is ended', async () => {
    const clock = createFakeClock(Date.now());
    const { url, at } = await serve({ clock, sessionTtlMs: 60_000 });
    const [first, second] = [
      cookieOf(await login(url, { token: TOKEN })),
      cookieOf(await login(url, { token: TOKEN })),
    ];
    const status = async (cookie: string) => (await fetch(at('api/config'), { headers: { cookie } })).status;
    const out = await fetch(at('logout'), {
      method: 'POST',
      headers: { ...json, cookie: first, 'sec-fetch-site': 'same-origin' },
    });
    expect(out.headers.get('set-cookie')).toMatch(/^llm-sentinel-[0-9a-f]{8}=; Max-Age=0;/);
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    clock.advance(60_000);
    expect(await status(second)).toBe(401);
  });

  it('is not believed when it was changed', async () => {
    const { url, at } = await serve();
    const cookie = cookieOf(await login(url, { token: TOKEN }));
    const [name = '', value = ''] = cookie.split('=');
    const [expiry = '', nonce = '', signature = ''] = value.split('.');
    for (const changed of [
      `${Number(expiry) + 1}.${nonce}.${signature}`,
      `${expiry}.x.${signature}`,
      `${expiry}.${nonce}.`,
    ]) {
      expect((await fetch(at('api/config'), { headers: { cookie: `${name}=${changed}` } })).status).toBe(401);
    }
  });

  it('is good for all processes that have one key', async () => {
    const sessionKey = 'k'.repeat(32);
    const [one, other, stranger] = [await serve({ sessionKey }), await serve({ sessionKey }), await serve()];
    const cookie = cookieOf(await login(one.url, { token: TOKEN }));
    expect((await fetch(other.at('api/config'), { headers: { cookie } })).status).toBe(200);
    expect((await fetch(stranger.at('api/config'), { headers: { cookie } })).status).toBe(401);
    expect(() => securityDashboard({ auth: 'none', sessionKey: 'short' })).toThrow(
      '`sessionKey` must have at least 32',
    );
  });

  it('makes who guesses wait longer and longer, from one address', async () => {
    const clock = createFakeClock(Date.now());
    const { url, at } = await serve({ clock, clientAddress: ({ header }) => header('x-real-ip') });
    const guess = (n: number, address = '203.0.113.7') => login(url, { token: `guess ${n}` }, { 'x-real-ip': address });
    for (let n = 0; n < 5; n++) expect((await guess(n)).status).toBe(401);
    const refused = await login(url, { token: TOKEN }, { 'x-real-ip': '203.0.113.7' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await fetch(at('api/config'), { headers: { ...bearer, 'x-real-ip': '203.0.113.7' } })).status).toBe(429);
    expect((await guess(1, '203.0.113.8')).status).toBe(401);
    clock.advance(1_000);
    expect((await guess(6)).status).toBe(401);
    expect((await guess(7)).headers.get('retry-after')).toBe('2');
    clock.advance(2_000);
    expect((await login(url, { token: TOKEN }, { 'x-real-ip': '203.0.113.7' })).status).toBe(200);
    expect((await guess(8)).status).toBe(401);
  });

  it('does not count the same wrong token again: it is a script, not a guess', async () => {
    const { at } = await serve();
    for (let n = 0; n < 20; n++) {
      const response = await fetch(at('api/config'), { headers: { authorization: 'Bearer the-old-token' } });
      expect(response.status).toBe(401);
    }
    expect((await fetch(at('api/config'), { headers: bearer })).status).toBe(200);
  });
});

describe('changes', () => {
  const feedback = (url: string, headers: Record<string, string>) =>
    fetch(`${url}api/feedback`, {
      method: 'POST',
      headers: { ...bearer, ...json, ...headers },
      body: JSON.stringify({ scanId: 'x', verdict: 'confirmed' }),
    });

  it.each<[string, Record<string, string>, number]>([
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a program', {}, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin, by an older browser', { origin: 'https://evil.example' }, 403],
    ['a page without origin', { origin: 'null' }, 403],
    ['an origin that was named', { origin: 'https://dash.example', 'sec-fetch-site': 'cross-site' }, 200],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form that says it is text', { 'content-type': 'text/plain' }, 415],
  ])('from %s', async (_case, headers, status) => {
    const { url } = await serve({ reportFeedback: () => {}, allowedOrigins: ['https://dash.example'] });
    expect((await feedback(url, headers)).status).toBe(status);
  });

  it('are taken from the own origin of an older browser', async () => {
    const { url } = await serve({ reportFeedback: () => {} });
    expect((await feedback(url, { origin: new URL(url).origin })).status).toBe(200);
  });

  it('need a sign of the page where the browser adds a cookie by itself', async () => {
    const { url } = await serve({ reportFeedback: () => {} });
    const login = await fetch(`${url}login`, { method: 'POST', headers: json, body: JSON.stringify({ token: TOKEN }) });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const post = (headers: Record<string, string>) =>
      fetch(`${url}api/feedback`, {
        method: 'POST',
        headers: { ...json, cookie, ...headers },
        body: JSON.stringify({ scanId: 'x', verdict: 'confirmed' }),
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('allow no other site to ask: there is no CORS', async () => {
    const { at } = await serve();
    const response = await fetch(at('api/feedback'), {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.ok).toBe(false);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('hosts', () => {
  const status = async (url: string, host: string) =>
    (await raw(`${url}api/config`, { headers: { host, ...bearer } })).status;

  it('without login only names of this machine will do', async () => {
    const { url } = await serve({ auth: 'none' });
    for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1:8088', '127.8.9.1', '[::1]:1']) {
      expect([host, await status(url, host)]).toEqual([host, 200]);
    }
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '10.0.0.1',
      'a@localhost',
    ]) {
      expect([host, await status(url, host)]).toEqual([host, 421]);
    }
  });

  it('with a list only those on it, and with login and no list any', async () => {
    const listed = await serve({ allowedHosts: ['Dash.Example'] });
    expect(await status(listed.url, 'dash.example')).toBe(200);
    expect(await status(listed.url, 'dash.example:8443')).toBe(200);
    expect(await status(listed.url, 'evil.example')).toBe(421);
    expect(await status((await serve()).url, 'any.example')).toBe(200);
  });
});

describe('headers', () => {
  it('of the page let it load its own files and nothing else, and be framed by nobody', async () => {
    const { url } = await serve();
    const { headers } = await fetch(url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('of data let nothing be loaded or kept, also of errors', async () => {
    const { at } = await serve();
    for (const path of ['api/summary', 'api/summary?from=x', 'nothing']) {
      const { headers } = await fetch(at(path), { headers: bearer });
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  it('spare who has the page already, and compress it for who can take that', async () => {
    const { url } = await serve();
    const first = await raw(url, { headers: { 'accept-encoding': 'gzip' } });
    expect(first.headers['content-encoding']).toBe('gzip');
    const etag = String(first.headers.etag);
    expect((await raw(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const plain = await raw(url, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toContain('<!doctype html>');
    const zipped = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    expect(await zipped.text()).toBe(plain.body);
    expect(() => gunzipSync(Buffer.from(plain.body))).toThrow();
  });

  it('answer HEAD without a body', async () => {
    const { url, at } = await serve();
    for (const address of [url, at('api/summary'), at('api/stream')]) {
      const response = await fetch(address, { method: 'HEAD', headers: bearer });
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
  });
});

describe('questions', () => {
  it.each([
    'api/summary?from=x',
    'api/summary?from=-1',
    'api/summary?from=1e3',
    'api/summary?from=99999999999999999',
    'api/summary?from=2&to=1',
    'api/summary?from=0&to=1700000000000',
    'api/summary?source=elsewhere',
    'api/summary?source=user&source=tool',
    `api/summary?threatType=${'x'.repeat(201)}`,
    'api/events?limit=0',
    'api/events?limit=201',
    'api/events?action=explode',
    'api/events/%E0%A4%A',
  ])('that make no sense are refused: %s', async (path) => {
    const { at } = await serve();
    const response = await fetch(at(path), { headers: bearer });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_REQUEST', message: expect.any(String) } });
  });

  it('to what is not there are answered 404, by other methods 405', async () => {
    const { at, url } = await serve({ reportFeedback: null });
    for (const path of ['api', 'api/', 'api/summary/', 'api/nothing', 'api/events/a/b', '..%2f', 'index.html']) {
      expect([path, (await fetch(at(path), { headers: bearer })).status]).toEqual([path, 404]);
    }
    expect((await fetch(at('api/alerts'), { headers: bearer })).status).toBe(404);
    expect((await fetch(at(`api/events/${buildScanId()}`), { headers: bearer })).status).toBe(404);
    const wrong = await fetch(at('api/summary'), { method: 'POST', headers: { ...bearer, ...json }, body: '{}' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await fetch(at('login'), { headers: bearer })).status).toBe(405);
    const given = await fetch(at('api/feedback'), {
      method: 'POST',
      headers: { ...bearer, ...json },
      body: JSON.stringify({ scanId: 'x', verdict: 'confirmed' }),
    });
    expect(given.status).toBe(404);
    for (const path of ['*', '//evil.example/', 'http://evil.example/', '/%00', '/?%', '/..//..']) {
      const { status } = await raw(url, { path, headers: bearer });
      expect([path, status < 500]).toEqual([path, true]);
    }
  });

  it('give no tag that a browser could take for markup, and nothing that ends a script', async () => {
    const { at, dashboard } = await serve();
    const rule = '</script><img src=x onerror=alert(1)>&\u2028';
    dashboard.onScan?.(
      buildScanEvent({
        time: Date.now(),
        text: `<b>${rule}</b>`,
        context: { requestId: rule },
        result: { findings: [buildFinding({ rule, message: rule })] },
      }),
    );
    for (const path of ['api/summary', 'api/events']) {
      const text = await (await fetch(at(path), { headers: bearer })).text();
      expect(text).not.toMatch(/[<>&\u2028]/);
      expect(JSON.stringify(JSON.parse(text))).toContain(JSON.stringify(rule).slice(1, -1));
    }
  });

  it('are answered 500 without detail when they fail, and the application is told', async () => {
    const errors: unknown[] = [];
    const failing: AlertSource = {
      ...alertsOf('x'),
      alerts() {
        throw new Error('postgres://user:hunter2@db');
      },
    };
    const { at } = await serve({ alerts: failing, onError: (error) => errors.push(error) });
    const response = await fetch(at('api/alerts'), { headers: bearer });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(errors).toEqual([new Error('postgres://user:hunter2@db')]);
  });

  it('of a summary are answered once for all who ask the same within a second', async () => {
    const clock = createFakeClock();
    const { at, dashboard } = await serve({ clock });
    const scans = async (query: string) =>
      ((await (await fetch(at(`api/summary?${query}`), { headers: bearer })).json()) as { scans: number }).scans;
    const add = () => dashboard.onScan?.(buildScanEvent({ time: clock.now() }));
    add();
    expect(await scans(`from=${START - 5_000}`)).toBe(1);
    add();
    expect(await scans(`from=${START - 5_001}`)).toBe(1);
    expect(await scans(`from=${START - 5_000}&source=user`)).toBe(2);
    clock.advance(1_000);
    expect(await scans(`from=${START - 5_000}`)).toBe(2);
  });

  it('of health tell the scanner and what was added, the worst first', async () => {
    const { at, dashboard } = await serve({ parts: () => [{ name: 'db', status: 'failed', detail: 'Away.' }] });
    const health = async () => (await fetch(at('api/health'), { headers: bearer })).json();
    expect(await health()).toMatchObject({ status: 'failed', version: '', engines: [] });
    dashboard.onAttach?.(buildScannerInfo({ status: 'degraded' }));
    expect(await health()).toMatchObject({
      status: 'failed',
      engines: [{ name: 'rules' }, { name: 'classifier' }],
      parts: [{ name: 'db', status: 'failed', detail: 'Away.' }],
    });
  });

  it('of configuration tell what there is', async () => {
    const { at, dashboard } = await serve({ title: 'Shop', reportFeedback: null, alerts: alertsOf('x') });
    const config = async () => (await fetch(at('api/config'), { headers: bearer })).json();
    expect(await config()).toEqual({
      title: 'Shop',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      features: { alerts: true, feedback: false, login: true, excerpts: false },
      retentionMs: 30 * 86_400_000,
    });
    dashboard.onScan?.(buildScanEvent({ text: 'hello' }));
    expect(await config()).toMatchObject({ features: { excerpts: true } });
  });
});

describe('bodies', () => {
  const post = (url: string, body: string, headers: Record<string, string> = {}) =>
    raw(`${url}api/feedback`, { method: 'POST', headers: { ...bearer, ...json, ...headers }, body });

  it('that are no JSON, or not what is asked for, are refused', async () => {
    const { url, at } = await serve({ reportFeedback: () => {}, alerts: alertsOf('x') });
    for (const body of ['', '{', '[]', 'null', '"x"', '{}', '{"scanId":"","verdict":"confirmed"}', '{"scanId":"x"}']) {
      expect([body, (await post(url, body)).status]).toEqual([body, 400]);
    }
    for (const silence of [
      { matchers: [], durationMs: 1 },
      { matchers: ['no sign'], durationMs: 1 },
      { matchers: [1], durationMs: 1 },
      { matchers: ['a=b'], durationMs: 0 },
      { matchers: ['a=b'], durationMs: 1e15 },
      { matchers: ['a=b'], durationMs: 1, comment: 5 },
      { matchers: new Array(21).fill('a=b'), durationMs: 1 },
    ]) {
      const response = await fetch(at('api/silences'), {
        method: 'POST',
        headers: { ...bearer, ...json },
        body: JSON.stringify(silence),
      });
      expect(response.status).toBe(400);
    }
  });

  it('that are too large are refused, announced or not, and the server goes on', async () => {
    const { url, at } = await serve({ reportFeedback: () => {} });
    const huge = JSON.stringify({ scanId: 'x', verdict: 'confirmed', comment: 'x'.repeat(20_000) });
    expect((await post(url, huge)).status).toBe(413);
    const { port } = new URL(url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
      socket.write(
        `POST /api/feedback HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\n` +
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      for (let n = 0; n < 40; n++) socket.write(`400\r\n${'x'.repeat(1_024)}\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await fetch(at('api/config'), { headers: bearer })).status).toBe(200);
  });

  it('that break off are forgotten', async () => {
    const told: unknown[] = [];
    const { url, at } = await serve({ reportFeedback: (feedback) => void told.push(feedback) });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => {});
    socket.write(
      `POST /api/feedback HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${TOKEN}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"scanId":',
    );
    socket.destroySoon();
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await fetch(at('api/config'), { headers: bearer })).status).toBe(200);
    expect(told).toEqual([]);
  });

  it('of feedback reach the scanner, and what it says comes back with the event', async () => {
    const told: unknown[] = [];
    const { at, dashboard } = await serve({ reportFeedback: (feedback) => void told.push(feedback) });
    dashboard.onScan?.(blocked());
    const scanId = buildScanId();
    const response = await fetch(at('api/feedback'), {
      method: 'POST',
      headers: { ...bearer, ...json },
      body: JSON.stringify({ scanId, verdict: 'false_positive', comment: 'A test.', more: 1 }),
    });
    expect(response.status).toBe(200);
    expect(told).toEqual([{ scanId, verdict: 'false_positive', comment: 'A test.' }]);
    dashboard.onFeedback?.({ type: 'feedback', time: START, scanId, verdict: 'false_positive', threatType: null });
    const event = await (await fetch(at(`api/events/${scanId}`), { headers: bearer })).json();
    expect(event).toMatchObject({ scanId, feedback: 'false_positive' });
  });
});

describe('startDashboard', () => {
  it('closes twice, and the port is free again', async () => {
    const dashboard = securityDashboard({ auth: 'none' });
    const server = await startDashboard({ dashboard, port: 0 });
    const port = Number(new URL(server.url).port);
    await server.close();
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
    const next = await startDashboard({ dashboard, port });
    expect((await fetch(next.url)).status).toBe(200);
    await expect(startDashboard({ dashboard, port, hots: '0.0.0.0' } as never)).rejects.toThrow('Did you mean `host`?');
    await expect(startDashboard({ dashboard, port })).rejects.toThrow(
      `[@llm-sentinel/dashboard] \`port\`: cannot listen on 127.0.0.1:${port} (EADDRINUSE).`,
    );
    await next.close();
  });

  it('warns once of a failure, without its message', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const { at } = await serve({
      reportFeedback() {
        throw new RangeError('hunter2');
      },
    });
    for (const scanId of ['a', 'b']) {
      const response = await fetch(at('api/feedback'), {
        method: 'POST',
        headers: { ...bearer, ...json },
        body: JSON.stringify({ scanId, verdict: 'confirmed' }),
      });
      expect(response.status).toBe(500);
    }
    expect(warn.mock.calls).toEqual([
      ['A request failed with RangeError; give `onError` to see it.', 'SentinelDashboardWarning'],
    ]);
    warn.mockRestore();
  });
});
