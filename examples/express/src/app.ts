import { pipeline } from 'node:stream/promises';
import { reportFeedback } from '@llm-sentinel/core';
import { answerEvents, EVENT_STREAM_HEADERS, readFeedback } from '@llm-sentinel/http';
import { httpMetrics, metricsHandler, type PrometheusAdapter } from '@llm-sentinel/prometheus';
import type { RateLimiter } from '@llm-sentinel/resilience';
import express, { type Express } from 'express';
import { authenticate, type GuardedChat, guardChat, limit, problems } from './guard.js';
import { type Ask, SYSTEM_PROMPT } from './model.js';

export interface AppOptions {
  readonly ask: Ask;
  readonly limiter: RateLimiter;
  readonly prometheus: PrometheusAdapter;
  readonly metricsToken: string;
  readonly onError: (error: unknown) => void;
}

export function createApp({ ask, limiter, prometheus, metricsToken, onError }: AppOptions): Express {
  const app = express().disable('x-powered-by');
  app.use(httpMetrics({ metrics: prometheus.metrics }));
  app.get('/metrics', metricsHandler({ registry: prometheus.registry, auth: { bearer: metricsToken } }));

  app.use(authenticate, limit(limiter), express.json({ limit: '128kb' }));

  app.post('/chat', guardChat, async (_request, response) => {
    const { messages, vault, context } = response.locals.chat as GuardedChat;
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    const text = await ask(messages, abort.signal);
    response.set(EVENT_STREAM_HEADERS);
    const events = answerEvents(text, {
      vault,
      context: { ...context, protectedText: SYSTEM_PROMPT },
      blockMessage: '\n[The rest of this answer was withheld.]',
      abort,
      onError,
    });
    await pipeline(events, response);
  });

  app.post('/feedback', (request, response) => {
    reportFeedback(readFeedback(request.body, response.locals.userId));
    response.status(204).end();
  });

  app.use(problems(onError));
  return app;
}
