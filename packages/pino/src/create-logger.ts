import { SentinelError } from '@llm-sentinel/core';
import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import { FORMATS, type LogFormat } from './format.js';
import { type TraceContext, traceFields } from './trace-context.js';

export interface CreateLoggerOptions {
  /** Name of the application, on every line. */
  readonly service: string;
  /** Version of the application, on every line. */
  readonly version?: string;
  /** @default 'info' */
  readonly level?: string;
  /** Give `pinoAdapter` the same. @default 'default' */
  readonly format?: LogFormat;
  /** Where lines go, such as `pino.transport(…)` or `pino.destination(…)`. @default stdout */
  readonly destination?: DestinationStream;
  /** More fields whose value is masked, beside the built-in ones. At most one `*` a path. Never from user input. */
  readonly redact?: readonly string[];
  /** Ids of the active span, added to every line of the logger. */
  readonly traceContext?: () => TraceContext | undefined;
}

// Fixed paths without wildcards: a wildcard would have every value of every line walked through.
const REDACTED = [
  'text',
  'prompt',
  'messages',
  'password',
  'secret',
  'token',
  'apiKey',
  'api_key',
  'authorization',
  'cookie',
  'headers.authorization',
  'headers.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  'req.body',
];

const PATH = /^[\w$.*[\]"'-]+$/;
const ECS_VERSION = '8.11.0';

/**
 * A pino logger with the fields that log pipelines expect: an ISO timestamp in UTC, the level as a word, `message`,
 * `error`, service and version; prompts and credentials masked where the application logs them as fields.
 *
 * @example
 * const logger = createLogger({ service: 'chat-api', version: '2.3.0' });
 * configure({ adapters: [pinoAdapter({ logger: logger.child({ component: 'sentinel' }) })] });
 */
export function createLogger(options: CreateLoggerOptions): Logger {
  const { service, level = 'info', format = 'default', destination, redact = [], traceContext } = options;
  if (typeof service !== 'string' || service === '') throw invalid('`service` must be a name, such as "chat-api".');
  if (!FORMATS.includes(format)) throw invalid(`\`format\` must be 'default' or 'ecs', got ${String(format)}.`);
  for (const path of redact) {
    if (!PATH.test(path) || path.split('*').length > 2) {
      throw invalid(`\`redact\` takes paths like "user.email" or "*.email" with at most one "*", got ${path}.`);
    }
  }
  const settings: LoggerOptions = {
    level,
    messageKey: 'message',
    errorKey: 'error',
    redact: [...REDACTED, ...redact],
    ...(format === 'ecs' ? ecsSettings(options) : defaultSettings(options)),
  };
  if (traceContext !== undefined) settings.mixin = () => traceFields(traceContext, format);
  return destination === undefined ? pino(settings) : pino(settings, destination);
}

function defaultSettings({ service, version }: CreateLoggerOptions): LoggerOptions {
  return {
    base: version === undefined ? { service } : { service, version },
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    serializers: { error: stdSerializers.err },
  };
}

function ecsSettings({ service, version }: CreateLoggerOptions): LoggerOptions {
  const base = { 'ecs.version': ECS_VERSION, 'service.name': service };
  return {
    base: version === undefined ? base : { ...base, 'service.version': version },
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ 'log.level': level }) },
    serializers: { error: ecsError },
  };
}

function ecsError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return { type: error.name, message: error.message, stack_trace: error.stack };
}

function invalid(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/pino] ${message}`);
}
