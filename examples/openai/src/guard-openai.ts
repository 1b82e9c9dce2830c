import { type ChatGuardOptions, chatGuard } from '@llm-sentinel/chat';
import type OpenAI from 'openai';
import { Stream } from 'openai/core/streaming';
import { chatApi } from './chat-api.js';
import type { GuardedApi } from './guarded-api.js';
import { responsesApi } from './responses-api.js';

// Each is the API of one path: what it takes and answers is known by no type that both share.
// biome-ignore lint/suspicious/noExplicitAny: see above.
const APIS: Readonly<Record<string, GuardedApi<any, any, any>>> = {
  '/chat/completions': chatApi,
  '/responses': responsesApi,
};

/**
 * A client like the given one, whose `chat.completions` and `responses` are scanned, whole and streamed, also through `parse`, `stream`
 * and `runTools`. Cheap enough to make one for each user or request, whose `context` it then has.
 *
 * A request or answer that is blocked rejects with SentinelError `BLOCKED`; errors of the API come as they are.
 */
export function guardOpenAI(client: OpenAI, options: ChatGuardOptions = {}): OpenAI {
  const guard = chatGuard(options);
  const guarded = client.withOptions({});
  const post = guarded.post.bind(guarded);
  // All methods of the client that create answers end here.
  guarded.post = ((path, request) => {
    const api = APIS[path];
    if (api === undefined) return post(path, request);
    const turn = guard.turn();
    const guardedRequest = Promise.resolve(request).then(async (given) => ({
      ...given,
      body: await turn.input(given?.body, api.mapRequest),
    }));
    return post(path, guardedRequest)._thenUnwrap((answer) =>
      answer instanceof Stream
        ? new Stream(() => api.guardEvents(turn, answer)[Symbol.asyncIterator](), answer.controller)
        : turn.output(answer, api.mapAnswer),
    );
  }) as typeof guarded.post;
  guarded.withOptions = (more) => guardOpenAI(client.withOptions(more), options);
  return guarded;
}
