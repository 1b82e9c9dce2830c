import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeAnswer, ServerSentEvent, WireFormat } from './answer.js';
import { anthropicMessages } from './anthropic-messages.js';
import { openaiChat } from './openai-chat.js';
import { openaiResponses } from './openai-responses.js';

export interface FakeModelRequest {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: each API has bodies of its own, and tests ask for any part of them.
  readonly body: any;
  /** `aborted` when the client went away before the answer was whole. */
  readonly outcome: 'answering' | 'answered' | 'aborted';
}

/** An answer that is a failure of the API. */
export interface FakeModelFailure {
  readonly status: number;
  readonly message: string;
}

type Reply = string | FakeAnswer | FakeModelFailure;

export interface FakeModelOptions {
  /** What the model says, always or to a request. */
  readonly reply: Reply | ((request: FakeModelRequest) => Reply | Promise<Reply>);
  /** UTF-16 units of a streamed piece. @default 4 */
  readonly chunkSize?: number;
  /** Milliseconds between streamed events. @default 0 */
  readonly delayMs?: number;
  /** Streamed events after which no more come, and no end. @default all come */
  readonly hangAfter?: number;
}

/** A model on loopback in this process, which says what it is told to. */
export interface FakeModel {
  /** As clients of Anthropic want it. */
  readonly url: string;
  /** As clients of OpenAI want it: with `/v1`. */
  readonly openaiUrl: string;
  /** In the order of their arrival. */
  readonly requests: readonly FakeModelRequest[];
  /** Ends all connections. Safe to call twice. */
  close(): Promise<void>;
}

const FORMATS: readonly WireFormat[] = [openaiChat, openaiResponses, anthropicMessages];

/**
 * Starts a model behind the APIs of OpenAI (`/v1/chat/completions`, `/v1/responses`) and Anthropic (`/v1/messages`), whole or streamed,
 * with calls of tools.
 */
export async function startFakeModel(options: FakeModelOptions): Promise<FakeModel> {
  const { reply, chunkSize = 4, delayMs = 0, hangAfter } = options;
  const requests: { -readonly [Key in keyof FakeModelRequest]: FakeModelRequest[Key] }[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const format = FORMATS.find((known) => known.path === path);
    if (format === undefined) {
      sendJson(response, 404, { error: { message: `The fake has no ${path}.` } });
      return;
    }
    const body = await readBody(request);
    const entry: (typeof requests)[number] = { path, body, outcome: 'answering' };
    requests.push(entry);
    response.once('close', () => {
      entry.outcome = response.writableFinished ? 'answered' : 'aborted';
    });
    const said = typeof reply === 'function' ? await reply(entry) : reply;
    if (typeof said === 'object' && 'status' in said) {
      sendJson(response, said.status, format.failure(said.status, said.message));
      return;
    }
    const answer = typeof said === 'string' ? { text: said } : said;
    const origin = { model: body.model ?? 'fake', serial: requests.indexOf(entry) };
    if (body.stream === true) await stream(response, format.events(origin, answer, chunkSize), delayMs, hangAfter);
    else sendJson(response, 200, format.whole(origin, answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openaiUrl: `${url}/v1`,
    requests,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: as in FakeModelRequest.
async function readBody(request: IncomingMessage): Promise<any> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

async function stream(
  response: ServerResponse,
  events: Iterable<ServerSentEvent>,
  delayMs: number,
  hangAfter = Number.POSITIVE_INFINITY,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let sent = 0;
  for (const { event, data } of events) {
    if (sent++ === hangAfter) return;
    if (delayMs > 0) await sleep(delayMs);
    if (response.destroyed) return;
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    if (!response.write(`${event === undefined ? '' : `event: ${event}\n`}data: ${text}\n\n`)) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  }
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
