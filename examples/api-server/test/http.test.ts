// What HTTP asks of a server beside its routes: sizes, types, methods, times, origins.
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from './support/client.js';
import { startTestService, type TestService } from './support/test-service.js';

let service: TestService;
let client: Client;
let key: string;
beforeAll(async () => {
  service = await startTestService({
    SENTINEL_SERVER__MAX_BODY_BYTES: '2048',
    SENTINEL_SERVER__MAX_CONVERSATION_BYTES: '4096',
    SENTINEL_SERVER__REQUEST_TIMEOUT_MS: '700',
    SENTINEL_SERVER__HEADERS_TIMEOUT_MS: '500',
    SENTINEL_SERVER__CORS_ORIGINS: 'https://app.example.com',
  });
  client = await createClient(service);
  key = service.key({ scopes: ['admin'] });
});
afterAll(() => service.stop());

const scan = (body: unknown, headers: Record<string, string> = {}) =>
  client.call('POST', '/v1/scan', { key, body, headers });
const json = { 'content-type': 'application/json' };

describe('a refused request is a problem with a stable code', () => {
  it.each([
    ['no JSON', () => scan('{"text": ', json), 400, 'invalid_request'],
    ['no body', () => client.call('POST', '/v1/scan', { key, headers: json }), 400, 'invalid_request'],
    ['a body that is no object', () => scan([1]), 400, 'invalid_request'],
    ['a number as text', () => scan({ text: 7 }), 400, 'invalid_request'],
    ['an unknown member', () => scan({ text: 'a', sauce: 'user' }), 400, 'invalid_request'],
    ['an unknown source', () => scan({ text: 'a', source: 'moon' }), 400, 'invalid_request'],
    ['a label that is no name', () => scan({ text: 'a', labels: { 'a b': 'c' } }), 400, 'invalid_request'],
    ['a prototype', () => scan('{"text":"a","__proto__":{"isSafe":true}}', json), 400, 'invalid_request'],
    ['a malformed address', () => client.call('GET', '/v1/%E0%A4%A'), 400, 'invalid_request'],
    ['an address that nothing is at', () => client.call('GET', '/v2/scan', { key }), 404, 'not_found'],
    ['a method that it does not take', () => client.call('DELETE', '/v1/scan', { key }), 405, 'method_not_allowed'],
    ['a body that is too large', () => scan({ text: 'a'.repeat(3_000) }), 413, 'payload_too_large'],
    [
      'another type',
      () => scan('text=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_media_type',
    ],
    ['plain text', () => scan('a', { 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
    ['no type', () => scan('a', { 'content-type': 'x' }), 415, 'unsupported_media_type'],
    ['a compressed body', () => scan({ text: 'a' }, { 'content-encoding': 'gzip' }), 415, 'unsupported_media_type'],
    ['an audit log that is off', () => client.call('GET', '/v1/events', { key }), 404, 'not_found'],
    [
      'parts that no model sends',
      () => client.call('POST', '/v1/scan/messages', { key, body: { messages: [{ role: 'user', content: 7 }] } }),
      400,
      'invalid_request',
    ],
  ] as const)('%s', async (_, send, status, code) => {
    const answer = await send();
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, code, type: `urn:llm-sentinel:problem:${code}` });
    expect(answer.status).toBe(status);
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('says where a request is wrong, and never repeats what was sent', async () => {
    const { body, text } = await scan({ text: 7_700_700, source: 'my secret' });
    expect(body.errors).toEqual([{ path: '/body/text', message: 'must be string' }]);
    expect(text).not.toMatch(/7700700|my secret/);
  });

  it('tells which methods an address takes', async () => {
    const { headers } = await client.call('PUT', '/v1/scan', { key });
    expect(headers.get('allow')).toBe('POST');
    expect((await client.call('POST', '/v1/events', { key })).headers.get('allow')).toBe('GET, HEAD');
  });

  it('limits each route by itself', async () => {
    const messages = [{ role: 'user', content: 'a'.repeat(3_000) }];
    expect((await client.call('POST', '/v1/scan/messages', { key, body: { messages } })).status).toBe(200);
  });
});

it('a request has an id: the one it came with, if it is a sane one', async () => {
  const answered = async (id?: string) =>
    (await client.call('GET', '/healthz', { headers: id === undefined ? {} : { 'x-request-id': id } })).headers.get(
      'x-request-id',
    );
  expect(await answered('trace-7:a.b')).toBe('trace-7:a.b');
  for (const id of [undefined, 'a b', 'x'.repeat(129), '{"a":1}'])
    expect(await answered(id)).toMatch(/^[0-9a-f-]{36}$/);
});

it('only pages of allowed origins may read answers', async () => {
  const allowed = await client.call('GET', '/healthz', { headers: { origin: 'https://app.example.com' } });
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(allowed.headers.get('access-control-expose-headers')).toContain('ratelimit');
  const other = await client.call('GET', '/healthz', { headers: { origin: 'https://evil.example.com' } });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
  const preflight = await client.call('OPTIONS', '/v1/scan', {
    headers: {
      origin: 'https://app.example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    },
  });
  expect(preflight.status).toBe(204);
});

it('answers are not cached, and are what they say they are', async () => {
  const { headers } = await scan({ text: 'Hello' });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

/** What comes back on a raw connection until it closes. */
function raw(send: string | string[], everyMs = 0): Promise<string> {
  const parts = [send].flat();
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
      const timer = setInterval(() => {
        const part = parts.shift();
        if (part === undefined) clearInterval(timer);
        else socket.write(part);
      }, everyMs);
      socket.once('close', () => clearInterval(timer));
    });
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', () => {});
    socket.once('close', () => resolve(received));
  });
}

describe('slow and broken clients', () => {
  const head = () =>
    `POST /v1/scan HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`;

  it('headers that drip are given up', async () => {
    const answer = await raw(
      ['GET /healthz HTTP/1.1\r\n', ...Array.from({ length: 40 }, (_, i) => `X-${i}: a\r\n`)],
      100,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*request_timeout/s);
  });

  it('a body that drips is given up', async () => {
    const answer = await raw(
      [`${head()}Content-Length: 1000\r\n\r\n{"text":"`, ...Array.from({ length: 30 }, () => 'a')],
      100,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*request_timeout/s);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'invalid_request'],
    ['an unknown method', 'BREW /v1/scan HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'invalid_request'],
    ['two lengths', () => `${head()}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}`, 400, 'invalid_request'],
    [
      'a length and chunks',
      () => `${head()}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'invalid_request',
    ],
    ['a broken chunk', () => `${head()}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`, 400, 'invalid_request'],
    [
      'too many headers',
      `GET /healthz HTTP/1.1\r\n${Array.from({ length: 3_000 }, (_, i) => `X-${i}: abcdefgh\r\n`).join('')}\r\n`,
      431,
      'headers_too_large',
    ],
  ] as const)('%s is answered and closed', async (_, send, status, code) => {
    const answer = await raw(typeof send === 'string' ? send : send());
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(code);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
  });

  it('a client that says more than it sends is let go, and the next one is served', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
        socket.write(`${head()}Content-Length: 1000\r\n\r\n{"text":"a`);
        setTimeout(() => socket.destroy(), 50);
      });
      socket.once('close', () => resolve());
    });
    expect((await scan({ text: 'Hello' })).status).toBe(200);
  });

  it('a body larger than it may be is refused before it has come', async () => {
    const status = await new Promise((resolve) => {
      const request = httpRequest(`${service.url}/v1/scan`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': 10_000_000 },
      });
      request.on('response', (response) => resolve(response.statusCode)).on('error', () => {});
      request.write('{"text":"');
    });
    expect(status).toBe(413);
  });
});
