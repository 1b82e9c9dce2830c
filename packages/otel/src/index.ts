export type { IdentifierMode } from '@llm-sentinel/core/adapter-kit';
export type { ContentCapture } from './environment.js';
export type { EventLogger, LogsApi } from './event-log.js';
export type { TokenUsage } from './metrics.js';
export { type OtelAdapter, type OtelAdapterOptions, otelAdapter } from './otel-adapter.js';
export {
  type ScanSpan,
  type ScanSpanOptions,
  startScanSpan,
  type TraceOptions,
  type TraceRequestOptions,
  traceLayer,
  traceRequest,
} from './tracing.js';
