import { type Adapter, createScanner, type Scanner } from '@llm-sentinel/core';
import type { ServedDashboard } from '@llm-sentinel/dashboard';
import { otelAdapter } from '@llm-sentinel/otel';
import { type PrometheusAdapter, prometheusAdapter } from '@llm-sentinel/prometheus';
import type { Logger } from 'pino';
import type { Config } from '../config/schema.js';
import { startAlerting } from './alerting.js';
import { type Audit, openAudit } from './audit.js';
import { startDashboard } from './dashboard.js';
import { scanLines, startLogging } from './logging.js';
import { createQuotas, type Quotas } from './quotas.js';
import { askParts, cachedReadiness, notOpen, type Readiness, records } from './readiness.js';
import { connectRedis } from './redis.js';
import { startScanner } from './scanner.js';
import { startTracing, type Tracing } from './tracing.js';

/** All that routes work with. What is switched off is undefined. */
export interface Services {
  readonly logger: Logger;
  readonly scanner: Scanner;
  readonly quotas: Quotas;
  readonly prometheus: PrometheusAdapter | undefined;
  readonly audit: Audit | undefined;
  readonly dashboard: ServedDashboard | undefined;
  readonly tracing: Tracing | undefined;
  readiness(): Readiness;
  /** Whether what is scanned now will be in the audit log, as far as one can know before. */
  canRecord(): boolean;
  /** Opens what must be there before the first request. */
  open(): Promise<void>;
  /** From now on the service is not ready: balancers send no more requests. */
  drain(): void;
  /** Records and sends all that waits, then closes everything. Safe to call twice. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  readonly config: Config;
  readonly version: string;
  /** Names of clients, which metrics may show. */
  readonly aliases: readonly string[];
  /** @default as the configuration says */
  readonly logger?: Logger;
}

const READINESS_MAX_AGE_MS = 250;

/** Wires the scanner with all of its adapters. */
export function createServices({ config, version, aliases, logger: givenLogger }: ServicesOptions): Services {
  const logger = givenLogger ?? startLogging(config, version);
  const prometheus = config.metrics.enabled
    ? prometheusAdapter({ processMetrics: true, apiKeyAliases: aliases })
    : undefined;
  const telemetry = prometheus?.metrics;
  const redis = config.redis.url === undefined ? undefined : connectRedis(config.redis.url, logger);
  const audit = config.audit.enabled ? openAudit(config, logger, telemetry) : undefined;
  const alerting = startAlerting(config, telemetry);
  const tracing = startTracing(config, version);
  const dashboard = startDashboard(config, {
    alerting,
    reportFeedback: (feedback) => scanner.reportFeedback(feedback),
    health: () => (redis === undefined ? [] : [{ name: 'redis', ...redis.health() }]),
  });
  const adapters: readonly (Adapter | undefined)[] = [
    prometheus,
    config.logging.scans ? scanLines(config, logger) : undefined,
    tracing && otelAdapter({ tracerProvider: tracing.provider, metrics: false }),
    audit?.adapter,
    alerting,
    dashboard,
  ];
  const scanner: Scanner = startScanner(config, {
    adapters: adapters.filter((adapter) => adapter !== undefined),
    redis,
    logger,
  });
  let phase: 'starting' | 'open' | 'draining' = 'starting';
  let closing: Promise<void> | undefined;

  const readiness = cachedReadiness(() => askParts(config, scanner, redis), READINESS_MAX_AGE_MS);

  async function closeAll(): Promise<void> {
    phase = 'draining';
    await scanner.flush();
    await scanner.shutdown();
    await Promise.all([audit?.close(), tracing?.close()]);
    redis?.close();
  }

  return {
    logger,
    scanner,
    quotas: createQuotas(config, redis, telemetry),
    prometheus,
    audit,
    dashboard,
    tracing,
    readiness: () => (phase === 'open' ? readiness() : notOpen(phase)),
    canRecord: () => records(readiness()),
    async open() {
      const opened = audit?.open();
      // A server may be away at the start as at any other time: entries wait in the spool. A folder can't be.
      if (config.postgres.url === undefined) await opened;
      else opened?.catch((error: unknown) => logger.warn({ event: 'audit_away', error }, 'The audit log is away'));
      // The first scan of a process takes a tenth of a second. No client's should, and nobody is to be told of this one.
      createScanner().scan('Is it warm today?');
      phase = 'open';
    },
    drain() {
      phase = 'draining';
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
