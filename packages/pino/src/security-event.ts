import { isSentinelError, SentinelError } from '@llm-sentinel/core';
import { LINE_KINDS, type LineKind, type LogEventName, type LogLevel } from './classify.js';
import { quote } from './escape.js';
import { type FieldWriter, MAX_NAME_LENGTH } from './fields.js';
import type { LineFormat } from './format.js';
import type { Pseudonymise } from './pseudonym.js';

/** Something that matters for security and that no scan tells of: a change of settings, a failed write of the audit log. */
export interface SecurityEvent {
  /** A built-in name decides on level and sentence. A name of your own has small letters, digits and `_`. */
  readonly event: LogEventName | (string & {});
  /** How urgent it is. @default that of the event, 'info' for a name of your own */
  readonly level?: LogLevel;
  /** A sentence for people, without text that was scanned. @default that of the event */
  readonly message?: string;
  /** The scan it belongs to, as `scan_id`. */
  readonly scanId?: string;
  /** The request it belongs to, as `request_id`. */
  readonly requestId?: string;
  /** The session it belongs to, shown as the adapter's option says. */
  readonly sessionId?: string;
  /** Whom it is about, shown as the adapter's option says. */
  readonly userId?: string;
  /** Who did it. Shown as `userId` is. */
  readonly actor?: string;
  /** What failed. Its class and code are logged; its message is not, because messages quote values. */
  readonly error?: unknown;
  /** More to know, at most 50 entries. Strings are escaped and cut off after 256 characters. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | undefined>>;
}

const NAME = /^[a-z][a-z0-9_]{0,63}$/;
const LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];
const MAX_DETAILS = 50;

/** @throws SentinelError INVALID_INPUT for a name that is none, or an unknown level. */
export function securityEventKind({ event, level, message }: SecurityEvent): LineKind {
  if (typeof event !== 'string' || !NAME.test(event)) {
    throw invalid('`event` must be a name of small letters, digits and "_", such as "config_changed".');
  }
  if (level !== undefined && !LEVELS.includes(level)) throw invalid(`\`level\` must be one of ${LEVELS.join(', ')}.`);
  const known = Object.hasOwn(LINE_KINDS, event) ? LINE_KINDS[event as LogEventName] : undefined;
  return {
    ...(known ?? { event, level: 'info', message: 'Security event' }),
    ...(level !== undefined && { level }),
    ...(message !== undefined && { message: escaped(message) }),
  };
}

export function securityEventFields(
  kind: LineKind,
  event: SecurityEvent,
  format: LineFormat,
  writer: FieldWriter,
  userId: Pseudonymise,
): string {
  const { keys } = format;
  const { scanId, actor, error, details } = event;
  let line = format.head(kind, 'info');
  if (scanId) line += keys.scan_id + quote(scanId, MAX_NAME_LENGTH);
  line += writer.context(event);
  const shown = userId(actor);
  if (shown !== undefined) line += keys.actor + shown;
  if (error !== undefined) line += errorFields(error, format);
  if (details !== undefined) line += `${keys.details}{${detailFields(details)}}`;
  return line;
}

function errorFields(error: unknown, { keys }: LineFormat): string {
  const type = error instanceof Error ? error.name : typeof error;
  const code = isSentinelError(error) ? error.code : (error as { code?: unknown } | null)?.code;
  const codeField = typeof code === 'string' ? keys.error_code + quote(code, MAX_NAME_LENGTH) : '';
  return keys.error_type + quote(type, MAX_NAME_LENGTH) + codeField;
}

function detailFields(details: NonNullable<SecurityEvent['details']>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .slice(0, MAX_DETAILS)
    .map(([name, value]) => `${quote(name, MAX_NAME_LENGTH)}:${detail(value)}`)
    .join(',');
}

function detail(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  return value === null ? 'null' : quote(String(value), MAX_NAME_LENGTH);
}

/** A message is given to the logger, which quotes it. */
function escaped(message: string): string {
  return JSON.parse(quote(String(message), MAX_NAME_LENGTH)) as string;
}

function invalid(message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/pino] ${message}`);
}
