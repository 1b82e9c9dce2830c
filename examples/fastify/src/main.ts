import { randomUUID } from 'node:crypto';
import { configure } from '@llm-sentinel/core';
import { pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter } from '@llm-sentinel/prometheus';
import { rateLimiter } from '@llm-sentinel/resilience';
import { demoCommands, startDemoModel } from '@llm-sentinel/servers';
import OpenAI from 'openai';
import { createApp } from './app.js';
import { createAsk } from './model.js';

const {
  PORT = '3000',
  OPENAI_BASE_URL,
  OPENAI_API_KEY = 'none',
  MODEL = 'fake',
  METRICS_TOKEN = randomUUID(),
} = process.env;

const prometheus = prometheusAdapter();
const fake = OPENAI_BASE_URL === undefined ? await startDemoModel() : undefined;
const client = new OpenAI({ baseURL: OPENAI_BASE_URL ?? fake?.openaiUrl ?? null, apiKey: OPENAI_API_KEY });
const app = createApp({
  ask: createAsk(client, MODEL),
  limiter: rateLimiter({ name: 'chat', perSecond: 2, burst: 5, perMinute: 30, telemetry: prometheus.metrics }),
  prometheus,
  metricsToken: METRICS_TOKEN,
  logger: true,
  onError: (error) => app.log.error(error, 'A request failed'),
});
configure({ sessions: true, adapters: [prometheus, pinoAdapter({ logger: app.log })] });

const url = await app.listen({ port: Number(PORT), host: '127.0.0.1' });
console.log(`${demoCommands(url)}
What became of them, and how to end:
  curl ${url}/metrics -H 'authorization: Bearer ${METRICS_TOKEN}'
  Ctrl+C`);

/** Answers under way may end, then the adapters are told the rest: see the hook `onClose`. */
async function stop(): Promise<void> {
  // Whose answer has ended is not waited for until he asks again.
  app.server.keepAliveTimeout = 1;
  setTimeout(() => app.server.closeAllConnections(), 10_000).unref();
  await app.close();
  await fake?.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
