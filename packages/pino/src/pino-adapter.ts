import type { Adapter } from '@llm-sentinel/core';
import type { IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import { invalidOption, oneOf, onlyKnown } from './check.js';
import { classifyDecision, classifyScan, LINE_KINDS, type LineKind } from './classify.js';
import { createEngineWatch } from './engine-watch.js';
import { createFieldWriter } from './fields.js';
import { FORMATS, type LogFormat, lineFormat } from './format.js';
import { type LoggerLike, lineSink } from './line-sink.js';
import { jsonPseudonyms } from './pseudonym.js';
import { type SecurityEvent, securityEventFields, securityEventKind } from './security-event.js';
import { type TraceContext, traceFields } from './trace-context.js';

/** Where lines go, and what they show of texts and people. */
export interface PinoAdapterOptions {
  /** Receives the lines. The adapter never closes it. */
  readonly logger: LoggerLike;
  /**
   * Receives, beside `logger`, what someone may have to answer for: every line but those of texts that were let through
   * and of decisions that went their usual way. @default no second log
   */
  readonly auditLogger?: LoggerLike;
  /** Names of the fields. Give `createLogger` the same. @default 'default' */
  readonly format?: LogFormat;
  /** How `user_id` (and who reported feedback or changed something) is logged. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly userId?: IdentifierMode;
  /** How `session_id` is logged. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly sessionId?: IdentifierMode;
  /** Key of the pseudonyms, at least 16 bytes: one key gives the same pseudonym in every process. @default none */
  readonly hmacKey?: string | Uint8Array | undefined;
  /** Logs `event.text`, which exists only when the scanner has `captureText`; use 'redacted' there. @default false */
  readonly redactedExcerpt?: boolean;
  /** Ids of the active span, for `trace_id` and `span_id`. Not needed when `createLogger` has it. @default none are added */
  readonly traceContext?: () => TraceContext | undefined;
}

/** An adapter that writes a line about each scan, feedback and decision. */
export interface PinoAdapter extends Adapter {
  /**
   * Writes a line about something that happened beside a scan, in the same format, with the same pseudonyms.
   *
   * @throws SentinelError INVALID_INPUT for an `event` that is no name, or an unknown level.
   * @example
   * log.logSecurityEvent({ event: 'config_changed', actor: 'ana', details: { setting: 'mode', value: 'strict' } });
   */
  logSecurityEvent(event: SecurityEvent): void;
}

const KNOWN: readonly string[] = [
  'logger',
  'auditLogger',
  'format',
  'userId',
  'sessionId',
  'hmacKey',
  'redactedExcerpt',
  'traceContext',
] satisfies (keyof PinoAdapterOptions)[];

/**
 * Writes one line per scan, feedback and decision to a pino logger: what was found where and what came of it, without
 * the text. A logger that throws never disturbs a scan; `health()` tells of it.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * configure({ adapters: [pinoAdapter({ logger: createLogger({ service: 'chat-api' }) })] });
 */
export function pinoAdapter(options: PinoAdapterOptions): PinoAdapter {
  onlyKnown(options, KNOWN);
  const { logger, auditLogger, redactedExcerpt = false, hmacKey, traceContext } = options;
  requireLogger('logger', logger);
  if (auditLogger !== undefined) requireLogger('auditLogger', auditLogger);
  const format = oneOf('format', options.format, FORMATS, 'default');
  const user = jsonPseudonyms('userId', options.userId, hmacKey);
  const session = jsonPseudonyms('sessionId', options.sessionId, hmacKey);
  const lines = lineFormat(format, user.mode);
  const writer = createFieldWriter({
    format: lines,
    userId: user.apply,
    sessionId: session.apply,
    withExcerpt: redactedExcerpt,
  });
  const write = lineSink(logger, lines.names);
  const writeAudit = auditLogger && lineSink(auditLogger, lines.names);
  const newlyUnhealthy = createEngineWatch();
  let failure: string | undefined;

  function log(kind: LineKind, fieldsOf: () => string): void {
    const { level, message } = kind;
    try {
      const inLog = logger.isLevelEnabled?.(level) !== false;
      const inAudit = auditLogger !== undefined && isAuditable(kind) && auditLogger.isLevelEnabled?.(level) !== false;
      if (!inLog && !inAudit) return;
      const fields = fieldsOf();
      const trace = traceFields(traceContext, format);
      if (inLog) write(level, fields, trace, message);
      if (inAudit) writeAudit?.(level, fields, trace, message);
      failure = undefined;
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
    }
  }

  return {
    name: 'pino',
    onScan(event) {
      const kind = classifyScan(event.result);
      log(kind, () => writer.scan(kind, event));
      if (event.result.errors.length === 0) return;
      for (const error of newlyUnhealthy(event.result.errors, event.time)) {
        const unhealthy = LINE_KINDS.engine_unhealthy;
        log(unhealthy, () => writer.engineUnhealthy(unhealthy, error, event.result.version));
      }
    },
    onFeedback(event) {
      const kind = LINE_KINDS.review_completed;
      log(kind, () => writer.feedback(kind, event));
    },
    onDecision(event) {
      const kind = classifyDecision(event);
      log(kind, () => writer.decision(kind, event));
    },
    logSecurityEvent(event) {
      const kind = securityEventKind(event);
      log(kind, () => securityEventFields(kind, event, lines, writer, user.apply));
    },
    health() {
      if (failure === undefined) return { status: 'ok' };
      return { status: 'failed', detail: `The logger threw ${failure} on the last line.` };
    },
  };
}

function isAuditable({ event }: LineKind): boolean {
  return event !== 'scan_completed' && event !== 'decision_made';
}

function requireLogger(option: string, logger: LoggerLike | undefined): void {
  if (typeof logger?.info !== 'function') throw invalidOption(`\`${option}\` must be a pino logger.`);
}
