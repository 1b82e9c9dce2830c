import type { LogFormat } from './format.js';

/** Ids of the span that is active now, as an OpenTelemetry `SpanContext` has them. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
}

/** The fields that join a log line to its trace. Empty when no span is active. */
export function traceFields(
  traceContext: (() => TraceContext | undefined) | undefined,
  format: LogFormat,
): Record<string, string> {
  const context = traceContext?.();
  if (context === undefined) return {};
  return format === 'ecs'
    ? { 'trace.id': context.traceId, 'span.id': context.spanId }
    : { trace_id: context.traceId, span_id: context.spanId };
}
