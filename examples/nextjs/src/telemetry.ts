import { configure, flush } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';

/** The log, and metrics on a port of their own, which the public does not reach. */
export async function start(): Promise<void> {
  const { METRICS_PORT = '0', METRICS_TOKEN } = process.env;
  const prometheus = prometheusAdapter();
  configure({
    sessions: true,
    adapters: [prometheus, pinoAdapter({ logger: createLogger({ service: 'example-nextjs' }) })],
  });
  if (METRICS_TOKEN !== undefined) {
    await startMetricsServer({
      registry: prometheus.registry,
      port: Number(METRICS_PORT),
      auth: { bearer: METRICS_TOKEN },
    });
  }
  // Next.js ends answers under way and then the process, without asking anybody: what waits is handed over before.
  process.once('SIGTERM', () => setInterval(() => void flush(), 100).unref());
}
