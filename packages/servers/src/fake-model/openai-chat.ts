import { callsOf, type FakeAnswer, type Origin, piecesOf, type WireFormat } from './answer.js';

/** https://platform.openai.com/docs/api-reference/chat */
export const openaiChat: WireFormat = {
  path: '/v1/chat/completions',
  whole(origin, answer) {
    return {
      ...head(origin, 'chat.completion'),
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: answer.text ?? null,
            refusal: null,
            ...(answer.toolCalls && { tool_calls: callsOf(answer).map(({ id, name, json }) => call(id, name, json)) }),
          },
          logprobs: null,
          finish_reason: finishReason(answer),
        },
      ],
      usage: USAGE,
    };
  },
  *events(origin, answer, chunkSize) {
    const chunk = (delta: object, finish_reason: string | null = null) => ({
      data: { ...head(origin, 'chat.completion.chunk'), choices: [{ index: 0, delta, logprobs: null, finish_reason }] },
    });
    yield chunk({ role: 'assistant', content: '', refusal: null });
    for (const content of piecesOf(answer.text ?? '', chunkSize)) yield chunk({ content });
    for (const [index, { id, name, json }] of callsOf(answer).entries()) {
      yield chunk({ tool_calls: [{ index, ...call(id, name, '') }] });
      for (const piece of piecesOf(json, chunkSize))
        yield chunk({ tool_calls: [{ index, function: { arguments: piece } }] });
    }
    yield chunk({}, finishReason(answer));
    yield { data: { ...head(origin, 'chat.completion.chunk'), choices: [], usage: USAGE } };
    yield { data: '[DONE]' };
  },
  failure: (_status, message) => ({ error: { message, type: 'fake_error', param: null, code: null } }),
};

const USAGE = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };
const head = ({ model, serial }: Origin, object: string) => ({
  id: `chatcmpl-fake_${serial}`,
  object,
  created: 1_700_000_000,
  model,
});
const call = (id: string, name: string, json: string) => ({
  id,
  type: 'function',
  function: { name, arguments: json },
});
const finishReason = ({ toolCalls }: FakeAnswer) => (toolCalls === undefined ? 'stop' : 'tool_calls');
