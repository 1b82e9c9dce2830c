import { AIMessageChunk } from '@langchain/core/messages';
import { chatGuard } from '@llm-sentinel/chat';
import { expect, it } from 'vitest';
import { guardChunks } from './guard-chunks.js';

async function guarded(...chunks: ConstructorParameters<typeof AIMessageChunk>[0][]): Promise<AIMessageChunk> {
  async function* streamed() {
    for (const chunk of chunks) yield new AIMessageChunk(chunk as string);
  }
  let whole: AIMessageChunk | undefined;
  for await (const { message } of guardChunks(chatGuard().turn(), streamed())) {
    whole = whole === undefined ? (message as AIMessageChunk) : whole.concat(message as AIMessageChunk);
  }
  return whole as AIMessageChunk;
}

it('texts and thoughts in blocks are guarded each on its own', async () => {
  const block = (index: number, key: 'text' | 'reasoning', words: string) => ({
    content: [{ type: key, [key]: words, index }] as AIMessageChunk['content'],
  });
  const { content } = await guarded(
    block(0, 'reasoning', 'I know bob@'),
    block(1, 'text', 'Ask '),
    block(0, 'reasoning', 'example.org.'),
    block(1, 'text', 'cid@example.net.'),
  );
  expect(content).toMatchObject([
    { type: 'reasoning', reasoning: 'I know [EMAIL_1].' },
    { type: 'text', text: 'Ask [EMAIL_1].' },
  ]);
});

it('thoughts beside the text are guarded, and calls that a provider repeats do not pass unread', async () => {
  const call = {
    index: 0,
    id: 'c1',
    type: 'function' as const,
    function: { name: 'send', arguments: '{"to":"bob@example.org"}' },
  };
  const answer = await guarded(
    { content: '', additional_kwargs: { reasoning_content: 'I know bob@example.org.', tool_calls: [call] } },
    { content: 'Done.', tool_call_chunks: [{ index: 0, id: 'c1', name: 'send', args: '{"to":' }] },
    {
      content: '',
      tool_call_chunks: [{ index: 0, args: '"bob@example.org"}' }],
      response_metadata: { output: ['bob@example.org'] },
    },
  );
  expect(answer.additional_kwargs).toEqual({ reasoning_content: 'I know [EMAIL_1].' });
  expect(answer.tool_calls).toMatchObject([{ id: 'c1', name: 'send', args: { to: '[EMAIL_1]' } }]);
  expect(JSON.stringify(answer)).not.toContain('bob@');
});
