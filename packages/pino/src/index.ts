export type { IdentifierMode } from '@llm-sentinel/core/adapter-kit';
export { type AuditLogger, type AuditLoggerOptions, createAuditLogger } from './audit-logger.js';
export type { LogEventName, LogLevel } from './classify.js';
export { type CreateLoggerOptions, createLogger } from './create-logger.js';
export type { LogFormat } from './format.js';
export type { LoggerLike } from './line-sink.js';
export { type PinoAdapter, type PinoAdapterOptions, pinoAdapter } from './pino-adapter.js';
export type { SecurityEvent } from './security-event.js';
export type { TraceContext } from './trace-context.js';
