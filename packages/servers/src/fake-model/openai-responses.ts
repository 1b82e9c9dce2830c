import { callsOf, type FakeAnswer, type Origin, piecesOf, type ServerSentEvent, type WireFormat } from './answer.js';

/** https://platform.openai.com/docs/api-reference/responses */
export const openaiResponses: WireFormat = {
  path: '/v1/responses',
  whole: (origin, answer) => response(origin, 'completed', outputOf(answer)),
  *events(origin, answer, chunkSize) {
    let sequence_number = 0;
    const event = (type: string, members: object): ServerSentEvent => ({
      event: type,
      data: { type, sequence_number: sequence_number++, ...members },
    });
    yield event('response.created', { response: response(origin, 'in_progress', []) });
    yield event('response.in_progress', { response: response(origin, 'in_progress', []) });
    for (const [output_index, item] of outputOf(answer).entries()) {
      const at = { item_id: item.id, output_index };
      if (item.type === 'message') {
        const text = item.content[0]?.text ?? '';
        const part = { ...at, content_index: 0 };
        yield event('response.output_item.added', {
          output_index,
          item: { ...item, status: 'in_progress', content: [] },
        });
        yield event('response.content_part.added', { ...part, part: outputText('') });
        for (const delta of piecesOf(text, chunkSize))
          yield event('response.output_text.delta', { ...part, delta, logprobs: [] });
        yield event('response.output_text.done', { ...part, text, logprobs: [] });
        yield event('response.content_part.done', { ...part, part: outputText(text) });
      } else {
        yield event('response.output_item.added', {
          output_index,
          item: { ...item, status: 'in_progress', arguments: '' },
        });
        for (const delta of piecesOf(item.arguments, chunkSize))
          yield event('response.function_call_arguments.delta', { ...at, delta });
        yield event('response.function_call_arguments.done', { ...at, name: item.name, arguments: item.arguments });
      }
      yield event('response.output_item.done', { output_index, item });
    }
    yield event('response.completed', { response: response(origin, 'completed', outputOf(answer)) });
  },
  failure: (_status, message) => ({ error: { message, type: 'fake_error', param: null, code: null } }),
};

interface MessageItem {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly status: string;
  readonly content: readonly ReturnType<typeof outputText>[];
}

interface CallItem {
  readonly id: string;
  readonly type: 'function_call';
  readonly call_id: string;
  readonly name: string;
  readonly arguments: string;
  readonly status: string;
}

function outputOf(answer: FakeAnswer): (MessageItem | CallItem)[] {
  const message: MessageItem[] =
    answer.text === undefined
      ? []
      : [
          {
            id: 'msg_fake',
            type: 'message',
            role: 'assistant',
            status: 'completed',
            content: [outputText(answer.text)],
          },
        ];
  const calls = callsOf(answer).map(
    ({ id, name, json }): CallItem => ({
      id: `fc_${id}`,
      type: 'function_call',
      call_id: id,
      name,
      arguments: json,
      status: 'completed',
    }),
  );
  return [...message, ...calls];
}

const outputText = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });

function response({ model, serial }: Origin, status: string, output: readonly object[]): object {
  return {
    id: `resp_fake_${serial}`,
    object: 'response',
    created_at: 1_700_000_000,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model,
    output,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    usage: {
      input_tokens: 3,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 5,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 8,
    },
  };
}
