import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { configure, type Scanner } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';
import { pino } from 'pino';

export interface Monitoring {
  readonly scanner: Scanner;
  /** Where `/metrics` is. */
  readonly metricsUrl: string;
  /** Whoever shows it may read the metrics. */
  readonly token: string;
  close(): Promise<void>;
}

/** What an application adds to have every scan logged and counted. */
export async function startMonitoring(logFile: string, port: number): Promise<Monitoring> {
  // First, because it fails when the port is taken, by another demo perhaps, whose log must stay.
  const metrics = prometheusAdapter();
  const token = randomBytes(24).toString('base64url');
  const server = await startMetricsServer({ registry: metrics.registry, auth: { bearer: token }, port });

  mkdirSync(dirname(logFile), { recursive: true });
  rmSync(logFile, { force: true });
  const destination = pino.destination({ dest: logFile, sync: true });
  const logger = createLogger({ service: 'sentinel-demo', destination });
  // Users and sessions are logged under pseudonyms. This key dies with the process, so those of two runs can't be
  // joined; in production keep one as a secret.
  const log = pinoAdapter({ logger, hmacKey: randomBytes(32) });

  const scanner = configure({ mode: 'balanced', adapters: [log, metrics] });

  return {
    scanner,
    metricsUrl: server.url,
    token,
    async close() {
      await server.close();
      await scanner.shutdown();
      destination.end();
    },
  };
}
