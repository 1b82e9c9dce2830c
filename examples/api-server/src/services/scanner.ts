import { type Adapter, createScanner, type Scanner } from '@llm-sentinel/core';
import { redisSessionStore } from '@llm-sentinel/redis';
import type { Logger } from 'pino';
import type { Config } from '../config/schema.js';
import type { Redis } from './redis.js';

export interface ScannerParts {
  readonly adapters: readonly Adapter[];
  readonly redis: Redis | undefined;
  readonly logger: Logger;
}

/** The scanner as the configuration wants it. */
export function startScanner({ scanner, redis: redisOptions, audit, postgres }: Config, parts: ScannerParts): Scanner {
  const { mode, failMode, captureText, disabledRules, maxInputChars, cacheEntries, policy, allow } = scanner;
  const { adapters, redis, logger } = parts;
  const store =
    redis === undefined
      ? undefined
      : redisSessionStore({ client: redis.client, prefix: redisOptions.prefix, deadlineMs: redisOptions.deadlineMs });
  return createScanner({
    mode,
    ...(failMode !== undefined && { failMode }),
    captureText,
    disabledRules,
    maxInputChars,
    cache: cacheEntries === 0 ? false : { maxEntries: cacheEntries },
    sessions: scanner.sessions && (store === undefined ? true : { store }),
    policy,
    allow,
    adapters,
    // Each batch costs a server a round trip and a commit; the embedded database works in this thread, and holds up requests.
    queue: { maxEvents: audit.maxQueue, batchSize: postgres.url === undefined ? 100 : 500, intervalMs: 100 },
    onAdapterError: (error, adapter) => logger.error({ event: 'adapter_failed', adapter, error }, 'An adapter failed'),
  });
}
