import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { type HttpReply, type HttpRequest, parseJson, refused, type StreamSink } from './exchange.js';
import { type Mount, placeOf } from './mount.js';
import type { Router } from './router.js';

/** Handles a request of `node:http`; of Express and others that pass Node's own on. Never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What frameworks put on Node's request. */
interface FrameworkRequest extends IncomingMessage {
  /** Express: the address before it took its own part off. */
  readonly originalUrl?: string;
  /** What a parser before us has read. */
  readonly body?: unknown;
}

export function createNodeHandler(router: Router, mount: Mount): NodeHandler {
  return async (request, response) => {
    const reply = await router(fromNode(request, mount));
    // Who went away needs no answer.
    if (response.destroyed || response.headersSent) return;
    send(reply, request, response);
  };
}

function fromNode(request: FrameworkRequest, mount: Mount): HttpRequest {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const isEncrypted = (request.socket as TLSSocket).encrypted === true;
  return {
    method: request.method ?? 'GET',
    ...placeOf(request.url ?? '/', request.originalUrl ?? request.url ?? '/', mount.basePath),
    header,
    clientAddress: mount.clientAddress?.({ header }) ?? request.socket.remoteAddress ?? 'unknown',
    isSecure: isEncrypted || header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https',
    json: (maxBytes) => readJson(request, maxBytes),
  };
}

async function readJson(request: FrameworkRequest, maxBytes: number): Promise<unknown> {
  const { body } = request;
  if (body instanceof Uint8Array) return parseJson(Buffer.from(body).toString());
  if (typeof body === 'string') return parseJson(body);
  if (body !== undefined && body !== null) return body;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else {
        // The rest stays unread; the answer closes the connection.
        request.pause();
        reject(tooLarge(maxBytes));
      }
    });
    request.on('end', () => {
      try {
        resolve(parseJson(Buffer.concat(chunks).toString()));
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', () => reject(refused(400, 'The body broke off.')));
    request.on('close', () => reject(refused(400, 'The body broke off.')));
  });
}

function tooLarge(maxBytes: number) {
  return refused(413, `The body may have at most ${maxBytes} bytes.`);
}

function send({ status, headers, body, stream }: HttpReply, request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 413) response.setHeader('connection', 'close');
  if (stream !== undefined) {
    response.flushHeaders();
    const leave = stream(sinkOf(response));
    response.on('close', leave);
    if (response.destroyed) leave();
    return;
  }
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  // Node leaves the body out where the request was HEAD.
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sinkOf(response: ServerResponse): StreamSink {
  return {
    write: (chunk) => response.write(chunk),
    onRoom: (callback) => void response.on('drain', callback),
    end() {
      response.end();
      // Who does not read would hold the connection open for ever.
      if (response.writableNeedDrain) response.destroy();
    },
  };
}
