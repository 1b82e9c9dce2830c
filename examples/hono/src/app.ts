import { reportFeedback } from '@llm-sentinel/core';
import { type AnswerOptions, answerResponse, type Limiter, readFeedback, readJson } from '@llm-sentinel/http';
import { Hono } from 'hono';
import { type Ask, SYSTEM_PROMPT } from './model.js';
import { authenticate, guardChat, limit, problems, type SentinelEnv } from './sentinel.js';

export interface AppOptions extends Pick<AnswerOptions, 'onResult'> {
  readonly ask: Ask;
  /** A `rateLimiter()` where there is Node; elsewhere what the platform has. */
  readonly limiter: Limiter;
  readonly onError: (error: unknown) => void;
}

/** Uses nothing but what the web has standardised: it runs on Node, Bun, Deno and in workers at the edge. */
export function createApp({ ask, limiter, onResult, onError }: AppOptions): Hono<SentinelEnv> {
  const app = new Hono<SentinelEnv>();
  app.onError(problems(onError));
  app.use(authenticate, limit(limiter));

  app.post('/chat', guardChat, async (c) => {
    const { messages, vault, context } = c.get('chat');
    const { signal } = c.req.raw;
    const abort = new AbortController();
    const text = await ask(messages, AbortSignal.any([signal, abort.signal]));
    return answerResponse(text, {
      vault,
      context: { ...context, protectedText: SYSTEM_PROMPT },
      blockMessage: '\n[The rest of this answer was withheld.]',
      abort,
      onResult,
      onError: (error) => {
        if (!signal.aborted) onError(error);
      },
    });
  });

  app.post('/feedback', async (c) => {
    reportFeedback(readFeedback(await readJson(c.req.raw), c.get('userId')));
    return c.body(null, 204);
  });

  return app;
}
