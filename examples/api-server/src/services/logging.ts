import { createLogger } from '@llm-sentinel/pino';
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
