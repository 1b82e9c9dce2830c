import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { createScanner, type ScanEvent } from '@llm-sentinel/core';
import {
  ATTACK,
  describeGuardedClient,
  type FakeModel,
  type FakeModelOptions,
  PATIENCE,
  SECRET,
  SESAME_RULE,
  startFakeModel,
  WITHHELD,
} from '@llm-sentinel/servers';
import { createAgent, tool } from 'langchain';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { run } from './run.js';
import { type SentinelMiddlewareOptions, sentinelMiddleware } from './sentinel-middleware.js';

const scanner = createScanner({ rules: [SESAME_RULE] });
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
  const { fakes = {}, ...rest } = options;
  fake = await startFakeModel({ reply, ...fakes });
  return connect(fake, rest);
}
function connect({ openaiUrl }: FakeModel, options: Omit<Options, 'fakes'>) {
  const { tools = [], useResponsesApi = false, ...guardOptions } = options;
  const model = new ChatOpenAI({
    model: 'any',
    apiKey: 'none',
    maxRetries: 0,
    useResponsesApi,
    configuration: { baseURL: openaiUrl },
  });
  const contextSchema = z.object({ userId: z.string().optional(), sessionId: z.string().optional() });
  return createAgent({ model, tools, contextSchema, middleware: [sentinelMiddleware({ scanner, ...guardOptions })] });
}

type Agent = ReturnType<typeof connect>;
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

for (const [way, ask] of Object.entries(WAYS)) {
  describe.each([false, true])(`${way}, with the API of responses %s:`, (useResponsesApi) => {
    describeGuardedClient('a guarded agent', {
      streams: way !== 'whole',
      connect: (model, isStrict) => {
        const agent = connect(model, { useResponsesApi, scanner: isStrict ? strictScanner : scanner });
        return (prompt, signal) => ask(agent, prompt, signal);
      },
      thrown: (error) => ({ cause: error }),
      apiError: { cause: { status: 429 } },
    });

    it('tools get what the user wrote, and nothing that the model let slip', async () => {
      const send = vi.fn(async (_: { to: string; text: string }) => 'done');
      const tools = [
        tool(send, { name: 'send', description: 'Sends.', schema: z.object({ to: z.string(), text: z.string() }) }),
      ];
      const call = { toolCalls: [{ name: 'send', input: { to: '[EMAIL_1]', text: `the key ${SECRET}` } }] };
      const agent = await start(() => (fake.requests.length === 1 ? call : 'Sent.'), { useResponsesApi, tools });
      expect(await ask(agent, 'Write to ann@example.com')).toContain('Sent.');
      expect(send.mock.calls[0]?.[0]).toEqual({ to: 'ann@example.com', text: 'the key [AWS_ACCESS_KEY_1]' });
      expect(sent()).not.toMatch(new RegExp(`ann@|${SECRET}`));
    });
  });
}

it('an error of the API passes where others are answered', async () => {
  const agent = await start({ status: 429, message: 'Slow down.' }, { onBlock: 'answer' });
  await expect(agent.invoke(asked('Hello'))).rejects.toMatchObject({ cause: { status: 429 } });
});

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
  const agent = await start(() => `The key is ${SECRET}. Write to [EMAIL_1].`);
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
  expect(JSON.stringify(heard)).not.toContain(SECRET);
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
  const agent = await start(() => `The key is ${SECRET}.`, {
    scanner: strictScanner,
    onBlock: 'answer',
    refusal: 'No.',
  });
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
