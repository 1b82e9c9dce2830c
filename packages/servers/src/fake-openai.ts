import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The parts of a request to `chat/completions` that a test asks about. All others are there too. */
export interface FakeOpenAIBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content?: unknown }[];
  readonly [member: string]: unknown;
}

export interface FakeOpenAIRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: FakeOpenAIBody;
  /** `aborted` when the client went away before the answer was whole. */
  readonly outcome: 'answering' | 'answered' | 'aborted';
}

/** An answer that is a failure of the API. */
export interface FakeOpenAIFailure {
  readonly status: number;
  readonly message: string;
}

type Reply = string | FakeOpenAIFailure;

export interface FakeOpenAIOptions {
  /** What the model says, always or to a request. */
  readonly reply: Reply | ((body: FakeOpenAIBody) => Reply | Promise<Reply>);
  /** UTF-16 units of a streamed piece. @default 4 */
  readonly chunkSize?: number;
  /** Milliseconds between streamed pieces. @default 0 */
  readonly delayMs?: number;
  /** Streamed pieces after which no more come, and no end. @default all come */
  readonly hangAfter?: number;
}

/** A language model behind the API of OpenAI, on loopback in this process. It says what it is told to. */
export interface FakeOpenAI {
  /** With `/v1`, as clients want their base URL. */
  readonly url: string;
  /** In the order of their arrival. */
  readonly requests: readonly FakeOpenAIRequest[];
  /** Ends all connections. Safe to call twice. */
  close(): Promise<void>;
}

/** Starts a model that answers `POST /v1/chat/completions`, whole or streamed as server-sent events. */
export async function startFakeOpenAI(options: FakeOpenAIOptions): Promise<FakeOpenAI> {
  const { reply, chunkSize = 4, delayMs = 0, hangAfter } = options;
  const requests: { -readonly [Key in keyof FakeOpenAIRequest]: FakeOpenAIRequest[Key] }[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await readBody(request);
    if (request.method !== 'POST' || path !== '/v1/chat/completions' || body === undefined) {
      fail(response, { status: body === undefined ? 400 : 404, message: `The fake has no ${request.method} ${path}.` });
      return;
    }
    const entry: (typeof requests)[number] = { path, headers: request.headers, body, outcome: 'answering' };
    requests.push(entry);
    response.once('close', () => {
      entry.outcome = response.writableFinished ? 'answered' : 'aborted';
    });
    const answer = typeof reply === 'function' ? await reply(body) : reply;
    if (typeof answer !== 'string') fail(response, answer);
    else if (body.stream === true)
      await stream(response, body, piecesOf(answer, chunkSize).slice(0, hangAfter), {
        delayMs,
        ends: hangAfter === undefined,
      });
    else sendJson(response, 200, completion(body, answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<FakeOpenAIBody | undefined> {
  let text = '';
  request.setEncoding('utf8');
  try {
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text) as FakeOpenAIBody;
    return Array.isArray(body?.messages) ? body : undefined;
  } catch {
    return undefined;
  }
}

function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

async function stream(
  response: ServerResponse,
  body: FakeOpenAIBody,
  pieces: readonly string[],
  { delayMs, ends }: { readonly delayMs: number; readonly ends: boolean },
): Promise<void> {
  const send = async (delta: object, finishReason: string | null) => {
    const chunk = {
      ...headOf(body, 'chat.completion.chunk'),
      choices: [{ index: 0, delta, finish_reason: finishReason }],
    };
    if (!response.write(`data: ${JSON.stringify(chunk)}\n\n`) && !response.destroyed) {
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  await send({ role: 'assistant', content: '' }, null);
  for (const content of pieces) {
    if (delayMs > 0) await sleep(delayMs);
    if (response.destroyed) return;
    await send({ content }, null);
  }
  if (!ends) return;
  await send({}, 'stop');
  response.end('data: [DONE]\n\n');
}

function completion(body: FakeOpenAIBody, content: string): object {
  return {
    ...headOf(body, 'chat.completion'),
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  };
}

function headOf({ model = 'fake' }: FakeOpenAIBody, object: string): object {
  return { id: 'chatcmpl-fake', object, created: Math.floor(Date.now() / 1_000), model };
}

function fail(response: ServerResponse, { status, message }: FakeOpenAIFailure): void {
  sendJson(response, status, { error: { message, type: 'fake_error', param: null, code: null } });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
