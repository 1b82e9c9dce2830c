import { type Adapter, configure, flush, SentinelError } from '@llm-sentinel/core';
import type { Limiter } from '@llm-sentinel/http';
import OpenAI from 'openai';
import { createApp } from './app.js';
import { createAsk } from './model.js';

/** What the platform gives a worker; the limit is a binding as Cloudflare has it. */
interface Env {
  readonly OPENAI_BASE_URL: string;
  readonly OPENAI_API_KEY: string;
  readonly MODEL: string;
  readonly CHAT_LIMIT: { limit(options: { readonly key: string }): Promise<{ readonly success: boolean }> };
}

interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void;
}

/** The platform collects what is printed: a line for each scan that found something, without its text. */
const lines: Adapter = {
  name: 'lines',
  onScan({ result: { scanId, action, threatType, source }, context }) {
    if (action !== 'allow') console.log(JSON.stringify({ scanId, action, threatType, source, ...context }));
  },
};

configure({ sessions: true, adapters: [lines] });

function limiterOf({ CHAT_LIMIT }: Env): Limiter {
  return {
    async enforce({ userId = '' }) {
      const { success } = await CHAT_LIMIT.limit({ key: userId });
      if (!success) throw new SentinelError('RATE_LIMITED', 'Too many chats.', { details: { retryAfterMs: 60_000 } });
    },
  };
}

export default {
  fetch(request: Request, env: Env, execution: ExecutionContext): Response | Promise<Response> {
    const app = createApp({
      ask: createAsk(new OpenAI({ baseURL: env.OPENAI_BASE_URL, apiKey: env.OPENAI_API_KEY }), env.MODEL),
      limiter: limiterOf(env),
      // A worker may be stopped after its answer. Adapters that send somewhere are handed the rest before.
      onResult: () => execution.waitUntil(flush()),
      onError: (error) => console.error(error),
    });
    return app.fetch(request);
  },
};
