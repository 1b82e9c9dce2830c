import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { isSentinelError } from '@llm-sentinel/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type HttpMetricsOptions, httpMetrics, recordHttpRequest } from './http-metrics.js';
import { prometheusAdapter } from './prometheus-adapter.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Routed = IncomingMessage & { route?: { path: unknown } };

/** A server with the middleware and, behind it, what a router and a handler do. */
async function serve(
  handle: (request: Routed, response: ServerResponse) => void,
  options: Omit<HttpMetricsOptions, 'metrics'> = {},
) {
  const { metrics, registry } = prometheusAdapter();
  const middleware = httpMetrics({ metrics, ...options });
  const server = createServer((request, response) => {
    middleware(request, response, () => handle(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const lines = async (name: string) =>
    (await registry.metrics()).split('\n').filter((line) => line.startsWith(`sentinel_http_request${name}`));
  return { url: `http://127.0.0.1:${port}`, port, lines };
}

describe('httpMetrics', () => {
  it('counts and times requests by the template of their route, never by their path', async () => {
    const { url, lines } = await serve((request, response) => {
      request.route = { path: '/users/:id' };
      response.statusCode = request.url === '/users/42' ? 200 : 404;
      response.end();
    });
    for (const path of ['/users/42', '/users/43', '/users/42?token=hunter2']) await fetch(url + path);
    await vi.waitFor(async () =>
      expect(await lines('s_total{')).toEqual([
        'sentinel_http_requests_total{method="GET",route="/users/:id",status_code="200"} 1',
        'sentinel_http_requests_total{method="GET",route="/users/:id",status_code="404"} 2',
      ]),
    );
    expect(await lines('_duration_seconds_count')).toEqual([
      'sentinel_http_request_duration_seconds_count{method="GET",route="/users/:id"} 3',
    ]);
  });

  it.each<[string, (request: Routed) => void, HttpMetricsOptions['route'], string]>([
    ['no route matched', () => {}, undefined, 'none'],
    ['the route is a pattern', (request) => Object.assign(request, { route: { path: /a/ } }), undefined, 'none'],
    ['the application says it', () => {}, () => '/v1/chat', '/v1/chat'],
    [
      'the application fails to say it',
      () => {},
      () => {
        throw new Error('no route');
      },
      'none',
    ],
  ])('when %s', async (_case, prepare, route, expected) => {
    const { url, lines } = await serve((request, response) => {
      prepare(request);
      response.end();
    }, route && { route });
    await fetch(`${url}/secret-path`, { method: 'POST' });
    await vi.waitFor(async () =>
      expect(await lines('s_total{')).toEqual([
        `sentinel_http_requests_total{method="POST",route="${expected}",status_code="200"} 1`,
      ]),
    );
  });

  it('counts a client that went away as 499', async () => {
    const { port, lines } = await serve((_request, response) => response.write('half an answer'));
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    socket.once('data', () => socket.destroy());
    await vi.waitFor(async () =>
      expect(await lines('s_total{')).toEqual([
        'sentinel_http_requests_total{method="GET",route="none",status_code="499"} 1',
      ]),
    );
  });

  it.each<[string, object, string]>([
    ['metrics of no adapter', { metrics: {} }, '`metrics` must be that of an adapter.'],
    [
      'a slip of the finger',
      { metrics: prometheusAdapter().metrics, roote: () => '/' },
      'Unknown option `roote`. Did you mean `route`?',
    ],
  ])('refuses %s', (_case, options, message) => {
    let thrown: unknown;
    try {
      httpMetrics(options as HttpMetricsOptions);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toBe(`[@llm-sentinel/prometheus] ${message}`);
  });
});

describe('recordHttpRequest', () => {
  it('counts methods that nobody uses as other', async () => {
    const { metrics, registry } = prometheusAdapter();
    for (const method of ['GET', 'BREW', 'get', 'PROPFIND']) {
      recordHttpRequest(metrics, { method, route: '/', statusCode: 200, seconds: 0.02 });
    }
    const page = await registry.metrics();
    expect(page).toContain('sentinel_http_requests_total{method="GET",route="/",status_code="200"} 1\n');
    expect(page).toContain('sentinel_http_requests_total{method="other",route="/",status_code="200"} 3\n');
    expect(page).toContain('sentinel_http_request_duration_seconds_sum{method="GET",route="/"} 0.02\n');
  });
});
