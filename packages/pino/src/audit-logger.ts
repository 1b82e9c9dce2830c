import type { DestinationStream, Logger } from 'pino';
import { invalidOption, onlyKnown } from './check.js';
import { createLogger } from './create-logger.js';
import type { LogFormat } from './format.js';
import { lineDestination } from './line-destination.js';
import { reportLostLines } from './lost-lines.js';

/** Where the trail goes, and whose it is. */
export interface AuditLoggerOptions {
  /** Name of the application, on every line. */
  readonly service: string;
  /** Version of the application, on every line. @default none */
  readonly version?: string;
  /** Path of the trail, which is appended to, a file descriptor, or a stream of your own. Not that of another log. */
  readonly destination: string | number | DestinationStream;
  /** Give `pinoAdapter` the same. @default 'default' */
  readonly format?: LogFormat;
  /** Characters that queue up for a path or descriptor at most; then lines are lost, and counted. @default 8_000_000 */
  readonly maxBufferChars?: number;
  /** Is told of each line that a full queue loses. For a metric and an alert. */
  readonly onLineLost?: () => void;
}

const KNOWN: readonly string[] = [
  'service',
  'version',
  'destination',
  'format',
  'maxBufferChars',
  'onLineLost',
] satisfies (keyof AuditLoggerOptions)[];

/** A log of its own for what someone may have to answer for. */
export interface AuditLogger {
  /** Give it to `pinoAdapter` as `auditLogger`. Its level is `info`, whatever the application's log is set to. */
  readonly logger: Logger;
  /** Resolves when all lines so far are written. */
  flush(): Promise<void>;
  /** Flushes and stops watching for the end of the process. Closes the destination only if it was opened here. */
  close(): Promise<void>;
}

/**
 * A trail of who did what and what was stopped, apart from the application's log: its own destination, its own access
 * rights (0600), its own retention. Lines have `log_type: 'audit'`. When the process ends by an uncaught error, the error
 * is noted and all lines are written before it is gone.
 *
 * Needs no trust in the log, but gives none either: a trail that must prove that nobody changed it belongs into
 * `@llm-sentinel/postgres`.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; of `destination` also where it cannot be opened.
 * @example
 * const audit = createAuditLogger({ service: 'chat-api', destination: '/var/log/chat-api/audit.jsonl' });
 * configure({ adapters: [pinoAdapter({ logger, auditLogger: audit.logger })] });
 */
export function createAuditLogger(options: AuditLoggerOptions): AuditLogger {
  onlyKnown(options, KNOWN);
  const { destination, maxBufferChars, onLineLost, format = 'default', ...rest } = options;
  if (destination === undefined || destination === '') {
    throw invalidOption('`destination` must be the path of the trail, a file descriptor or a stream.');
  }
  const onRecovered = (lost: number) => reportLostLines(logger, format, lost);
  const own =
    typeof destination === 'object'
      ? undefined
      : lineDestination({ to: destination, maxBufferChars, onLineLost, onRecovered });
  const stream = own ?? (destination as DestinationStream);
  const parent = createLogger({ ...rest, format, destination: stream, level: 'info' });
  const logger: Logger = parent.child(format === 'ecs' ? { 'event.dataset': 'sentinel.audit' } : { log_type: 'audit' });

  // The monitor sees the error without handling it: the process goes on to end as it would have. `fatal` flushes.
  function onCrash(error: unknown): void {
    logger.fatal({ error_type: error instanceof Error ? error.name : typeof error }, 'Uncaught exception');
  }
  process.on('uncaughtExceptionMonitor', onCrash);

  return {
    logger,
    flush: () => new Promise((resolve) => logger.flush(() => resolve())),
    async close() {
      process.removeListener('uncaughtExceptionMonitor', onCrash);
      await this.flush();
      if (own !== undefined) await new Promise<void>((resolve) => own.end(resolve));
    },
  };
}
