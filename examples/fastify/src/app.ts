import { reportFeedback, shutdown } from '@llm-sentinel/core';
import { answerEvents, EVENT_STREAM_HEADERS, readFeedback } from '@llm-sentinel/http';
import { metricsHandler, type PrometheusAdapter, recordHttpRequest } from '@llm-sentinel/prometheus';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { type Ask, SYSTEM_PROMPT } from './model.js';
import { type SentinelOptions, sentinel } from './sentinel.js';

export interface AppOptions extends Pick<SentinelOptions, 'limiter' | 'onError'> {
  readonly ask: Ask;
  readonly prometheus: PrometheusAdapter;
  readonly metricsToken: string;
  readonly logger?: FastifyServerOptions['logger'];
}

export function createApp(options: AppOptions): FastifyInstance {
  const { ask, limiter, prometheus, metricsToken, onError, logger = false } = options;
  const app = Fastify({ logger, bodyLimit: 131_072 });

  app.addHook('onResponse', async (request, reply) =>
    recordHttpRequest(prometheus.metrics, {
      method: request.method,
      route: request.routeOptions.url,
      statusCode: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    }),
  );
  // Answers under way have ended by then.
  app.addHook('onClose', () => shutdown());

  const metrics = metricsHandler({ registry: prometheus.registry, auth: { bearer: metricsToken } });
  app.get('/metrics', (request, reply) => {
    reply.hijack();
    return metrics(request.raw, reply.raw);
  });

  app.register(async (chat) => {
    await chat.register(sentinel, { limiter, onError, userOf: ({ headers }) => headers['x-user-id']?.toString() });

    chat.post('/chat', async (request, reply) => {
      const { messages, vault, context } = chat.admitChat(request);
      // Not `request.signal`: it is aborted as soon as the body has been read.
      const abort = new AbortController();
      reply.raw.once('close', () => abort.abort());
      const text = await ask(messages, abort.signal);
      const events = answerEvents(text, {
        vault,
        context: { ...context, protectedText: SYSTEM_PROMPT },
        blockMessage: '\n[The rest of this answer was withheld.]',
        abort,
        onError,
      });
      return reply.headers(EVENT_STREAM_HEADERS).send(events);
    });

    chat.post('/feedback', async (request, reply) => {
      reportFeedback(readFeedback(request.body, request.userId));
      return reply.code(204).send();
    });
  });

  return app;
}
