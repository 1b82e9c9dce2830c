import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { rateLimiter } from '@llm-sentinel/resilience';
import { type ChatEndpoint, type ChatEndpointSetup, describeGuardedChat } from '@llm-sentinel/servers';
import OpenAI from 'openai';
import { createApp } from './app.js';
import { createAsk, SYSTEM_PROMPT } from './model.js';

const appFor = ({ modelUrl, burst, onError }: ChatEndpointSetup) =>
  createApp({
    ask: createAsk(new OpenAI({ baseURL: modelUrl, apiKey: 'none', maxRetries: 0 }), 'fake'),
    limiter: rateLimiter({ perSecond: 0.01, burst, perMinute: false, perHour: false }),
    onError,
  });

function call(setup: ChatEndpointSetup): ChatEndpoint {
  const app = appFor(setup);
  return { fetch: async (path, init) => app.request(path, init), close: () => {} };
}

async function listen(setup: ChatEndpointSetup): Promise<ChatEndpoint> {
  const server = serve({ fetch: appFor(setup).fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    fetch: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

describeGuardedChat('the chat in Hono, called as a function', { start: call, systemPrompt: SYSTEM_PROMPT });
describeGuardedChat('the chat in Hono, on Node', { start: listen, systemPrompt: SYSTEM_PROMPT });
