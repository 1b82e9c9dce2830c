import type { Adapter } from '@llm-sentinel/core';
import { createLogger, pinoAdapter } from '@llm-sentinel/pino';
import { trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Config } from '../config/schema.js';

/** The one logger of the service. Lines hold no texts, keys or addresses. */
export function startLogging({ logging, tracing }: Config, version: string): Logger {
  const { level, format, service } = logging;
  return createLogger({
    service,
    version,
    level,
    format,
    ...(tracing.endpoint !== undefined && { traceContext: () => trace.getActiveSpan()?.spanContext() }),
  });
}

/** A line for each scan, feedback and decision. */
export function scanLines({ logging, hmacKey, scanner }: Config, logger: Logger): Adapter {
  return pinoAdapter({
    logger: logger.child({ component: 'sentinel' }),
    format: logging.format,
    hmacKey,
    redactedExcerpt: scanner.captureText === 'redacted',
  });
}
