import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { type Decoded, decodeScopes } from './otlp-schema.js';

/** An endpoint for OTLP over HTTP that decodes what it is sent. */
export interface OtlpReceiver {
  readonly url: string;
  /** Requests that arrived, answered or not. */
  requests(): number;
  spans(): Decoded[];
  metrics(): Decoded[];
  logRecords(): Decoded[];
  scopes(): unknown[];
  /** From now on no request is answered, until `release`. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

const MESSAGES = new Map([
  ['/v1/traces', 'ExportTrace'],
  ['/v1/metrics', 'ExportMetrics'],
  ['/v1/logs', 'ExportLogs'],
]);

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const received: Decoded[] = [];
  let requests = 0;
  let held: ServerResponse[] | undefined;

  const answer = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  };
  const server = createServer((request, response) => {
    requests += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = MESSAGES.get(request.url ?? '');
      if (message === undefined || request.headers['content-type'] !== 'application/x-protobuf') {
        response.writeHead(400).end();
        return;
      }
      const body = Buffer.concat(chunks);
      received.push(...decodeScopes(message, request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
      if (held === undefined) answer(response);
      else held.push(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const parts = (name: string) => received.flatMap((scope) => (scope[name] ?? []) as Decoded[]);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    spans: () => parts('spans'),
    metrics: () => parts('metrics'),
    logRecords: () => parts('records'),
    scopes: () => received.map(({ scope }) => scope),
    hold() {
      held ??= [];
    },
    release() {
      held?.forEach(answer);
      held = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
