// Whatever is sent: the answer is a well-formed one or the connection is closed, never a 5xx, and the service goes on.
import { connect } from 'node:net';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, createClient } from './support/client.js';
import { startTestService, type TestService } from './support/test-service.js';

let service: TestService;
let client: Client;
let key: string;
beforeAll(async () => {
  service = await startTestService({
    SENTINEL_SERVER__HEADERS_TIMEOUT_MS: '300',
    SENTINEL_SERVER__REQUEST_TIMEOUT_MS: '400',
    SENTINEL_SERVER__STREAM_TIMEOUT_MS: '400',
    SENTINEL_SERVER__STREAM_IDLE_MS: '400',
    SENTINEL_SERVER__MAX_BODY_BYTES: '20000',
  });
  client = await createClient(service);
  key = service.key({ scopes: ['admin'], quota: { perMinute: 1e9 } });
});
afterAll(async () => {
  expect(service.lines.filter(({ event }) => event === 'request_failed')).toEqual([]);
  expect((await client.call('POST', '/v1/scan', { key, body: { text: 'Still here?' } })).status).toBe(200);
  await service.stop();
});

/** Well-formed: a good answer, or a problem with the status that it says. The client has held it against the document. */
function expectWellFormed({ status, body, headers }: Answer<{ status?: number; code?: string }>): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body.status).toBe(status);
  expect(body.code).toMatch(/^[a-z_]+$/);
}

// Anything that a string can hold: lone surrogates, NUL, controls, whole planes.
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    'a\udfff\u0000b',
    '\u202e'.repeat(50),
    '{{7*7}}',
    '../../etc/passwd',
    "'; DROP TABLE audit_events; --",
  ),
);
const member = fc.oneof(
  hostile,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(hostile, { maxLength: 3 }),
  fc.dictionary(hostile, hostile, { maxKeys: 3 }),
);
/** Lone surrogates have no place in an address. */
const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString());
const optional = { requiredKeys: [] };

describe('bodies', () => {
  const route = fc.constantFrom('/v1/scan', '/v1/redact', '/v1/scan/messages', '/v1/feedback');

  it('that are texts of any kind are judged', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/v1/scan', '/v1/redact'), hostile, async (path, text) => {
        const answer = await client.call('POST', path, { key, body: { text } });
        expect(answer.status).toBe(200);
        expect((answer.body.result ?? answer.body).inputLength).toBe(text.length);
      }),
      { numRuns: 150 },
    );
  });

  it('that look like requests are answered or refused', { timeout: 60_000 }, async () => {
    const body = fc.record(
      {
        text: fc.oneof({ weight: 4, arbitrary: hostile }, member),
        source: fc.oneof(fc.constantFrom('user', 'model', 'tool', 'document', 'system'), member),
        userId: member,
        sessionId: member,
        ip: member,
        labels: fc.oneof(fc.dictionary(hostile, hostile), member),
        protectedText: fc.oneof(fc.array(hostile, { maxLength: 3 }), member),
        messages: fc.oneof(
          fc.array(
            fc.record({
              role: fc.oneof(hostile, fc.constantFrom('user', 'tool', '__proto__')),
              content: fc.oneof(
                hostile,
                member,
                fc.array(fc.record({ type: hostile, text: hostile }), { maxLength: 3 }),
              ),
            }),
            { maxLength: 4 },
          ),
          member,
        ),
        scanId: member,
        verdict: fc.oneof(fc.constantFrom('confirmed', 'false_positive'), member),
      },
      optional,
    );
    await fc.assert(
      fc.asyncProperty(route, body, async (path, value) =>
        expectWellFormed(await client.call('POST', path, { key, body: value })),
      ),
      { numRuns: 200 },
    );
  });

  it('that are any bytes of any type are answered or refused', { timeout: 60_000 }, async () => {
    const type = fc.constantFrom(
      'application/json',
      'text/plain',
      'application/x-ndjson',
      'multipart/form-data',
      'application/json; charset=utf-16',
      '',
      'a/b/c',
    );
    const text = fc.oneof(
      hostile,
      fc.json(),
      fc.json().map((json) => json.slice(0, -1)),
      fc.constant(`${'['.repeat(5_000)}`),
      fc.constant('{"text":"\\ud800"}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(route, fc.constant('/v1/scan/stream')), type, text, async (path, contentType, body) => {
        expectWellFormed(await client.call('POST', path, { key, body, headers: { 'content-type': contentType } }));
      }),
      { numRuns: 150 },
    );
  });
});

it('addresses and queries are answered or refused', { timeout: 60_000 }, async () => {
  const path = fc.oneof(
    fc.webPath(),
    hostile.map((text) => `/v1/reports/${encoded(text)}`),
    fc
      .tuple(fc.constantFrom('/v1/events', '/v1/reports/soc2', '/readyz', '/docs/'), hostile, hostile)
      .map(([base, name, value]) => `${base}?${encoded(name)}=${encoded(value)}&__proto__[a]=b`),
    fc.constantFrom(
      '//',
      '/v1//scan',
      '/v1/scan/',
      '/%00',
      '/..%2f..%2fetc/passwd',
      '/docs/static/..%2f..%2fpackage.json',
      `/${'a'.repeat(8_000)}`,
    ),
  );
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD');
  await fc.assert(
    fc.asyncProperty(method, path, async (verb, address) => {
      const answer = await client.call(verb, address, { key });
      expect(answer.status).toBeLessThan(500);
      if (verb !== 'HEAD') expectWellFormed(answer);
    }),
    { numRuns: 150 },
  );
});

describe('raw bytes', () => {
  /** What comes back until the connection is closed, which it always is. */
  const send = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve) => {
      let received = '';
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
        // Kept alive: the answer is there.
        if (/\r\n\r\n/.test(received)) setTimeout(() => socket.destroy(), 20);
      });
      socket.on('error', () => {});
      socket.once('close', () => resolve(received));
    });
  const token = fc.string({ unit: fc.constantFrom(...'!#$%&*+-.^_`|~abcXYZ019'), minLength: 1, maxLength: 20 });
  const value = fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' '));
  const request = fc
    .record({
      method: fc.oneof(fc.constantFrom('GET', 'POST', 'TRACE', 'CONNECT', 'PROPFIND', 'PRI', 'get'), token),
      target: fc.oneof(fc.constantFrom('/v1/scan', '*', 'http://a/healthz', '/healthz#a', '/ü', ''), fc.webPath()),
      version: fc.constantFrom('1.1', '1.0', '2.0', '9.9', '0.9'),
      headers: fc.array(
        fc.oneof(
          fc.tuple(token, value),
          fc.constantFrom(
            ['Content-Length', '-1'],
            ['Content-Length', '999999999999999999999'],
            ['Content-Length', '5'],
            ['Transfer-Encoding', 'chunked'],
            ['Transfer-Encoding', 'gzip, chunked'],
            ['Expect', '100-continue'],
            ['Expect', '200-ok'],
            ['Upgrade', 'websocket'],
            ['Connection', 'Upgrade'],
            ['Host', 'a'],
            ['Host', 'a b'],
            ['Content-Type', 'application/json'],
            ['Authorization', 'Bearer '],
          ) as fc.Arbitrary<[string, string]>,
        ),
        { maxLength: 6 },
      ),
      body: fc.oneof(fc.constant(''), hostile, fc.constantFrom('5\r\nhello\r\n0\r\n\r\n', 'FFFFFFFFFF\r\n')),
    })
    .map(
      ({ method, target, version, headers, body }) =>
        `${method} ${target} HTTP/${version}\r\n${headers.map(([name, text]) => `${name}: ${text}\r\n`).join('')}\r\n${body}`,
    );

  it('are answered with less than 500, or not at all', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          request,
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
        ),
        async (bytes) => {
          const answer = await send(Buffer.from(bytes, 'latin1'));
          const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1];
          if (answer === '') return;
          expect(status, JSON.stringify(answer.slice(0, 80))).toBeDefined();
          expect(Number(status)).toBeLessThan(500);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('a flood of connections that say nothing does not keep others out', { timeout: 30_000 }, async () => {
    const { port } = new URL(service.url);
    const sockets = Array.from({ length: 300 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}));
    for (const socket of sockets) socket.write('POST /v1/scan HTTP/1.1\r\nHost: a\r\n');
    expect((await client.call('POST', '/v1/scan', { key, body: { text: 'Hello' } })).status).toBe(200);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.resume();
    await Promise.all(closed);
  });
});
