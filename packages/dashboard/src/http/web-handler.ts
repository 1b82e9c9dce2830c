import { type HttpReply, type HttpRequest, parseJson, refused, type StreamSink } from './exchange.js';
import { type Mount, placeOf } from './mount.js';
import type { Router } from './router.js';

/** Handles a web-standard request: Hono, Next.js, Deno, Bun. Never rejects. */
export type WebHandler = (request: Request) => Promise<Response>;

/** What a client may be ahead of the network by before it counts as slow. */
const BUFFER_BYTES = 65_536;

export function createWebHandler(router: Router, mount: Mount): WebHandler {
  return async (request) => toResponse(await router(fromWeb(request, mount)), request);
}

function fromWeb(request: Request, mount: Mount): HttpRequest {
  const url = new URL(request.url);
  const address = url.pathname + url.search;
  const header = (name: string) => request.headers.get(name) ?? undefined;
  return {
    method: request.method,
    ...placeOf(address, address, mount.basePath),
    // The web's requests may come without the header, and have it in the address.
    header: (name) => header(name) ?? (name === 'host' ? url.host : undefined),
    clientAddress: mount.clientAddress?.({ header }) ?? 'unknown',
    isSecure: url.protocol === 'https:' || header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https',
    json: (maxBytes) => readJson(request, maxBytes),
  };
}

async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body !== null) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw refused(400, 'The body broke off.');
      });
      if (done) break;
      length += value.length;
      if (length > maxBytes) {
        await reader.cancel().catch(() => {});
        throw refused(413, `The body may have at most ${maxBytes} bytes.`);
      }
      chunks.push(value);
    }
  }
  return parseJson(Buffer.concat(chunks).toString());
}

function toResponse({ status, headers, body, stream }: HttpReply, request: Request): Response {
  if (stream !== undefined) return new Response(streamOf(stream, request.signal), { status, headers });
  const isEmpty = body === undefined || request.method === 'HEAD';
  return new Response(isEmpty ? null : (body as BodyInit), { status, headers });
}

function streamOf(open: NonNullable<HttpReply['stream']>, signal: AbortSignal): ReadableStream<Uint8Array> {
  let leave = () => {};
  let hasRoom = () => {};
  let isOver = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const sink: StreamSink = {
          write(chunk) {
            if (!isOver) controller.enqueue(chunk);
            return (controller.desiredSize ?? 0) > 0;
          },
          onRoom(callback) {
            hasRoom = callback;
          },
          end() {
            if (isOver) return;
            isOver = true;
            controller.close();
          },
        };
        leave = open(sink);
        signal.addEventListener('abort', () => {
          leave();
          sink.end();
        });
      },
      pull: () => hasRoom(),
      cancel() {
        isOver = true;
        leave();
      },
    },
    { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk.length },
  );
}
