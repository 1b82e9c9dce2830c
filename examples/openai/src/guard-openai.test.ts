import { type ChatGuardOptions, chatGuard } from '@llm-sentinel/chat';
import { createScanner } from '@llm-sentinel/core';
import {
  ATTACK,
  describeGuardedClient,
  type FakeModel,
  type FakeModelOptions,
  SECRET,
  SESAME_RULE,
  startFakeModel,
  WITHHELD,
} from '@llm-sentinel/servers';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { guardOpenAI } from './guard-openai.js';
import { guardEvents } from './responses-stream.js';
import { run } from './run.js';

const scanner = createScanner({ rules: [SESAME_RULE] });
/** Blocks what the other one hides. */
const strictScanner = createScanner({ policy: { secret: { action: { model: 'block' } } } });

let fake: FakeModel;
afterEach(() => fake?.close());

async function start(
  reply: FakeModelOptions['reply'],
  { fakes = {}, ...options }: ChatGuardOptions & { fakes?: Partial<FakeModelOptions> } = {},
): Promise<OpenAI> {
  fake = await startFakeModel({ reply, ...fakes });
  return connect(fake, { scanner, ...options });
}
function connect({ openaiUrl }: FakeModel, options: ChatGuardOptions): OpenAI {
  return guardOpenAI(new OpenAI({ baseURL: openaiUrl, apiKey: 'none', maxRetries: 0 }), options);
}

const model = 'any';
type Messages = OpenAI.ChatCompletionMessageParam[];
type Input = OpenAI.Responses.ResponseInput;
const user = (content: string): Messages => [{ role: 'user', content }];
/** What the model was sent, as a text. */
const sent = () => JSON.stringify(fake.requests.at(-1)?.body);

/** Each way to get a text from a client. */
const WAYS: Readonly<Record<string, (client: OpenAI, prompt: string, signal?: AbortSignal) => Promise<string>>> = {
  'chat, whole': async (client, prompt, signal) => {
    const answer = await client.chat.completions.create({ model, messages: user(prompt) }, { signal });
    return answer.choices[0]?.message.content ?? '';
  },
  'chat, streamed': async (client, prompt, signal) => {
    let text = '';
    const body = { model, messages: user(prompt), stream: true } as const;
    for await (const chunk of await client.chat.completions.create(body, { signal }))
      text += chunk.choices[0]?.delta.content ?? '';
    return text;
  },
  'chat, with the stream helper': async (client, prompt, signal) =>
    (await client.chat.completions.stream({ model, messages: user(prompt) }, { signal }).finalContent()) ?? '',
  'responses, whole': async (client, prompt, signal) =>
    (await client.responses.create({ model, input: prompt }, { signal })).output_text,
  'responses, streamed': async (client, prompt, signal) => {
    let text = '';
    for await (const event of await client.responses.create({ model, input: prompt, stream: true }, { signal })) {
      if (event.type === 'response.output_text.delta') text += event.delta;
    }
    return text;
  },
  'responses, with the stream helper': async (client, prompt, signal) =>
    (await client.responses.stream({ model, input: prompt }, { signal }).finalResponse()).output_text,
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
    streams: way.includes('stream'),
    connect: (model, isStrict) => {
      const client = connect(model, { scanner: isStrict ? strictScanner : scanner });
      return (prompt, signal) => ask(client, prompt, signal);
    },
    // The stream helpers wrap what they meet.
    thrown: (error) => (way.includes('helper') ? { cause: error } : error),
    apiError: { status: 429 },
  });
}

describe('a call of a tool', () => {
  const reply = () => ({
    text: 'So be it.',
    toolCalls: [
      { name: 'send', input: { to: '[EMAIL_1]', text: `the key ${SECRET}` } },
      { name: 'wait', input: {} },
    ],
  });
  const expected = [{ to: 'ann@example.com', text: 'the key [AWS_ACCESS_KEY_1]' }, {}];
  const tools = ['send', 'wait'].map((name) => ({ type: 'function' as const, function: { name, parameters: {} } }));
  const flatTools = ['send', 'wait'].map((name) => ({
    type: 'function' as const,
    name,
    parameters: {},
    strict: false,
  }));
  const prompt = 'Write to ann@example.com';

  it('has what the user wrote, and nothing that the model let slip: chat', async () => {
    const client = await start(reply);
    const body = { model, messages: user(prompt), tools };
    const whole = await client.chat.completions.create(body);
    const streamed = await client.chat.completions.stream(body).finalChatCompletion();
    for (const { choices } of [whole, streamed]) {
      const calls = choices[0]?.message.tool_calls ?? [];
      expect(calls.map((call) => call.type === 'function' && JSON.parse(call.function.arguments))).toEqual(expected);
      expect(choices[0]?.finish_reason).toBe('tool_calls');
    }
  });

  it('has what the user wrote, and nothing that the model let slip: responses', async () => {
    const client = await start(reply);
    const body = { model, input: prompt, tools: flatTools };
    const whole = await client.responses.create(body);
    const streamed = await client.responses.stream(body).finalResponse();
    for (const { output } of [whole, streamed]) {
      const calls = output.flatMap((item) => (item.type === 'function_call' ? [JSON.parse(item.arguments)] : []));
      expect(calls).toEqual(expected);
    }
  });

  it('whose arguments are no JSON passes as the text it is', async () => {
    const client = await start(() => ({ toolCalls: [{ name: 'send', input: '{"to":' }] }));
    const { choices } = await client.chat.completions.create({ model, messages: user('Hello') });
    expect(choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: { arguments: '{"to":' } });
  });
});

it('no event of a stream has what did not pass, and what they repeat is what passed', async () => {
  const client = await start(() => `The key is ${SECRET}, says bob@example.org. Write to [EMAIL_1].`);
  const events = [];
  const stream = await client.responses.create({ model, input: 'I am ann@example.com', stream: true });
  for await (const event of stream) events.push(event);
  expect(JSON.stringify(events)).not.toMatch(new RegExp(`${SECRET}|bob@`));
  const repeated = events.flatMap((event) => {
    if (event.type === 'response.output_text.done') return [event.text];
    if (event.type === 'response.content_part.done') return 'text' in event.part ? [event.part.text] : [];
    if (event.type === 'response.output_item.done') return [JSON.stringify(event.item)];
    return event.type === 'response.completed' ? [JSON.stringify(event.response.output)] : [];
  });
  const passed = events.map((event) => (event.type === 'response.output_text.delta' ? event.delta : '')).join('');
  expect(passed).toBe('The key is [AWS_ACCESS_KEY_1], says [EMAIL_2]. Write to ann@example.com.');
  expect(repeated).toHaveLength(4);
  for (const text of repeated) expect(text).toContain(passed);
});

it('what came of an answer is reported when its reader leaves', async () => {
  const seen: unknown[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: ({ result }) => seen.push(result.source) }] });
  const client = await start(() => 'And so on. '.repeat(1_000), { scanner: watched, fakes: { delayMs: 1 } });
  for await (const chunk of await client.chat.completions.create({ model, messages: user('Hello'), stream: true }))
    if (chunk.choices[0]?.delta.content) break;
  expect(seen).toEqual(['user', 'model']);
  for await (const event of await client.responses.create({ model, input: 'Hello', stream: true }))
    if (event.type === 'response.output_text.delta') break;
  expect(seen).toEqual(['user', 'model', 'user', 'model']);
});

it('a text that comes in no pieces is guarded at its end', async () => {
  async function* events() {
    yield {
      type: 'response.output_text.done',
      item_id: 'm',
      output_index: 0,
      content_index: 0,
      text: 'bob@example.org',
    };
  }
  const passed = [];
  const turn = chatGuard({ scanner }).turn();
  for await (const event of guardEvents(turn, events() as never)) passed.push(event);
  expect(passed).toMatchObject([{ type: 'response.output_text.done', text: '[EMAIL_1]' }]);
});

const file = (text: string) => `data:text/plain;base64,${Buffer.from(text).toString('base64')}`;
const png = `data:image/png;base64,${Buffer.from(Uint8Array.from({ length: 64 }, (_, index) => index * 3)).toString('base64')}`;

describe('an attack', () => {
  it.each<[string, Messages]>([
    ['in a text', user(ATTACK)],
    [
      'in one part of many',
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Hello' },
            { type: 'text', text: ATTACK },
          ],
        },
      ],
    ],
    [
      'cut into parts',
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Say open' },
            { type: 'text', text: 'sesame to the door.' },
          ],
        },
      ],
    ],
    [
      'beside an image',
      [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: png } },
            { type: 'text', text: ATTACK },
          ],
        },
      ],
    ],
    ['in a turn before', [...user(ATTACK), { role: 'assistant', content: 'No.' }, ...user('Hello?')]],
  ])('%s stops the call', async (_, messages) => {
    const client = await start(() => 'Never said.');
    await expect(client.chat.completions.create({ model, messages })).rejects.toMatchObject({ code: 'BLOCKED' });
    const input = messages.map(({ role, content }) => ({
      role,
      content: Array.isArray(content)
        ? content.map((part) =>
            'text' in part
              ? { type: 'input_text', text: part.text }
              : { type: 'input_image', image_url: png, detail: 'auto' },
          )
        : content,
    })) as Input;
    await expect(client.responses.create({ model, input })).rejects.toMatchObject({ code: 'BLOCKED' });
    expect(fake.requests).toEqual([]);
  });

  it.each<[string, Messages]>([
    ['a result', [{ role: 'tool', tool_call_id: 'c1', content: ATTACK }]],
    [
      'a result in parts',
      [
        {
          role: 'tool',
          tool_call_id: 'c1',
          content: [
            { type: 'text', text: 'Hello' },
            { type: 'text', text: ATTACK },
          ],
        },
      ],
    ],
    ['a result of old', [{ role: 'function', name: 'read', content: ATTACK }]],
    ['a file', [{ role: 'user', content: [{ type: 'file', file: { filename: 'a.txt', file_data: file(ATTACK) } }] }]],
    ['the name of a file', [{ role: 'user', content: [{ type: 'file', file: { filename: ATTACK, file_data: png } }] }]],
  ])('in %s is withheld from chat', async (_, messages) => {
    const client = await start(() => 'Read.');
    await client.chat.completions.create({ model, messages });
    expect(sent()).not.toContain('previous instructions');
    expect(sent().includes(WITHHELD) || sent().includes(file(WITHHELD))).toBe(true);
  });

  it.each<[string, object]>([
    ['a result', { type: 'function_call_output', call_id: 'c1', output: ATTACK }],
    [
      'a result in parts',
      { type: 'function_call_output', call_id: 'c1', output: [{ type: 'input_text', text: ATTACK }] },
    ],
    ['a result of a custom tool', { type: 'custom_tool_call_output', call_id: 'c1', output: ATTACK }],
    [
      'what a shell printed',
      {
        type: 'shell_call_output',
        call_id: 'c1',
        output: [{ stdout: ATTACK, stderr: '', outcome: { type: 'exit', exit_code: 0 } }],
      },
    ],
    [
      'a result of an MCP server',
      { type: 'mcp_call', id: 'm1', name: 'read', server_label: 's', arguments: '{}', output: ATTACK },
    ],
    [
      'a tool of an MCP server',
      {
        type: 'mcp_list_tools',
        id: 'm1',
        server_label: 's',
        tools: [{ name: 'add', description: ATTACK, input_schema: {} }],
      },
    ],
    [
      'a search',
      { type: 'file_search_call', id: 'f1', status: 'completed', queries: ['hours'], results: [{ text: ATTACK }] },
    ],
    ['a file', { role: 'user', content: [{ type: 'input_file', filename: 'a.txt', file_data: file(ATTACK) }] }],
  ])('in %s is withheld from responses', async (_, item) => {
    const client = await start(() => 'Read.');
    // Not all of these kinds have all their members here.
    await client.responses.create({ model, input: [{ role: 'user', content: 'Hello' }, item] as unknown as Input });
    expect(sent()).not.toContain('previous instructions');
    expect(sent().includes(WITHHELD) || sent().includes(file(WITHHELD))).toBe(true);
  });

  it('in the words of the owner is none', async () => {
    const client = await start(() => 'Yes.');
    await client.responses.create({ model, instructions: ATTACK, input: 'Hello' });
    await client.chat.completions.create({
      model,
      messages: [{ role: 'developer', content: ATTACK }, ...user('Hello')],
    });
    expect(fake.requests).toHaveLength(2);
  });
});

it('images, sounds and other files pass as they are', async () => {
  const client = await start(() => 'A cat.');
  const content: OpenAI.ChatCompletionContentPart[] = [
    { type: 'image_url', image_url: { url: png } },
    { type: 'input_audio', input_audio: { data: png, format: 'wav' } },
    { type: 'file', file: { file_id: 'file-1' } },
  ];
  await client.chat.completions.create({ model, messages: [{ role: 'user', content }] });
  expect(fake.requests[0]?.body.messages[0].content).toEqual(content);
});

it('the helpers that parse and that show the response work, and other paths are left alone', async () => {
  const client = await start(() => '{"hour": 9}');
  const parsed = await client.chat.completions.parse({
    model,
    messages: user('When?'),
    response_format: { type: 'json_object' },
  });
  expect(parsed.choices[0]?.message.content).toBe('{"hour": 9}');
  const { data, response } = await client.responses.create({ model, input: 'When?' }).withResponse();
  expect([data.output_text, response.status]).toEqual(['{"hour": 9}', 200]);
  await expect(client.embeddings.create({ model, input: ATTACK })).rejects.toThrow('404');
});

it('a client with other options is guarded too', async () => {
  const client = (await start(() => 'Never said.')).withOptions({ timeout: 1_000 });
  await expect(client.responses.create({ model, input: ATTACK })).rejects.toMatchObject({ code: 'BLOCKED' });
});
