import type { LogFormat } from './format.js';

/** Ids of the span that is active now, as an OpenTelemetry `SpanContext` has them. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
}

const NO_FIELDS: Readonly<Record<string, string>> = Object.freeze({});

/** The fields that join a log line to its trace. Empty when no span is active. */
export function traceFields(
  traceContext: (() => TraceContext | undefined) | undefined,
  format: LogFormat,
): Readonly<Record<string, string>> {
  const context = traceContext?.();
  if (context === undefined) return NO_FIELDS;
  return format === 'ecs'
    ? { 'trace.id': context.traceId, 'span.id': context.spanId }
    : { trace_id: context.traceId, span_id: context.spanId };
}
