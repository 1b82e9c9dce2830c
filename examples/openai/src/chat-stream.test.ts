import { chatGuard } from '@llm-sentinel/chat';
import type OpenAI from 'openai';
import { expect, it } from 'vitest';
import { guardChunks } from './chat-stream.js';

type Chunk = OpenAI.ChatCompletionChunk;

function chunk(index: number, delta: Chunk['choices'][number]['delta'], finish_reason: 'stop' | null = null): Chunk {
  const choices = [{ index, delta, finish_reason, logprobs: { content: [], refusal: [] } }];
  return { id: 'c', object: 'chat.completion.chunk', created: 0, model: 'any', choices };
}

async function* streamed(...chunks: Chunk[]) {
  yield* chunks;
}

const guarded = (...chunks: Chunk[]) => guardChunks(chatGuard().turn(), streamed(...chunks));

it('several choices of one stream are kept apart, and what is held passes before each ends', async () => {
  const texts = ['', ''];
  const ends: string[] = [];
  const chunks = guarded(
    chunk(0, { content: 'Write to ann@' }),
    chunk(1, { content: 'Ask ' }),
    chunk(0, { content: 'example.com' }),
    chunk(0, {}, 'stop'),
    // The other one is cut off.
    chunk(1, { content: 'bob@example.org' }),
  );
  for await (const { choices } of chunks) {
    for (const { index, delta, finish_reason } of choices) {
      texts[index] += delta.content ?? '';
      if (finish_reason !== null) ends.push(`${index} ${texts[index]}`);
    }
  }
  expect(texts).toEqual(['Write to [EMAIL_1]', 'Ask [EMAIL_1]']);
  expect(ends).toEqual(['0 Write to [EMAIL_1]']);
});

it('refusals, thoughts and functions of old are guarded too, and no token passes beside its text', async () => {
  const thought = { role: 'assistant', reasoning_content: 'I know bob@example.org.' } as const;
  const chunks = guarded(
    chunk(0, thought),
    chunk(0, { refusal: 'Ask bob@example.org.' }),
    chunk(0, { function_call: { name: 'send', arguments: '{"to":"bob@' } }),
    chunk(0, { function_call: { arguments: 'example.org"}' } }, 'stop'),
  );
  const seen: Chunk[] = [];
  for await (const one of chunks) seen.push(one);
  expect(seen.map(({ choices }) => choices[0])).toEqual([
    { index: 0, delta: { role: 'assistant' }, finish_reason: null, logprobs: null },
    { index: 0, delta: { function_call: { name: 'send', arguments: '' } }, finish_reason: null, logprobs: null },
    {
      index: 0,
      delta: {
        reasoning_content: 'I know [EMAIL_1].',
        refusal: 'Ask [EMAIL_1].',
        function_call: { arguments: '{"to":"[EMAIL_1]"}' },
      },
      finish_reason: null,
    },
    { index: 0, delta: {}, finish_reason: 'stop', logprobs: null },
  ]);
});

it('arguments of tools pass when they are whole, also of one that comes in a single piece', async () => {
  const call = {
    index: 0,
    id: 'c1',
    type: 'function' as const,
    function: { name: 'send', arguments: '{"to":"bob@example.org"}' },
  };
  const seen: Chunk[] = [];
  for await (const one of guarded(chunk(0, { tool_calls: [call] }), chunk(0, {}, 'stop'))) seen.push(one);
  expect(seen.map(({ choices }) => choices[0]?.delta)).toEqual([
    { tool_calls: [{ ...call, function: { name: 'send', arguments: '' } }] },
    { tool_calls: [{ index: 0, function: { arguments: '{"to":"[EMAIL_1]"}' } }] },
    {},
  ]);
});
