import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { alertManager, consoleChannel } from '@llm-sentinel/alerting';
import { configure, type Scanner } from '@llm-sentinel/core';
import { securityDashboard, startDashboard } from '@llm-sentinel/dashboard';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';
import { pino } from 'pino';

export interface Monitoring {
  readonly scanner: Scanner;
  /** Where `/metrics` is. */
  readonly metricsUrl: string;
  /** Where the live page is. */
  readonly pageUrl: string;
  /** Whoever shows it may read the metrics, and log in to the page. */
  readonly token: string;
  close(): Promise<void>;
}

export interface MonitoringOptions {
  readonly logFile: string;
  readonly alertFile: string;
  /** Of the metrics; the page has the next one. 0 takes free ones. */
  readonly port: number;
}

/** What an application adds to have every scan logged, counted and watched. */
export async function startMonitoring({ logFile, alertFile, port }: MonitoringOptions): Promise<Monitoring> {
  // First, because they fail when the port is taken, by another demo perhaps, whose log must stay.
  const token = randomBytes(24).toString('base64url');
  const auth = { bearer: token };
  const metrics = prometheusAdapter();
  const metricsServer = await startMetricsServer({ registry: metrics.registry, auth, port });
  const alerts = alertManager({
    channels: [consoleChannel({ write: (line) => appendFileSync(alertFile, `${line}\n`) })],
  });
  // Users and sessions are shown under pseudonyms. This key dies with the process, so those of two runs can't be
  // joined; in production keep one as a secret.
  const hmacKey = randomBytes(32);
  const dashboard = securityDashboard({ auth, alerts, hmacKey, title: 'LLM Sentinel demo' });
  const page = await startDashboard({ dashboard, port: port === 0 ? 0 : port + 1 }).catch(async (error) => {
    await metricsServer.close();
    throw error;
  });

  mkdirSync(dirname(logFile), { recursive: true });
  for (const file of [logFile, alertFile]) rmSync(file, { force: true });
  const destination = pino.destination({ dest: logFile, sync: true });
  const log = pinoAdapter({ logger: createLogger({ service: 'sentinel-demo', destination }), hmacKey });

  // The page shows texts with what is personal or secret masked; without `captureText` it says only what was found.
  const scanner = configure({ mode: 'balanced', captureText: 'redacted', adapters: [log, metrics, dashboard, alerts] });

  return {
    scanner,
    metricsUrl: metricsServer.url,
    pageUrl: page.url,
    token,
    async close() {
      await Promise.all([metricsServer.close(), page.close()]);
      await scanner.shutdown();
      destination.end();
    },
  };
}
