import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { configure, shutdown } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';
import { rateLimiter } from '@llm-sentinel/resilience';
import { demoCommands, startDemoModel } from '@llm-sentinel/servers';
import OpenAI from 'openai';
import { createApp } from './app.js';
import { createAsk } from './model.js';

const {
  PORT = '3000',
  METRICS_PORT = '0',
  OPENAI_BASE_URL,
  OPENAI_API_KEY = 'none',
  MODEL = 'fake',
  METRICS_TOKEN = randomUUID(),
} = process.env;

const logger = createLogger({ service: 'example-hono' });
const prometheus = prometheusAdapter();
configure({ sessions: true, adapters: [prometheus, pinoAdapter({ logger })] });
const metrics = await startMetricsServer({
  registry: prometheus.registry,
  port: Number(METRICS_PORT),
  auth: { bearer: METRICS_TOKEN },
});

const fake = OPENAI_BASE_URL === undefined ? await startDemoModel() : undefined;
const client = new OpenAI({ baseURL: OPENAI_BASE_URL ?? fake?.openaiUrl ?? null, apiKey: OPENAI_API_KEY });
const app = createApp({
  ask: createAsk(client, MODEL),
  limiter: rateLimiter({ name: 'chat', perSecond: 2, burst: 5, perMinute: 30, telemetry: prometheus.metrics }),
  onError: (error) => logger.error({ err: error }, 'A request failed'),
});

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`${demoCommands(`http://127.0.0.1:${port}`)}
What became of them, and how to end:
  curl ${metrics.url} -H 'authorization: Bearer ${METRICS_TOKEN}'
  Ctrl+C`);
});

/** Answers under way may end, then the adapters are told the rest. */
function stop(): void {
  // Whose answer has ended is not waited for until he asks again.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 1;
  server.close(async () => {
    await shutdown();
    await metrics.close();
    await fake?.close();
  });
  setTimeout(() => process.exit(1), 10_000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
