import { type Adapter, createScanner, type Scanner, type ScannerOptions } from '@llm-sentinel/core';
import { redisSessionStore } from '@llm-sentinel/redis';
import type { Logger } from 'pino';
import type { Config } from '../config/schema.js';
import type { Redis } from './redis.js';

export interface ScannerParts {
  readonly adapters: readonly Adapter[];
  readonly redis: Redis | undefined;
  readonly logger: Logger;
}

/** What the configuration says of the scanner itself. */
export function scannerOptions({ scanner }: Config): ScannerOptions {
  const { mode, failMode, captureText, disabledRules, maxInputChars, cacheEntries, policy, allow } = scanner;
  return {
    mode,
    ...(failMode !== undefined && { failMode }),
    captureText,
    disabledRules,
    maxInputChars,
    cache: cacheEntries === 0 ? false : { maxEntries: cacheEntries },
    sessions: scanner.sessions,
    policy,
    allow,
  };
}

/** The scanner with its adapters, and with sessions in Redis where there is one. */
export function startScanner(config: Config, { adapters, redis, logger }: ScannerParts): Scanner {
  const { scanner, redis: redisOptions, audit, postgres } = config;
  const { prefix, deadlineMs } = redisOptions;
  return createScanner({
    ...scannerOptions(config),
    ...(redis !== undefined &&
      scanner.sessions && { sessions: { store: redisSessionStore({ client: redis.client, prefix, deadlineMs }) } }),
    adapters,
    // All else waits while a batch is prepared, and while the embedded database, which works in this thread, writes it.
    queue: { maxEvents: audit.maxQueue, batchSize: postgres.url === undefined ? 25 : 100, intervalMs: 100 },
    onAdapterError: (error, adapter) => logger.error({ event: 'adapter_failed', adapter, error }, 'An adapter failed'),
  });
}
