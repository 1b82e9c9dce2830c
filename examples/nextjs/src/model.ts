import type { TextMessage } from '@llm-sentinel/http';
import type OpenAI from 'openai';

export const SYSTEM_PROMPT =
  'You are Marvin, the assistant of Example Bank. Answer in one paragraph. Speak of accounts, cards and transfers only.';

/** Asks the model. Resolves when it begins to answer. */
export type Ask = (messages: readonly TextMessage[], signal: AbortSignal) => Promise<AsyncIterable<string>>;

export function createAsk(client: OpenAI, model: string): Ask {
  return async (messages, signal) => {
    const stream = await client.chat.completions.create(
      { model, stream: true, messages: [{ role: 'system', content: SYSTEM_PROMPT }, ...messages] },
      { signal },
    );
    return textOf(stream);
  };
}

async function* textOf(stream: AsyncIterable<OpenAI.ChatCompletionChunk>): AsyncIterable<string> {
  for await (const { choices } of stream) yield choices[0]?.delta.content ?? '';
}
