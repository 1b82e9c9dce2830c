import { callsOf, type FakeAnswer, type Origin, piecesOf, type ServerSentEvent, type WireFormat } from './answer.js';

/** https://docs.anthropic.com/en/api/messages-streaming */
export const anthropicMessages: WireFormat = {
  path: '/v1/messages',
  whole: (origin, answer) => ({
    ...message(origin),
    content: blocksOf(answer).map(({ block }) => block),
    stop_reason: stopReason(answer),
  }),
  *events(origin, answer, chunkSize) {
    const event = (type: string, members: object): ServerSentEvent => ({ event: type, data: { type, ...members } });
    yield event('message_start', { message: message(origin) });
    yield event('ping', {});
    for (const [index, { start, deltas }] of blocksOf(answer).entries()) {
      yield event('content_block_start', { index, content_block: start });
      for (const delta of deltas(chunkSize)) yield event('content_block_delta', { index, delta });
      yield event('content_block_stop', { index });
    }
    yield event('message_delta', {
      delta: { stop_reason: stopReason(answer), stop_sequence: null },
      usage: { output_tokens: 5 },
    });
    yield event('message_stop', {});
  },
  failure: (status, text) => ({
    type: 'error',
    error: { type: status === 429 ? 'rate_limit_error' : 'api_error', message: text },
    request_id: 'req_fake',
  }),
};

interface Block {
  readonly block: object;
  readonly start: object;
  deltas(chunkSize: number): readonly object[];
}

function blocksOf(answer: FakeAnswer): Block[] {
  const { text } = answer;
  const texts: Block[] =
    text === undefined
      ? []
      : [
          {
            block: { type: 'text', text, citations: null },
            start: { type: 'text', text: '', citations: null },
            deltas: (size) => piecesOf(text, size).map((piece) => ({ type: 'text_delta', text: piece })),
          },
        ];
  const calls = callsOf(answer).map(
    ({ id, name, input, json }): Block => ({
      block: { type: 'tool_use', id, name, input },
      start: { type: 'tool_use', id, name, input: {} },
      deltas: (size) => piecesOf(json, size).map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
    }),
  );
  return [...texts, ...calls];
}

const stopReason = ({ toolCalls }: FakeAnswer) => (toolCalls === undefined ? 'end_turn' : 'tool_use');
const message = ({ model, serial }: Origin) => ({
  id: `msg_fake_${serial}`,
  type: 'message',
  role: 'assistant',
  model,
  content: [] as object[],
  stop_reason: null as string | null,
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 1 },
});
