import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { configure, shutdown } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
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

const logger = createLogger({ service: 'example-express' });
const prometheus = prometheusAdapter();
configure({ sessions: true, adapters: [prometheus, pinoAdapter({ logger })] });

const fake = OPENAI_BASE_URL === undefined ? await startDemoModel() : undefined;
const client = new OpenAI({ baseURL: OPENAI_BASE_URL ?? fake?.openaiUrl ?? null, apiKey: OPENAI_API_KEY });
const app = createApp({
  ask: createAsk(client, MODEL),
  limiter: rateLimiter({ name: 'chat', perSecond: 2, burst: 5, perMinute: 30, telemetry: prometheus.metrics }),
  prometheus,
  metricsToken: METRICS_TOKEN,
  onError: (error) => logger.error({ err: error }, 'A request failed'),
});

const server = app.listen(Number(PORT), '127.0.0.1', (error) => {
  if (error) throw error;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  console.log(`${demoCommands(url)}
What became of them, and how to end:
  curl ${url}/metrics -H 'authorization: Bearer ${METRICS_TOKEN}'
  Ctrl+C`);
});

/** Answers under way may end, then the adapters are told the rest. */
function stop(): void {
  // Whose answer has ended is not waited for until he asks again.
  server.keepAliveTimeout = 1;
  server.close(async () => {
    await shutdown();
    await fake?.close();
  });
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
