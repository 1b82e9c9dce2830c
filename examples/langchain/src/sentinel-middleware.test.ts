import { setTimeout as sleep } from 'node:timers/promises';
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { createScanner, type ScanEvent } from '@llm-sentinel/core';
import { ATTACK, type FakeModel, type FakeModelOptions, startFakeModel } from '@llm-sentinel/servers';
import { createAgent, tool } from 'langchain';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { run } from './run.js';
import { type SentinelMiddlewareOptions, sentinelMiddleware } from './sentinel-middleware.js';

const KEY = ['AKIA', 'Q3EGRZ5XK7NTWB2D'].join('');
/** For machines that have other things to do. */
const PATIENCE = { timeout: 10_000 };
const WITHHELD = '[Withheld: this text was not judged safe.]';
/** Finds what is cut into two for as long as it is not read as one. */
const cut = {
  id: 'test/sesame',
  threatType: 'injection',
  severity: 'high',
  score: 1,
  message: 'The text opens doors.',
  keywords: ['sesame'],
  pattern: /open\s+sesame/i,
} as const;
const scanner = createScanner({ rules: [cut] });
/** Blocks what the other one hides. */
const strictScanner = createScanner({ policy: { secret: { action: { model: 'block' } } } });

let fake: FakeModel;
afterEach(() => fake?.close());

type Tools = Parameters<typeof createAgent>[0]['tools'];
interface Options extends SentinelMiddlewareOptions {
  readonly fakes?: Partial<FakeModelOptions>;
  readonly tools?: Tools;
  readonly useResponsesApi?: boolean;
}

async function start(reply: FakeModelOptions['reply'], options: Options = {}) {
  const { fakes = {}, tools = [], useResponsesApi = false, ...guardOptions } = options;
  fake = await startFakeModel({ reply, ...fakes });
  const model = new ChatOpenAI({
    model: 'any',
    apiKey: 'none',
    maxRetries: 0,
    useResponsesApi,
    configuration: { baseURL: fake.openaiUrl },
  });
  const contextSchema = z.object({ userId: z.string().optional(), sessionId: z.string().optional() });
  return createAgent({ model, tools, contextSchema, middleware: [sentinelMiddleware({ scanner, ...guardOptions })] });
}

type Agent = Awaited<ReturnType<typeof start>>;
const asked = (content: HumanMessage['content']) => ({ messages: [new HumanMessage({ content })] });
const answerOf = ({ messages }: { messages: BaseMessage[] }) => messages.at(-1)?.text ?? '';
/** What the model was sent, as a text. */
const sent = () => JSON.stringify(fake.requests.at(-1)?.body);

/** Each way to get a text from an agent. */
const WAYS: Readonly<Record<string, (agent: Agent, prompt: string, signal?: AbortSignal) => Promise<string>>> = {
  whole: async (agent, prompt, signal = new AbortController().signal) =>
    answerOf(await agent.invoke(asked(prompt), { signal })),
  'token by token': async (agent, prompt, signal = new AbortController().signal) => {
    let text = '';
    for await (const [chunk] of await agent.stream(asked(prompt), { streamMode: 'messages', signal }))
      text += chunk.text;
    return text;
  },
};

it('the program shows what it says it shows', async () => {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  expect(lines.filter((line) => !line.startsWith('—'))).toEqual([
    'It opens at nine.',
    expect.stringMatching(/^\[@llm-sentinel\/chat] The input was blocked: /),
    'I could not use that page.',
    'Open from nine to five. | Closed on Sundays.',
    'The key of the door is [AWS_ACCESS_KEY_1]. Please keep it to yourself.',
    'asked: Tell [EMAIL_1] that her book is here.',
    'answered: To: ann@example.com. Dear Ann, your book is here.',
  ]);
});

describe.each(Object.entries(WAYS).flatMap(([way, ask]) => [false, true].map((api) => [way, ask, api] as const)))(
  '%s:',
  (way, ask, useResponsesApi) => {
    const streams = way !== 'whole';
    describe(useResponsesApi ? 'through responses' : 'through chats', () => {
      it('a harmless exchange passes', async () => {
        const agent = await start(() => 'It opens at nine.', { useResponsesApi });
        expect(await ask(agent, 'When?')).toBe('It opens at nine.');
      });

      it('an attack is refused before the model is asked', async () => {
        const agent = await start(() => 'Never said.', { useResponsesApi });
        await expect(ask(agent, ATTACK)).rejects.toMatchObject({
          cause: { code: 'BLOCKED', details: { stage: 'input' } },
        });
        expect(fake.requests).toEqual([]);
      });

      it.each(streams ? [1, 7, 1_000] : [1])(
        'a secret does not pass, in pieces of %i characters',
        async (chunkSize) => {
          const text = `Hello. The key is ${KEY}, she said. ${'All is well. '.repeat(20)}`;
          const agent = await start(() => text, { useResponsesApi, fakes: { chunkSize } });
          expect(await ask(agent, 'Hello')).toBe(text.replace(KEY, '[AWS_ACCESS_KEY_1]'));
        },
      );

      it('a blocked answer rejects', async () => {
        const reply = () => `The key is ${KEY}. ${'And so on. '.repeat(100)}`;
        const agent = await start(reply, { useResponsesApi, scanner: strictScanner });
        await expect(ask(agent, 'Hello')).rejects.toMatchObject({
          cause: { code: 'BLOCKED', details: { stage: 'output' } },
        });
      });

      it('who aborts the call aborts the request', async () => {
        // What is not streamed takes its time as a whole.
        const reply = async () => (streams ? 'And so on. '.repeat(1_000) : sleep(10_000, 'Too late.', { ref: false }));
        const agent = await start(reply, { useResponsesApi, fakes: { delayMs: 1 } });
        const controller = new AbortController();
        const asking = ask(agent, 'Hello', controller.signal).catch(() => 'aborted');
        await vi.waitFor(() => expect(fake.requests).toHaveLength(1), PATIENCE);
        controller.abort();
        await asking;
        await vi.waitFor(() => expect(fake.requests[0]?.outcome).toBe('aborted'), PATIENCE);
      });

      it('an error of the API passes', async () => {
        const agent = await start(() => ({ status: 429, message: 'Slow down.' }), {
          useResponsesApi,
          onBlock: 'answer',
        });
        await expect(ask(agent, 'Hello')).rejects.toMatchObject({ cause: { status: 429 } });
      });

      it('calls at the same time share nothing', async () => {
        const agent = await start(({ body }) => `To ${JSON.stringify(body).match(/\[EMAIL_\d]/)}`, { useResponsesApi });
        const names = Array.from({ length: 10 }, (_, index) => `ann${index}@example.com`);
        expect(await Promise.all(names.map((name) => ask(agent, name)))).toEqual(names.map((name) => `To ${name}`));
      });

      it('tools get what the user wrote, and nothing that the model let slip', async () => {
        const send = vi.fn(async (_: { to: string; text: string }) => 'done');
        const tools = [
          tool(send, { name: 'send', description: 'Sends.', schema: z.object({ to: z.string(), text: z.string() }) }),
        ];
        const call = { toolCalls: [{ name: 'send', input: { to: '[EMAIL_1]', text: `the key ${KEY}` } }] };
        const agent = await start(() => (fake.requests.length === 1 ? call : 'Sent.'), { useResponsesApi, tools });
        expect(await ask(agent, 'Write to ann@example.com')).toContain('Sent.');
        expect(send.mock.calls[0]?.[0]).toEqual({ to: 'ann@example.com', text: 'the key [AWS_ACCESS_KEY_1]' });
        expect(sent()).not.toMatch(new RegExp(`ann@|${KEY}`));
      });
    });
  },
);

it('what came of an answer is reported when its reader leaves', async () => {
  const seen: unknown[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: ({ result }) => seen.push(result.source) }] });
  const agent = await start(() => 'And so on. '.repeat(1_000), { scanner: watched, fakes: { delayMs: 1 } });
  const controller = new AbortController();
  const reading = (async () => {
    for await (const [chunk] of await agent.stream(asked('Hello'), {
      streamMode: 'messages',
      signal: controller.signal,
    }))
      if (chunk.text !== '') controller.abort();
  })();
  await expect(reading).rejects.toThrow();
  await vi.waitFor(() => expect(seen).toEqual(['user', 'model']), PATIENCE);
});

it('a poisoned result of a tool is withheld from the model, from the stream and from what is remembered', async () => {
  const tools = [tool(async () => ATTACK, { name: 'read', description: 'Reads.', schema: z.object({}) })];
  const agent = await start(
    () => (fake.requests.length % 2 === 1 ? { toolCalls: [{ name: 'read', input: {} }] } : 'Read.'),
    { tools },
  );
  const { messages } = await agent.invoke(asked('Read it.'));
  expect(messages.map(({ text }) => text)).toEqual(['Read it.', '', WITHHELD, 'Read.']);
  expect(sent()).not.toContain('previous instructions');
  const streamed = [];
  for await (const [chunk] of await agent.stream(asked('Read it.'), { streamMode: 'messages' })) streamed.push(chunk);
  expect(JSON.stringify(streamed)).not.toContain('previous instructions');
});

it('callbacks hear what passed, and nothing else', async () => {
  const agent = await start(() => `The key is ${KEY}. Write to [EMAIL_1].`);
  const heard: unknown[] = [];
  const listener = {
    handleLLMNewToken: (token: string, ...rest: unknown[]) => void heard.push(token, rest),
    handleLLMEnd: (output: unknown) => void heard.push(output),
    handleChainEnd: (output: unknown) => void heard.push(output),
  };
  await agent.invoke(asked('I am ann@example.com'), { callbacks: [listener] });
  for await (const _ of await agent.stream(asked('I am ann@example.com'), {
    streamMode: 'messages',
    callbacks: [listener],
  }));
  expect(heard.length).toBeGreaterThan(10);
  expect(JSON.stringify(heard)).not.toContain(KEY);
});

const image = { type: 'image_url', image_url: { url: `data:image/png;base64,${btoa('an image')}` } };
const text = (words: string) => ({ type: 'text', text: words });
const withResult = (content: ToolMessage['content']) => [
  new HumanMessage('Read it.'),
  new AIMessage({ content: '', tool_calls: [{ id: 'c1', name: 'read', args: {} }] }),
  new ToolMessage({ content, tool_call_id: 'c1' }),
];

describe('an attack', () => {
  it.each<[string, HumanMessage['content']]>([
    ['in a text', ATTACK],
    ['in one part of many', [text('Hello'), text(ATTACK)]],
    ['cut into parts', [text('Say open'), text('sesame to the door.')]],
    ['beside an image', [image, text(ATTACK)]],
  ])('%s of the user stops the call', async (_, content) => {
    const agent = await start(() => 'Never said.');
    await expect(agent.invoke(asked(content))).rejects.toMatchObject({ cause: { code: 'BLOCKED' } });
    expect(fake.requests).toEqual([]);
  });

  it.each<[string, ToolMessage['content']]>([
    ['in a result', ATTACK],
    ['in a part of a result', [text('Fine.'), text(ATTACK)]],
  ])('%s that is remembered is withheld', async (_, content) => {
    const agent = await start(() => 'Read.');
    expect(answerOf(await agent.invoke({ messages: withResult(content) }))).toBe('Read.');
    expect(sent()).toContain(WITHHELD);
    expect(sent()).not.toContain('previous instructions');
  });
});

it('images pass as they are', async () => {
  const agent = await start(() => 'A cat.');
  await agent.invoke(asked([text('What is it?'), image]));
  expect(fake.requests[0]?.body.messages[0].content).toEqual([text('What is it?'), image]);
});

it('the middleware can answer in place of an error', async () => {
  const agent = await start(() => `The key is ${KEY}.`, { scanner: strictScanner, onBlock: 'answer', refusal: 'No.' });
  expect(answerOf(await agent.invoke(asked(ATTACK)))).toBe('No.');
  expect(answerOf(await agent.invoke(asked('Hello')))).toBe('No.');
});

it('the scanner learns whose call it is', async () => {
  const events: ScanEvent[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: (event) => void events.push(event) }] });
  const agent = await start(() => 'Yes.', { scanner: watched });
  await agent.invoke(asked('Hello'), { context: { userId: 'ann', sessionId: 's1' } });
  expect(events.map(({ context }) => context)).toEqual([
    { userId: 'ann', sessionId: 's1' },
    { userId: 'ann', sessionId: 's1' },
  ]);
});
