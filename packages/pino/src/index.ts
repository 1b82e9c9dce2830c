export { type CreateLoggerOptions, createLogger } from './create-logger.js';
export type { LogFormat } from './format.js';
export { type LoggerLike, type PinoAdapterOptions, pinoAdapter } from './pino-adapter.js';
export type { IdentifierMode } from './pseudonym.js';
export type { TraceContext } from './trace-context.js';
