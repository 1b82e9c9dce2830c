import type { Attributes, Context, Span } from '@opentelemetry/api';
import { SCOPE_NAME, SCOPE_VERSION } from './scope.js';

/** The part of a logger of `@opentelemetry/api-logs` that is used. */
export interface EventLogger {
  /** Hands one record to the pipeline. */
  emit(record: {
    /** Name of the event. */
    eventName?: string;
    /** Milliseconds since the epoch. */
    timestamp?: number;
    /** 1 to 24, as OpenTelemetry counts. */
    severityNumber?: number;
    /** The same in a word. */
    severityText?: string;
    /** What is known of the event. Holds text only where `captureContent` says so. */
    attributes?: Attributes;
    /** The context whose span the event belongs to. */
    context?: Context;
  }): void;
  /** Whether anybody wants such a record. Without it every record is made. */
  enabled?(options?: { context?: Context; severityNumber?: number; eventName?: string }): boolean;
}

/** `logs` of `@opentelemetry/api-logs`, or a logger provider: whatever makes loggers. */
export interface LogsApi {
  /** A logger for an instrumentation scope. */
  getLogger(name: string, version?: string): EventLogger;
}

/** How urgent an event is, as the log data model counts it. */
export const SEVERITY = { info: { number: 9, text: 'INFO' }, warn: { number: 13, text: 'WARN' } } as const;

/** Something that happened during a span. */
export interface SpanEventRecord {
  readonly name: string;
  readonly severity: (typeof SEVERITY)[keyof typeof SEVERITY];
  readonly attributes: Attributes;
}

/** Where events of a scan go. */
export interface EventLog {
  /** False when an event would go nowhere, so that none need be made. */
  listens(span: Span | undefined): boolean;
  emit(event: SpanEventRecord, time: number, span: Span | undefined, context: Context): void;
}

/**
 * Events are log records that carry the context of their span. Without a logs API they are events of the span itself, an
 * API that OpenTelemetry is giving up, but that every backend shows.
 */
export function createEventLog(logs: LogsApi | undefined): EventLog {
  if (logs === undefined) {
    return {
      listens: (span) => span?.isRecording() === true,
      emit: ({ name, attributes }, time, span) => void span?.addEvent(name, attributes, time),
    };
  }
  const logger = logs.getLogger(SCOPE_NAME, SCOPE_VERSION);
  return {
    listens: () => logger.enabled?.() !== false,
    emit({ name, severity, attributes }, time, _span, context) {
      logger.emit({
        eventName: name,
        timestamp: time,
        severityNumber: severity.number,
        severityText: severity.text,
        attributes,
        context,
      });
    },
  };
}
