import { type AdmittedChat, admitChat, chatContext, problemOf, readChat, refusal } from '@llm-sentinel/http';
import { type RateLimiter, rateLimitHeaders } from '@llm-sentinel/resilience';
import type { FastifyError, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';

export interface SentinelOptions {
  readonly limiter: RateLimiter;
  /** Who asks, from what your authentication has checked. */
  readonly userOf: (request: FastifyRequest) => string | undefined;
  /** Told of failures that are ours. */
  readonly onError: (error: unknown) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    userId: string;
  }
  interface FastifyInstance {
    /** Lets only what is safe reach the model: rejects, or answers the messages for the model and whose they are. */
    admitChat(request: FastifyRequest): AdmittedChat & { readonly context: ReturnType<typeof chatContext> };
  }
}

/** All routes of the scope that registers it ask who is there and how often, and answer failures with problems. */
export const sentinel = plugin<SentinelOptions>(
  async (app, { limiter, userOf, onError }) => {
    app.decorateRequest('userId', '');

    app.decorate('admitChat', (request) => {
      const chat = readChat(request.body);
      const context = chatContext({ userId: request.userId, requestId: request.id }, chat);
      return { ...admitChat(chat.messages, { context }), context };
    });

    // Before the body is read: what is refused should cost nothing.
    app.addHook('onRequest', async (request, reply) => {
      const userId = userOf(request);
      if (userId === undefined) throw refusal('Say who you are.', 401);
      request.userId = userId;
      reply.headers(rateLimitHeaders(limiter, await limiter.enforce({ userId })));
    });

    app.setErrorHandler<FastifyError>((error, _request, reply) => {
      // Fastify's own errors blame the request; those of other libraries have a status that is not ours.
      const isOfFastify = typeof error.code === 'string' && error.code.startsWith('FST_');
      const { status, headers, body } = problemOf(error, isOfFastify ? error.statusCode : 500);
      if (status >= 500 && !reply.raw.destroyed) onError(error);
      return reply.code(status).headers(headers).send(JSON.stringify(body));
    });
  },
  { name: 'llm-sentinel', fastify: '5.x' },
);
