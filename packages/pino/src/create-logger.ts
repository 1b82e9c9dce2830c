import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import { invalidOption, oneOf, onlyKnown } from './check.js';
import { FORMATS, type LogFormat } from './format.js';
import { isoClock } from './iso-clock.js';
import { lineDestination } from './line-destination.js';
import { reportLostLines } from './lost-lines.js';
import { prettyDestination } from './pretty.js';
import { type TraceContext, traceFields } from './trace-context.js';

/** Where lines go, how they look, and what they must not show. */
export interface CreateLoggerOptions {
  /** Name of the application, on every line. */
  readonly service: string;
  /** Version of the application, on every line. @default none */
  readonly version?: string;
  /** Lines below it are left out: `trace`, `debug`, `info`, `warn`, `error`, `fatal`, or `silent` for none at all. @default 'info' */
  readonly level?: string;
  /** Give `pinoAdapter` the same. @default 'default' */
  readonly format?: LogFormat;
  /**
   * Where lines go: a path, which is appended to, a file descriptor, or a stream such as `pino.transport(…)`. Paths and
   * descriptors never make the caller wait: what the reader does not take queues up. @default 1, standard output
   */
  readonly destination?: DestinationStream | string | number;
  /** Characters that queue up for a path or descriptor at most; then lines are lost, and counted. @default 8_000_000 */
  readonly maxBufferChars?: number;
  /** Is told of each line that a full queue loses. For a metric; must neither log nor throw. */
  readonly onLineLost?: () => void;
  /** Coloured lines for people, on standard output. For development: needs pino-pretty installed. @default false */
  readonly pretty?: boolean;
  /** More fields whose value is masked, beside the built-in ones. At most one `*` a path. Never from user input. @default [] */
  readonly redact?: readonly string[];
  /** Ids of the active span, added to every line of the logger. @default none are added */
  readonly traceContext?: () => TraceContext | undefined;
}

const KNOWN: readonly string[] = [
  'service',
  'version',
  'level',
  'format',
  'destination',
  'maxBufferChars',
  'onLineLost',
  'pretty',
  'redact',
  'traceContext',
] satisfies (keyof CreateLoggerOptions)[];

const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

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
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; of `pretty` also where pino-pretty is not installed.
 * @example
 * const logger = createLogger({ service: 'chat-api', version: '2.3.0' });
 * configure({ adapters: [pinoAdapter({ logger: logger.child({ component: 'sentinel' }) })] });
 */
export function createLogger(options: CreateLoggerOptions): Logger {
  onlyKnown(options, KNOWN);
  const { service, redact = [], traceContext } = options;
  if (typeof service !== 'string' || service === '')
    throw invalidOption('`service` must be a name, such as "chat-api".');
  const level = oneOf('level', options.level, LEVELS, 'info');
  const format = oneOf('format', options.format, FORMATS, 'default');
  for (const path of redact) {
    if (!PATH.test(path) || path.split('*').length > 2) {
      throw invalidOption(`\`redact\` takes paths like "user.email" or "*.email" with at most one "*", got ${path}.`);
    }
  }
  const settings: LoggerOptions = {
    level,
    messageKey: 'message',
    errorKey: 'error',
    redact: [...REDACTED, ...redact],
    ...(format === 'ecs' ? ecsSettings(options) : defaultSettings(options)),
  };
  if (traceContext !== undefined) settings.mixin = () => ({ ...traceFields(traceContext, format) });
  const logger: Logger = pino(
    settings,
    destinationOf(options, format, (lost) => reportLostLines(logger, format, lost)),
  );
  return logger;
}

function destinationOf(
  { destination = 1, maxBufferChars, onLineLost, pretty = false }: CreateLoggerOptions,
  format: LogFormat,
  onRecovered: (lost: number) => void,
): DestinationStream {
  if (pretty) {
    if (destination !== 1) throw invalidOption('`pretty` writes to standard output and takes no `destination`.');
    return prettyDestination(format);
  }
  if (typeof destination === 'object') return destination;
  return lineDestination({ to: destination, maxBufferChars, onLineLost, onRecovered });
}

function defaultSettings({ service, version }: CreateLoggerOptions): LoggerOptions {
  const now = isoClock();
  return {
    base: version === undefined ? { service } : { service, version },
    timestamp: () => `,"timestamp":"${now()}"`,
    formatters: { level: (level) => ({ level }) },
    serializers: { error: stdSerializers.err },
  };
}

function ecsSettings({ service, version }: CreateLoggerOptions): LoggerOptions {
  const now = isoClock();
  const base = { 'ecs.version': ECS_VERSION, 'service.name': service };
  return {
    base: version === undefined ? base : { ...base, 'service.version': version },
    timestamp: () => `,"@timestamp":"${now()}"`,
    formatters: { level: (level) => ({ 'log.level': level }) },
    serializers: { error: ecsError },
  };
}

function ecsError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return { type: error.name, message: error.message, stack_trace: error.stack };
}
