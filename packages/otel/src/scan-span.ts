import type { ScanEvent, ScanResult, Source } from '@llm-sentinel/core';
import { type Context, type Span, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { engineSpans } from './engine-spans.js';
import {
  type AttributeSettings,
  cap,
  contentAttributes,
  contextAttributes,
  startAttributes,
  verdictAttributes,
} from './scan-attributes.js';
import { ATTRIBUTE } from './semconv.js';
import { hasFailed, LAYERS } from './verdict.js';

export interface ScanSpanSettings extends AttributeSettings {
  readonly captureText: boolean;
}

/** Span names, made once: one a layer, so that a backend can group by them. */
const NAMES = Object.fromEntries(
  Object.entries(LAYERS).map(([source, layer]) => [source, `sentinel.scan ${layer}`]),
) as Readonly<Record<Source, string>>;

/** The name of the span of a scan. */
export function scanSpanName(source: Source): string {
  return NAMES[source];
}

/** Starts the span of a scan that is over. The caller ends it, at `end`. */
export function startRecordedSpan(
  tracer: Tracer,
  event: ScanEvent,
  end: number,
  parent: Context,
  settings: ScanSpanSettings,
): Span {
  const { result } = event;
  const startTime = end - result.latencyMs;
  const span = tracer.startSpan(NAMES[result.source], { startTime, attributes: startAttributes(result) }, parent);
  // Without an SDK, or for a trace that is not sampled, the rest would be made in vain.
  if (!span.isRecording()) return span;
  span.setAttributes(contextAttributes(event, settings));
  if (settings.captureText && event.text !== undefined) {
    span.setAttributes(contentAttributes(event.text, settings.genAiDrafts));
  }
  setVerdict(span, result);
  return span;
}

/** A block is correct service, so its status stays unset; an error is a scan that came to no verdict. */
export function setVerdict(span: Span, result: ScanResult): void {
  span.setAttributes(verdictAttributes(result));
  if (hasFailed(result)) span.setStatus({ code: SpanStatusCode.ERROR });
}

/** A child for each engine that core timed. */
export function recordEngineSpans(tracer: Tracer, event: ScanEvent, end: number, scan: Span, parent: Context): void {
  if (!scan.isRecording() || event.engineTimings.length === 0) return;
  const context = trace.setSpan(parent, scan);
  for (const { engine, ...time } of engineSpans(event, end)) {
    const attributes = { [ATTRIBUTE.engine]: cap(engine) };
    const span = tracer.startSpan(`sentinel.engine ${cap(engine)}`, { startTime: time.start, attributes }, context);
    const error = event.result.errors.find((failed) => failed.engine === engine);
    if (error !== undefined) {
      span.setAttribute(ATTRIBUTE.errorType, cap(error.type));
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end(time.end);
  }
}
