import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.js';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers: with a status, or badly. */
export type Answer =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'hang'
  | 'reset'
  | 'endless';

export interface Receiver {
  readonly url: string;
  readonly requests: Received[];
  /** The next answers; after them, `fallback`. */
  readonly answers: Answer[];
  fallback: Answer;
  close(): Promise<void>;
}

/** A real server on the loopback interface that notes what it gets. */
export async function startReceiver(fallback: Answer, tls?: Certificate): Promise<Receiver> {
  const server = tls === undefined ? createServer() : createTlsServer(tls);
  const receiver: Receiver = {
    url: '',
    requests: [],
    answers: [],
    fallback,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      receiver.requests.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      give(response, receiver.answers.shift() ?? receiver.fallback);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}` });
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
  } else if (answer === 'endless') {
    response.writeHead(200);
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    };
    response.on('drain', write);
    write();
  } else {
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body ?? '');
  }
}
