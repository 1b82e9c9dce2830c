import { type Adapter, SentinelError } from '@llm-sentinel/core';
import { classifyDecision, classifyScan, type LineKind, REVIEW_COMPLETED } from './classify.js';
import { decisionFields, feedbackFields, scanFields } from './fields.js';
import { FORMATS, type LogFields, type LogFormat, toEcs } from './format.js';
import { createPseudonymiser, type IdentifierMode } from './pseudonym.js';
import { type TraceContext, traceFields } from './trace-context.js';

/** The part of a pino logger that is used. */
export interface LoggerLike {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** Without it every line is built, also those the logger then drops. */
  isLevelEnabled?(level: string): boolean;
}

export interface PinoAdapterOptions {
  /** Receives the lines. The adapter never closes it. */
  readonly logger: LoggerLike;
  /** Names of the fields. Give `createLogger` the same. @default 'default' */
  readonly format?: LogFormat;
  /** How `user_id` (and who reported feedback) is logged. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly userId?: IdentifierMode;
  /** How `session_id` is logged. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly sessionId?: IdentifierMode;
  /** Key of the pseudonyms, at least 16 bytes: one key gives the same pseudonym in every process. */
  readonly hmacKey?: string | Uint8Array | undefined;
  /** Logs `event.text`, which exists only when the scanner has `captureText`; use 'redacted' there. @default false */
  readonly redactedExcerpt?: boolean;
  /** Ids of the active span, for `trace_id` and `span_id`. Not needed when `createLogger` has it. */
  readonly traceContext?: () => TraceContext | undefined;
}

/**
 * Writes one line per scan, feedback and decision to a pino logger: what was found where and what came of it, without
 * the text. A logger that throws never disturbs a scan; `health()` tells of it.
 *
 * @example
 * configure({ adapters: [pinoAdapter({ logger: createLogger({ service: 'chat-api' }) })] });
 */
export function pinoAdapter(options: PinoAdapterOptions): Adapter {
  const { logger, format = 'default', redactedExcerpt = false, hmacKey, traceContext } = options;
  if (typeof logger?.info !== 'function') throw invalid('`logger` must be a pino logger.');
  if (!FORMATS.includes(format)) throw invalid(`\`format\` must be 'default' or 'ecs', got ${String(format)}.`);
  const user = createPseudonymiser('userId', options.userId, hmacKey);
  const session = createPseudonymiser('sessionId', options.sessionId, hmacKey);
  const identity = { userId: user.apply, sessionId: session.apply };
  let failure: string | undefined;

  function log(kind: LineKind, build: () => LogFields): void {
    try {
      if (logger.isLevelEnabled?.(kind.level) === false) return;
      const fields = Object.assign(build(), traceFields(traceContext, format));
      const isAlert = kind.level === 'warn' || kind.level === 'error';
      logger[kind.level](format === 'ecs' ? toEcs(fields, isAlert, user.mode) : fields, kind.message);
      failure = undefined;
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
    }
  }

  return {
    name: 'pino',
    onScan(event) {
      const kind = classifyScan(event.result);
      log(kind, () => scanFields(kind, event, identity, redactedExcerpt));
    },
    onFeedback(event) {
      log(REVIEW_COMPLETED, () => feedbackFields(REVIEW_COMPLETED, event, identity));
    },
    onDecision(event) {
      const kind = classifyDecision(event);
      log(kind, () => decisionFields(kind, event, identity));
    },
    health() {
      if (failure === undefined) return { status: 'ok' };
      return { status: 'failed', detail: `The logger threw ${failure} on the last line.` };
    },
  };
}

function invalid(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/pino] ${message}`);
}
