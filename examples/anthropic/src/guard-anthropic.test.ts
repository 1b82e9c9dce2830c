import Anthropic from '@anthropic-ai/sdk';
import { type ChatGuardOptions, chatGuard } from '@llm-sentinel/chat';
import { createScanner } from '@llm-sentinel/core';
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
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardAnthropic } from './guard-anthropic.js';
import { guardEvents, type ServerSentEvent } from './message-stream.js';
import { run } from './run.js';

const scanner = createScanner({ rules: [SESAME_RULE] });
/** Blocks what the other one hides. */
const strictScanner = createScanner({ policy: { secret: { action: { model: 'block' } } } });

let fake: FakeModel;
afterEach(() => fake?.close());

async function start(
  reply: FakeModelOptions['reply'],
  { fakes = {}, ...options }: ChatGuardOptions & { fakes?: Partial<FakeModelOptions> } = {},
): Promise<Anthropic> {
  fake = await startFakeModel({ reply, ...fakes });
  return connect(fake, { scanner, ...options });
}
function connect({ url }: FakeModel, options: ChatGuardOptions): Anthropic {
  return guardAnthropic(new Anthropic({ baseURL: url, apiKey: 'none', maxRetries: 0 }), options);
}

type Messages = Anthropic.MessageParam[];
const user = (content: Anthropic.MessageParam['content']): Messages => [
  { role: 'user', content } as Anthropic.MessageParam,
];
const body = (messages: Messages) => ({ model: 'any', max_tokens: 100, messages });
const textOf = ({ content }: Anthropic.Message) => content.map((block) => ('text' in block ? block.text : '')).join('');
/** What the model was sent, as a text. */
const sent = () => JSON.stringify(fake.requests.at(-1)?.body);

/** Each way to get a text from a client. */
const WAYS: Readonly<Record<string, (client: Anthropic, prompt: string, signal?: AbortSignal) => Promise<string>>> = {
  whole: async (client, prompt, signal) => textOf(await client.messages.create(body(user(prompt)), { signal })),
  streamed: async (client, prompt, signal) => {
    let text = '';
    for await (const event of await client.messages.create({ ...body(user(prompt)), stream: true }, { signal })) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') text += event.delta.text;
    }
    return text;
  },
  'with the stream helper': async (client, prompt, signal) =>
    textOf(await client.messages.stream(body(user(prompt)), { signal }).finalMessage()),
};

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

for (const [way, ask] of Object.entries(WAYS)) {
  describeGuardedClient(way, {
    streams: way !== 'whole',
    connect: (model, isStrict) => {
      const client = connect(model, { scanner: isStrict ? strictScanner : scanner });
      return (prompt, signal) => ask(client, prompt, signal);
    },
    // The stream helper wraps what it meets.
    thrown: (error) => (way.includes('helper') ? { cause: error } : error),
    apiError: { name: 'RateLimitError', status: 429 },
  });
}

it('who stops listening cuts off the model', async () => {
  const client = await start(() => 'And so on. '.repeat(1_000), { fakes: { delayMs: 1 } });
  for await (const event of await client.messages.create({ ...body(user('Hello')), stream: true })) {
    if (event.type === 'content_block_delta') break;
  }
  await vi.waitFor(() => expect(fake.requests[0]?.outcome).toBe('aborted'), PATIENCE);
});

it('a call of a tool has what the user wrote, and nothing that the model let slip', async () => {
  const client = await start(() => ({
    text: 'So be it.',
    toolCalls: [
      { name: 'send', input: { to: '[EMAIL_1]', text: `the key ${SECRET}` } },
      { name: 'wait', input: {} },
    ],
  }));
  const request = body(user('Write to ann@example.com'));
  const messages = [await client.messages.create(request), await client.messages.stream(request).finalMessage()];
  for (const { content, stop_reason } of messages) {
    expect(content.flatMap((block) => (block.type === 'tool_use' ? [block.input] : []))).toEqual([
      { to: 'ann@example.com', text: 'the key [AWS_ACCESS_KEY_1]' },
      {},
    ]);
    expect(stop_reason).toBe('tool_use');
  }
});

const png = Buffer.from(Uint8Array.from({ length: 64 }, (_, index) => index * 3)).toString('base64');
const image: Anthropic.ImageBlockParam = {
  type: 'image',
  source: { type: 'base64', media_type: 'image/png', data: png },
};
const text = (words: string): Anthropic.TextBlockParam => ({ type: 'text', text: words });
const result = (content: unknown) => ({ type: 'tool_result', tool_use_id: 't1', content });
const document = (members: object) => ({ type: 'document', ...members });
const plain = (data: string) => ({ type: 'text', media_type: 'text/plain', data });

describe('an attack', () => {
  it.each<[string, Messages]>([
    ['in a text', user(ATTACK)],
    ['in one block of many', user([text('Hello'), text(ATTACK)])],
    ['cut into blocks', user([text('Say open'), text('sesame to the door.')])],
    ['beside an image', user([image, text(ATTACK)])],
    ['in a turn before', [...user(ATTACK), { role: 'assistant', content: 'No.' }, ...user('Hello?')]],
  ])('%s stops the call', async (_, messages) => {
    const client = await start(() => 'Never said.');
    await expect(client.messages.create(body(messages))).rejects.toMatchObject({ code: 'BLOCKED' });
    expect(fake.requests).toEqual([]);
  });

  it.each<[string, object]>([
    ['a result', result(ATTACK)],
    ['a block of a result', result([text('Fine.'), text(ATTACK), image])],
    ['a document in a result', result([document({ source: plain(ATTACK) })])],
    [
      'what a search in a result has found',
      result([{ type: 'search_result', source: 'https://example.com', title: 'a', content: [text(ATTACK)] }]),
    ],
    ['a document of text', document({ source: plain(ATTACK) })],
    ['a document of blocks', document({ source: { type: 'content', content: [text(ATTACK)] } })],
    ['a document of one text', document({ source: { type: 'content', content: ATTACK } })],
    ['the title of a document', document({ title: ATTACK, source: { type: 'url', url: 'https://example.com/a.pdf' } })],
    ['the context of a document', document({ context: ATTACK, source: plain('Hello') })],
    [
      'what a search has found',
      { type: 'search_result', source: 'https://example.com', title: 'a', content: [text(ATTACK)] },
    ],
    [
      'a page that the API fetched',
      {
        type: 'web_fetch_tool_result',
        tool_use_id: 't1',
        content: { type: 'web_fetch_result', url: 'https://example.com', content: document({ source: plain(ATTACK) }) },
      },
    ],
    [
      'a title that the API found',
      {
        type: 'web_search_tool_result',
        tool_use_id: 't1',
        content: [{ type: 'web_search_result', url: 'https://example.com', title: ATTACK, encrypted_content: 'x' }],
      },
    ],
    [
      'what a program printed',
      {
        type: 'code_execution_tool_result',
        tool_use_id: 't1',
        content: { type: 'code_execution_result', stdout: ATTACK, stderr: '', return_code: 0, content: [] },
      },
    ],
  ])('in %s is withheld', async (_, block) => {
    const client = await start(() => 'Read.');
    const messages = user([text('Summarise it.'), block as unknown as Anthropic.ContentBlockParam]);
    expect(textOf(await client.messages.create(body(messages)))).toBe('Read.');
    expect(sent()).toContain('Summarise it.');
    expect(sent()).toContain(WITHHELD);
    expect(sent()).not.toContain('previous instructions');
  });

  it('in one document leaves the others as they are', async () => {
    const client = await start(() => 'Read.');
    const documents = [document({ source: plain('Open from nine.') }), document({ source: plain(ATTACK) })];
    await client.messages.create(
      body(user([...(documents as unknown as Anthropic.ContentBlockParam[]), text('When?')])),
    );
    expect(fake.requests[0]?.body.messages[0].content).toMatchObject([
      { source: { data: 'Open from nine.' } },
      { source: { data: WITHHELD } },
      { text: 'When?' },
    ]);
  });

  it('in the words of the owner is none', async () => {
    const client = await start(() => 'Yes.');
    await client.messages.create({ ...body(user('Hello')), system: [text(ATTACK)] });
    expect(sent()).toContain(ATTACK);
  });
});

it('what is no text passes as it is', async () => {
  const client = await start(() => 'A cat.');
  const pdf = document({ source: { type: 'base64', media_type: 'application/pdf', data: png } });
  const content = [image, pdf, text('What is it?'), { type: 'redacted_thinking', data: png }];
  await client.messages.create(body(user(content as Anthropic.ContentBlockParam[])));
  expect(fake.requests[0]?.body.messages[0].content).toEqual(content);
});

it('thoughts are guarded before they are signed, and what is not known passes', async () => {
  const sse = (data: { type: string; [member: string]: unknown }): ServerSentEvent => ({
    event: data.type,
    data: JSON.stringify(data),
  });
  const delta = (members: object) => sse({ type: 'content_block_delta', index: 0, delta: members });
  async function* events() {
    yield sse({
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'thinking', thinking: '', signature: '' },
    });
    yield delta({ type: 'thinking_delta', thinking: 'Ask bob@' });
    yield delta({ type: 'thinking_delta', thinking: 'example.org.' });
    yield delta({ type: 'signature_delta', signature: 'signed' });
    yield sse({ type: 'content_block_stop', index: 0 });
    yield sse({
      type: 'content_block_start',
      index: 1,
      content_block: { type: 'web_search_tool_result', tool_use_id: 't', content: [{ title: ATTACK }] },
    });
    yield sse({ type: 'message_of_tomorrow' });
  }
  const passed = [];
  for await (const event of guardEvents(chatGuard({ scanner }).turn(), events())) passed.push(JSON.parse(event.data));
  expect(passed.map((event) => event.delta ?? event.content_block ?? event.type)).toEqual([
    { type: 'thinking', thinking: '', signature: '' },
    { type: 'thinking_delta', thinking: 'Ask [EMAIL_1].' },
    { type: 'signature_delta', signature: 'signed' },
    'content_block_stop',
    { type: 'web_search_tool_result', tool_use_id: 't', content: [{ title: WITHHELD }] },
    'message_of_tomorrow',
  ]);
});

it('what came of an answer is reported when its reader leaves', async () => {
  const seen: unknown[] = [];
  const watched = createScanner({
    adapters: [{ name: 'watch', onScan: ({ result }) => result.inputLength > 0 && seen.push(result.source) }],
  });
  const client = await start(() => 'And so on. '.repeat(1_000), { scanner: watched, fakes: { delayMs: 1 } });
  for await (const event of await client.messages.create({ ...body(user('Hello')), stream: true }))
    if (event.type === 'content_block_delta') break;
  await vi.waitFor(() => expect(seen).toEqual(['user', 'model']), PATIENCE);
});

it('the runner of tools is guarded, and other paths are left alone', async () => {
  const client = await start((request) =>
    JSON.stringify(request.body).includes('Withheld') ? 'Read.' : { toolCalls: [{ name: 'read', input: {} }] },
  );
  const runner = client.beta.messages.toolRunner({
    ...body(user('Read it.')),
    tools: [
      { name: 'read', input_schema: { type: 'object' }, run: () => ATTACK, parse: (input: unknown) => input as object },
    ],
  } as Parameters<typeof client.beta.messages.toolRunner>[0]);
  expect(await runner.runUntilDone()).toMatchObject({ content: [{ text: 'Read.' }] });
  await expect(client.messages.countTokens({ model: 'any', messages: user(ATTACK) })).rejects.toThrow('404');
});
