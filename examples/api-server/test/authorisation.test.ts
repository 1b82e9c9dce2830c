import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES, type Scope } from '../src/auth/scopes.js';
import { type Client, createClient } from './support/client.js';
import { startTestService, type TestService } from './support/test-service.js';

/** Which scope each route needs. A route that is not here fails the test below. */
const NEEDED: Readonly<Record<string, Scope | 'public'>> = {
  'POST /v1/scan': 'scan',
  'POST /v1/scan/messages': 'scan',
  'POST /v1/scan/stream': 'scan',
  'POST /v1/redact': 'scan',
  'POST /v1/feedback': 'feedback',
  'GET /v1/events': 'events:read',
  'GET /v1/reports/:standard': 'reports:read',
  'GET /metrics': 'metrics:read',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /docs/': 'public',
  'GET /docs/json': 'public',
  'GET /docs/yaml': 'public',
  'GET /docs/*': 'public',
  'GET /docs/static/*': 'public',
  'GET /docs/static/index.html': 'public',
  'GET /docs/static/swagger-initializer.js': 'public',
};

/** `GET /healthz`, … from Fastify's tree of routes, in which each level of four characters goes on where its parent ends. */
function routesOf(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line) ?? [];
    if (part === '') return [];
    path.splice(indent.length / 4, path.length, part);
    const own = methods.split(', ').filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method));
    return own.map((method) => `${method} ${path.join('')}`);
  });
}

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startTestService();
  client = await createClient(service);
});
afterAll(() => service.stop());

const parts = (route: string) => {
  const [method, url] = route.split(' ') as [string, string];
  return { method, path: url.replace(':standard', 'soc2').replace('*', 'swagger-ui.css') };
};
const protectedRoutes = Object.entries(NEEDED).filter((entry): entry is [string, Scope] => entry[1] !== 'public');

it('every route is in the table, and declares the scope that the table has', () => {
  const routes = routesOf(service.api.printRoutes({ commonPrefix: false }));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !(route in NEEDED))).toEqual([]);
});

describe.each(protectedRoutes)('%s', (route, scope) => {
  const { method, path } = parts(route);
  const refused = async (headers: Record<string, string>) => {
    const { status, body, headers: answered } = await client.call(method, path, { headers });
    expect([status, body.code]).toEqual([401, 'unauthorized']);
    expect(answered.get('www-authenticate')).toBe('Bearer realm="llm-sentinel"');
  };

  it('refuses who has no key, a wrong one, or none of ours', async () => {
    const good = service.key({ scopes: [scope] });
    await refused({});
    await refused({ authorization: '' });
    await refused({ authorization: good });
    await refused({ authorization: `Basic ${Buffer.from(`user:${good}`).toString('base64')}` });
    await refused({ authorization: 'Bearer null' });
    await refused({ authorization: `Bearer ${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}` });
    await refused({ authorization: `Bearer ${good}x` });
    await refused({ authorization: `Bearer ${good.slice(0, 24)}` });
  });

  it('refuses who lacks the scope, and lets through who has it or is an administrator', async () => {
    const others = SCOPES.filter((other) => other !== scope && other !== 'admin');
    const denied = await client.call(method, path, { key: service.key({ scopes: others }) });
    expect([denied.status, denied.body.code]).toEqual([403, 'forbidden']);
    expect(denied.body.detail).toContain(scope);
    for (const scopes of [[scope], ['admin']] as const) {
      const { status } = await client.call(method, path, { key: service.key({ scopes }) });
      expect([401, 403]).not.toContain(status);
    }
  });

  it('refuses a key that has expired', async () => {
    const expired = service.key({ scopes: ['admin'], expiresAt: new Date(Date.now() - 1).toISOString() });
    await refused({ authorization: `Bearer ${expired}` });
  });

  it('refuses before it reads a body', async () => {
    const body = method === 'POST' ? '{"text": no json' : undefined;
    const { status } = await client.call(method, path, {
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    expect(status).toBe(401);
  });
});

it.each(Object.keys(NEEDED).filter((route) => NEEDED[route] === 'public'))('%s needs no key', async (route) => {
  const { method, path } = parts(route);
  expect([401, 403]).not.toContain((await client.call(method, path)).status);
});

it('HEAD is as protected as GET', async () => {
  for (const path of ['/v1/events', '/metrics']) expect((await client.call('HEAD', path)).status).toBe(401);
});

it('many refused keys from one address have to wait', async () => {
  const strict = await startTestService({ SENTINEL_LIMITS__FAILED_AUTH_PER_MINUTE: '3' });
  try {
    const { call } = await createClient(strict);
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await call('GET', '/metrics', { key: 'guess' })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    // Who has a key is not kept out by who guesses behind the same address.
    const { status } = await call('POST', '/v1/scan', {
      key: strict.key({ scopes: ['scan'] }),
      body: { text: 'Hello' },
    });
    expect(status).toBe(200);
  } finally {
    await strict.stop();
  }
});

it('whose address counts is said by proxies that are named, and by nobody else', async () => {
  const limit = { SENTINEL_LIMITS__FAILED_AUTH_PER_MINUTE: '1' };
  const guess = async (service: TestService, from: string) =>
    (await fetch(`${service.url}/metrics`, { headers: { 'x-forwarded-for': from } })).status;
  const alone = await startTestService(limit);
  expect([await guess(alone, '203.0.113.1'), await guess(alone, '203.0.113.2')]).toEqual([401, 429]);
  await alone.stop();
  const behind = await startTestService({ ...limit, SENTINEL_SERVER__TRUST_PROXY: '127.0.0.0/8' });
  expect([await guess(behind, '203.0.113.1'), await guess(behind, '203.0.113.2')]).toEqual([401, 401]);
  expect(await guess(behind, '203.0.113.1')).toBe(429);
  await behind.stop();
});
