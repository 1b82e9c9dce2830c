import type Anthropic from '@anthropic-ai/sdk';
import type { Middleware } from '@anthropic-ai/sdk';
import { Stream } from '@anthropic-ai/sdk/core/streaming';
import { type ChatGuardOptions, chatGuard } from '@llm-sentinel/chat';
import { mapAnswer, mapRequest } from './map-messages.js';
import { guardEvents, type ServerSentEvent } from './message-stream.js';

/**
 * A client like the given one, whose `messages` are scanned, whole and streamed, also through `stream`, `parse` and the runner of
 * tools. Cheap enough to make one for each user or request, whose `context` it then has.
 *
 * A request or answer that is blocked rejects with SentinelError `BLOCKED`; errors of the API come as they are.
 */
export function guardAnthropic(client: Anthropic, options: ChatGuardOptions = {}): Anthropic {
  // First of all: what the others see of a request is what the API sees.
  return client.withOptions({ middleware: [messagesGuard(options), ...client.middleware] });
}

function messagesGuard(options: ChatGuardOptions): Middleware {
  const guard = chatGuard(options);
  return async (request, next) => {
    if (!new URL(request.url).pathname.endsWith('/v1/messages')) return next(request);
    const turn = guard.turn();
    const body = await turn.input(JSON.parse(String(request.body)), mapRequest);
    const response = await next({ ...request, body: JSON.stringify(body) });
    if (!response.ok) return response;
    if (body.stream === true) return new Response(encoded(guardEvents(turn, Stream.rawEvents(response))), response);
    const answer = (await response.json()) as Anthropic.Message;
    return Response.json(await turn.output(answer, mapAnswer), response);
  };
}

function encoded(events: AsyncGenerator<ServerSentEvent>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`event: ${value.event}\ndata: ${value.data}\n\n`));
    },
    // Whoever stops reading cuts off the model.
    cancel: async () => void (await events.return(undefined)),
  });
}
