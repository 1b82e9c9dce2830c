import { createOpenAI } from '@ai-sdk/openai';
import { createScanner, isSentinelError } from '@llm-sentinel/core';
import {
  ATTACK,
  type FakeModel,
  type FakeModelOptions,
  PATIENCE,
  SECRET,
  SESAME_RULE,
  startFakeModel,
  WITHHELD,
} from '@llm-sentinel/servers';
import {
  APICallError,
  generateText,
  type LanguageModel,
  type ModelMessage,
  stepCountIs,
  streamText,
  tool,
  wrapLanguageModel,
} from 'ai';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { run } from './run.js';
import { type SentinelMiddlewareOptions, sentinelMiddleware } from './sentinel-middleware.js';

const scanner = createScanner({ rules: [SESAME_RULE] });
/** Blocks what the other one hides. */
const strictScanner = createScanner({ policy: { secret: { action: { model: 'block' } } } });

let fake: FakeModel;
afterEach(() => fake?.close());

type Api = 'chat' | 'responses';
async function start(
  reply: FakeModelOptions['reply'],
  {
    api = 'chat',
    fakes = {},
    ...options
  }: SentinelMiddlewareOptions & { api?: Api; fakes?: Partial<FakeModelOptions> } = {},
): Promise<LanguageModel> {
  fake = await startFakeModel({ reply, ...fakes });
  const openai = createOpenAI({ baseURL: fake.openaiUrl, apiKey: 'none' });
  return wrapLanguageModel({ model: openai[api]('any'), middleware: sentinelMiddleware({ scanner, ...options }) });
}

async function textOf(deltas: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const delta of deltas) text += delta;
  return text;
}
/** What the model was sent, as a text. */
const sent = (request = -1) => JSON.stringify(fake.requests.at(request)?.body);

it('the program shows what it says it shows', async () => {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  expect(lines.filter((line) => !line.startsWith('—'))).toEqual([
    'It opens at nine.',
    expect.stringMatching(/^\[@llm-sentinel\/chat] The input was blocked: /),
    'I could not use that page.',
    'The key of the door is [AWS_ACCESS_KEY_1]. Please keep it to yourself.',
    'asked: Tell [EMAIL_1] that her book is here.',
    'answered: To: ann@example.com. Dear Ann, your book is here.',
  ]);
});

describe.each<Api>(['chat', 'responses'])('through the %s API', (api) => {
  it('a harmless exchange passes, whole and streamed', async () => {
    const model = await start(() => 'It opens at nine.', { api });
    expect((await generateText({ model, prompt: 'When?' })).text).toBe('It opens at nine.');
    const streamed = streamText({ model, prompt: 'When?' });
    expect(await textOf(streamed.textStream)).toBe('It opens at nine.');
    expect(await streamed.finishReason).toBe('stop');
    expect((await streamed.usage).totalTokens).toBe(8);
  });

  it.each([1, 3, 7, 1_000])(
    'a secret in an answer that comes in pieces of %i characters does not pass',
    async (chunkSize) => {
      const text = `Hello. The key is ${SECRET}, she said. ${'All is well. '.repeat(20)}`;
      const model = await start(() => text, { api, fakes: { chunkSize } });
      const expected = text.replace(SECRET, '[AWS_ACCESS_KEY_1]');
      expect(await textOf(streamText({ model, prompt: 'Hello' }).textStream)).toBe(expected);
      expect((await generateText({ model, prompt: 'Hello' })).text).toBe(expected);
    },
  );

  it.each(['generate', 'stream'])(
    'tools get what the user wrote, and nothing that the model let slip (%s)',
    async (how) => {
      const send = vi.fn(async (_: { to: string; text: string }) => 'done');
      const tools = { send: tool({ inputSchema: z.object({ to: z.string(), text: z.string() }), execute: send }) };
      const call = { toolCalls: [{ name: 'send', input: { to: '[EMAIL_1]', text: `the key ${SECRET}` } }] };
      const model = await start(() => (fake.requests.length === 1 ? call : 'Sent.'), { api });
      const options = { model, tools, prompt: 'Write to ann@example.com', stopWhen: stepCountIs(2) };
      if (how === 'generate') await generateText(options);
      else await streamText(options).consumeStream();
      expect(send.mock.calls[0]?.[0]).toEqual({ to: 'ann@example.com', text: 'the key [AWS_ACCESS_KEY_1]' });
      expect(sent()).not.toContain('ann@example.com');
    },
  );

  it('a poisoned result of a tool is withheld in the loop', async () => {
    const tools = { read: tool({ inputSchema: z.object({}), execute: async () => ({ page: { text: ATTACK } }) }) };
    const model = await start(
      () => (fake.requests.length === 1 ? { toolCalls: [{ name: 'read', input: {} }] } : 'Read.'),
      { api },
    );
    const { text, steps } = streamText({ model, tools, prompt: 'Read it.', stopWhen: stepCountIs(3) });
    expect(await text).toBe('Read.');
    expect(await steps).toHaveLength(2);
    expect(sent()).toContain(WITHHELD);
    expect(sent()).not.toContain('previous instructions');
  });
});

const user = (...content: Exclude<Extract<ModelMessage, { role: 'user' }>['content'], string>): ModelMessage[] => [
  { role: 'user', content },
];
const withResult = (output: object): ModelMessage[] => [
  { role: 'user', content: 'Read it.' },
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'read', input: {} }] },
  // Each form of an output is valid; only their union is not written here.
  { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', toolName: 'read', output: output as never }] },
];

describe('an attack', () => {
  it.each<[string, ModelMessage[]]>([
    ['in a text', user({ type: 'text', text: ATTACK })],
    ['in one text of many', user({ type: 'text', text: 'Hello' }, { type: 'text', text: ATTACK })],
    ['cut into texts', user({ type: 'text', text: 'Say open' }, { type: 'text', text: 'sesame to the door.' })],
    [
      'in a turn before',
      [
        ...user({ type: 'text', text: ATTACK }),
        { role: 'assistant', content: 'No.' },
        { role: 'user', content: 'Hello?' },
      ],
    ],
  ])('%s of the user stops the call', async (_, messages) => {
    const model = await start(() => 'Never said.');
    const error = await generateText({ model, messages }).catch((thrown: unknown) => thrown);
    expect(isSentinelError(error, 'BLOCKED')).toBe(true);
    const onError = vi.fn();
    await streamText({ model, messages, onError }).consumeStream();
    expect(isSentinelError(onError.mock.calls[0]?.[0].error, 'BLOCKED')).toBe(true);
    expect(fake.requests).toEqual([]);
  });

  it.each<[string, ModelMessage[]]>([
    ['in a text', withResult({ type: 'text', value: ATTACK })],
    ['in JSON', withResult({ type: 'json', value: { rows: [{ note: ATTACK }] } })],
    ['in a key of JSON', withResult({ type: 'json', value: { [ATTACK]: 1 } })],
    ['in an error', withResult({ type: 'error-text', value: ATTACK })],
    ['in a part', withResult({ type: 'content', value: [{ type: 'text', text: ATTACK }] })],
  ])('%s of a tool is withheld', async (_, messages) => {
    const model = await start(() => 'Read.');
    expect((await generateText({ model, messages })).text).toBe('Read.');
    expect(sent()).toContain('Withheld');
    expect(sent()).not.toContain('previous instructions');
  });

  it('in a file of text is withheld, in bytes as in base64', async () => {
    for (const data of [new TextEncoder().encode(ATTACK), btoa(ATTACK)]) {
      let prompt = '';
      fake = await startFakeModel({ reply: () => '' });
      // No API of OpenAI takes files of text, so the model behind the middleware is one that only looks.
      const { wrapGenerate } = sentinelMiddleware({ scanner });
      const content = [{ type: 'file' as const, mediaType: 'text/plain', data }];
      await wrapGenerate?.({
        params: { prompt: [{ role: 'user', content }] },
        model: {
          doGenerate: async (params: { prompt: { content: { data: Uint8Array }[] }[] }) => {
            prompt = new TextDecoder().decode(params.prompt[0]?.content[0]?.data);
            return { content: [] };
          },
        },
      } as never);
      expect(prompt).toBe(WITHHELD);
      await fake.close();
    }
  });

  it('in the words of the owner is none', async () => {
    const model = await start(() => 'Yes.');
    expect((await generateText({ model, system: ATTACK, prompt: 'Hello' })).text).toBe('Yes.');
  });
});

it('images pass as they are', async () => {
  const model = await start(() => 'A cat.');
  const image = Uint8Array.from({ length: 64 }, (_, index) => index * 3);
  await generateText({
    model,
    messages: user({ type: 'text', text: 'What is it?' }, { type: 'image', image, mediaType: 'image/png' }),
  });
  expect(sent()).toContain(Buffer.from(image).toString('base64'));
});

describe('where the middleware answers', () => {
  it('a blocked prompt gets the refusal, whole and streamed', async () => {
    const model = await start(() => 'Never said.', { onBlock: 'answer', refusal: 'No.' });
    const whole = await generateText({ model, prompt: ATTACK });
    expect([whole.text, whole.finishReason]).toEqual(['No.', 'content-filter']);
    const streamed = streamText({ model, prompt: ATTACK });
    expect(await textOf(streamed.textStream)).toBe('No.');
    expect(await streamed.finishReason).toBe('content-filter');
    expect(fake.requests).toEqual([]);
  });

  it('a blocked answer gives way to the refusal, and the model is cut off', async () => {
    const reply = () =>
      `${'All is well in the library. '.repeat(10)}The key is ${SECRET}. ${'And so on. '.repeat(1_000)}`;
    const model = await start(reply, {
      scanner: strictScanner,
      onBlock: 'answer',
      refusal: 'No.',
      fakes: { delayMs: 1 },
    });
    const streamed = streamText({ model, prompt: 'Hello' });
    const text = await textOf(streamed.textStream);
    expect(text).toMatch(/^All is well in the library\. .*No\.$/);
    expect(text).not.toContain('key');
    expect(await streamed.finishReason).toBe('content-filter');
    await vi.waitFor(() => expect(fake.requests[0]?.outcome).toBe('aborted'), PATIENCE);
    expect((await generateText({ model, prompt: 'Hello' })).text).toBe('No.');
  });
});

it('a blocked answer is an error of the stream, and the model is cut off', async () => {
  const reply = () => `The key is ${SECRET}. ${'And so on. '.repeat(1_000)}`;
  const model = await start(reply, { scanner: strictScanner, fakes: { delayMs: 1 } });
  const blocked = { code: 'BLOCKED', details: { stage: 'output' } };
  await expect(textOf(streamText({ model, prompt: 'Hello' }).textStream)).rejects.toMatchObject(blocked);
  await vi.waitFor(() => expect(fake.requests[0]?.outcome).toBe('aborted'), PATIENCE);
  await expect(generateText({ model, prompt: 'Hello' })).rejects.toMatchObject(blocked);
});

it('chunks as the provider sent them do not pass unread', async () => {
  const model = await start(() => `The key is ${SECRET}.`, { fakes: { chunkSize: 1_000 } });
  const parts = [];
  for await (const part of streamText({ model, prompt: 'Hello', includeRawChunks: true }).fullStream) parts.push(part);
  expect(parts.some(({ type }) => type === 'text-delta')).toBe(true);
  expect(JSON.stringify(parts)).not.toContain(SECRET.slice(4));
  expect(JSON.stringify((await generateText({ model, prompt: 'Hello' })).response)).not.toContain(SECRET);
});

it('who aborts the call aborts the request to the model', async () => {
  const model = await start(() => 'And so on. '.repeat(1_000), { fakes: { delayMs: 1 } });
  const controller = new AbortController();
  const { textStream } = streamText({ model, prompt: 'Hello', abortSignal: controller.signal });
  for await (const _ of textStream) controller.abort();
  await vi.waitFor(() => expect(fake.requests[0]?.outcome).toBe('aborted'), PATIENCE);
});

it('what came of an answer is reported when its reader leaves', async () => {
  const seen: unknown[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: ({ result }) => seen.push(result.source) }] });
  const model = await start(() => 'And so on. '.repeat(1_000), { scanner: watched, fakes: { delayMs: 1 } });
  const controller = new AbortController();
  const { textStream } = streamText({ model, prompt: 'Hello', abortSignal: controller.signal });
  for await (const _ of textStream) controller.abort();
  await vi.waitFor(() => expect(seen).toEqual(['user', 'model']), PATIENCE);
});

it('an error of the API passes as it is', async () => {
  const model = await start(() => ({ status: 429, message: 'Slow down.' }), { onBlock: 'answer' });
  const error = await generateText({ model, prompt: 'Hello', maxRetries: 0 }).catch((thrown: unknown) => thrown);
  expect(APICallError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ statusCode: 429, message: 'Slow down.' });
});

it('calls at the same time share nothing', async () => {
  const model = await start(({ body }) => `To ${body.messages[0].content}`);
  const names = Array.from({ length: 20 }, (_, index) => `ann${index}@example.com`);
  const texts = await Promise.all(
    names.map(async (prompt, index) =>
      index % 2 === 0 ? (await generateText({ model, prompt })).text : textOf(streamText({ model, prompt }).textStream),
    ),
  );
  expect(texts).toEqual(names.map((name) => `To ${name}`));
  expect(fake.requests.every(({ body }) => body.messages[0].content === '[EMAIL_1]')).toBe(true);
});

it('the scanner learns whose call it is', async () => {
  const seen = vi.fn();
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: ({ context }) => seen(context) }] });
  const model = await start(() => 'Yes.', { scanner: watched });
  await generateText({ model, prompt: 'Hello', providerOptions: { sentinel: { userId: 'ann', sessionId: 's1' } } });
  expect(seen.mock.calls).toEqual([[{ userId: 'ann', sessionId: 's1' }], [{ userId: 'ann', sessionId: 's1' }]]);
});
