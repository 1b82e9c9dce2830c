import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService } from './support/test-service.js';

let collector: Server;
let endpoint: string;
const exported: Buffer[] = [];
beforeAll(async () => {
  collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => exported.push(chunk)).on('end', () => response.end());
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`;
});
afterAll(() => new Promise((resolve) => collector.close(resolve)));

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT_ID = 'b7ad6b7169203331';

it('a request goes on in the trace of its caller, with its scans below it', async () => {
  const service = await startTestService({ SENTINEL_TRACING__ENDPOINT: endpoint });
  const key = service.key({ scopes: ['scan'] });
  const response = await fetch(`${service.url}/v1/scan`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      traceparent: `00-${TRACE_ID}-${PARENT_ID}-01`,
    },
    body: JSON.stringify({ text: 'When do you open?' }),
  });
  expect(response.status).toBe(200);
  await service.stop();
  const spans = Buffer.concat(exported);
  expect(spans.includes('POST /v1/scan')).toBe(true);
  expect(spans.includes('sentinel.scan input_guard')).toBe(true);
  // The trace of the caller is that of both spans; its span is the parent of one.
  const count = (id: string) => spans.toString('latin1').split(Buffer.from(id, 'hex').toString('latin1')).length - 1;
  expect([count(TRACE_ID), count(PARENT_ID)]).toEqual([2, 1]);
  expect(spans.includes('When do you open')).toBe(false);
  expect(service.lines.find(({ event }) => event === 'http_request')).toMatchObject({ trace_id: TRACE_ID });
});

it('a collector that is away delays neither a request nor the end', async () => {
  const service = await startTestService({ SENTINEL_TRACING__ENDPOINT: 'http://127.0.0.1:9/v1/traces' });
  const key = service.key({ scopes: ['scan'] });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${service.url}/v1/scan`, { method: 'POST', headers, body: '{"text":"Hello"}' });
  expect(response.status).toBe(200);
  await service.stop();
});
