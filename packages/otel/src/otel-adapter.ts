import { createHmac } from 'node:crypto';
import type { Adapter, ScanEvent, Telemetry } from '@llm-sentinel/core';
import { createPseudonymiser, type HmacKey, type IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import { context as contexts, diag, type MeterProvider, type TracerProvider, trace } from '@opentelemetry/api';
import { checks } from './check.js';
import { currentMeter } from './current-meter.js';
import { CONTENT_CAPTURES, type ContentCapture, contentCapture, wantsGenAiDrafts } from './environment.js';
import { createEventLog, type LogsApi } from './event-log.js';
import type { TokenUsage } from './metrics.js';
import { preciseTime } from './precise-time.js';
import { decisionEvent, scanEvents } from './scan-events.js';
import { recordEngineSpans, type ScanSpanSettings, startRecordedSpan } from './scan-span.js';
import { SCOPE_NAME, SCOPE_VERSION } from './scope.js';
import { createTelemetry } from './telemetry.js';

/** Where telemetry goes, which of it there is, and what it shows of texts and people. */
export interface OtelAdapterOptions {
  /** Makes the spans. @default the global provider, also one that is registered later */
  readonly tracerProvider?: TracerProvider;
  /** Makes the instruments. @default the global provider, also one that is registered later */
  readonly meterProvider?: MeterProvider;
  /** `logs` of `@opentelemetry/api-logs`, or a logger provider. Without it events are events of the span. @default none */
  readonly logs?: LogsApi;
  /** A span for each scan. @default true */
  readonly spans?: boolean;
  /** Counters and histograms. Turn them off beside `@llm-sentinel/prometheus`, or all is counted twice. @default true */
  readonly metrics?: boolean;
  /** Findings and what came of them as events. @default true */
  readonly events?: boolean;
  /** A child span for each engine. Costs the scanner two clock reads an engine. @default false */
  readonly engineSpans?: boolean;
  /**
   * Also the drafts of the GenAI conventions for guardrails. They change without notice.
   * @default true when OTEL_SEMCONV_STABILITY_OPT_IN has `gen_ai_latest_experimental`
   */
  readonly genAiDrafts?: boolean;
  /**
   * Where `event.text` is exported to, which exists only when the scanner has `captureText`; use 'redacted' there.
   * @default as OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT says, else 'none'
   */
  readonly captureContent?: ContentCapture;
  /** `user.id` on spans. @default 'omit' */
  readonly userId?: IdentifierMode;
  /** `session.id` on spans. @default 'omit' */
  readonly sessionId?: IdentifierMode;
  /** Key of the pseudonyms, at least 16 bytes. @default none */
  readonly hmacKey?: HmacKey | undefined;
  /** `sentinel.input.hmac`: the HMAC of `event.text`, by which equal texts are found. Needs `hmacKey`. @default false */
  readonly inputHmac?: boolean;
}

const KNOWN: readonly string[] = [
  'tracerProvider',
  'meterProvider',
  'logs',
  'spans',
  'metrics',
  'events',
  'engineSpans',
  'genAiDrafts',
  'captureContent',
  'userId',
  'sessionId',
  'hmacKey',
  'inputHmac',
] satisfies (keyof OtelAdapterOptions)[];

/** An adapter that makes spans, metrics and events of scans. */
export interface OtelAdapter extends Adapter {
  /** Takes what other packages report beside scans: retries, circuits, queues. */
  readonly metrics: Telemetry;
  /** Records the tokens of one call of a model, as `gen_ai.client.token.usage`. Never throws. */
  recordTokenUsage(usage: TokenUsage): void;
}

/**
 * Spans, metrics and events of each scan through the OpenTelemetry API. A span is a child of the one that is active when the
 * text is scanned. Registers nothing; without an SDK in the application it does next to nothing.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * configure({ adapters: [otelAdapter({ logs })] }); // import { logs } from '@opentelemetry/api-logs'
 */
export function otelAdapter(options: OtelAdapterOptions = {}): OtelAdapter {
  checks.onlyKnown(options, KNOWN);
  const { spans = true, metrics = true, events = true, engineSpans = false, logs, meterProvider } = options;
  const { genAiDrafts = wantsGenAiDrafts(process.env), captureContent = contentCapture(process.env) } = options;
  const settings = spanSettings(options, genAiDrafts, captureContent);
  const eventSettings = { genAiDrafts, captureText: captureContent === 'event' || captureContent === 'span_and_event' };
  // Also the tracer and logger of a global provider are ones that a later registration fills; only meters are not.
  const tracer = (options.tracerProvider ?? trace).getTracer(SCOPE_NAME, SCOPE_VERSION);
  const eventLog = createEventLog(logs);
  const meter = currentMeter(meterProvider);
  let textSeen = false;
  let failure: string | undefined;

  /** An SDK that throws must not reach the scan; `health` tells of it, until a scan is recorded again. */
  function attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
    }
  }

  function record(event: ScanEvent): void {
    const parent = contexts.active();
    const end = preciseTime(event.time);
    const span = spans ? startRecordedSpan(tracer, event, end, parent, settings) : undefined;
    if (span !== undefined && engineSpans) recordEngineSpans(tracer, event, end, span, parent);
    const holder = span ?? trace.getSpan(parent);
    if (events && (event.result.findings.length > 0 || genAiDrafts) && eventLog.listens(holder)) {
      const context = span === undefined ? parent : trace.setSpan(parent, span);
      for (const entry of scanEvents(event, eventSettings)) eventLog.emit(entry, end, holder, context);
    }
    span?.end(end);
    if (captureContent !== 'none' && !textSeen && event.text !== undefined) {
      textSeen = true;
      diag.warn('[@llm-sentinel/otel] Scanned texts are exported. Set captureContent to "none" to stop this.');
    }
  }

  const telemetry = createTelemetry(meter.meter);
  return {
    name: 'otel',
    engineTimings: engineSpans && spans,
    onScanStart() {
      if (metrics) attempt(() => meter.scanMetrics()?.scanStarted());
    },
    onScan(event) {
      attempt(() => {
        if (metrics) meter.scanMetrics()?.scanEnded(event.result);
        if (spans || events) record(event);
        failure = undefined;
      });
    },
    onDecision(event) {
      const entry = events ? decisionEvent(event) : undefined;
      if (entry === undefined) return;
      attempt(() => {
        const context = contexts.active();
        const span = trace.getSpan(context);
        if (eventLog.listens(span)) eventLog.emit(entry, event.time, span, context);
      });
    },
    recordTokenUsage(usage) {
      attempt(() => meter.scanMetrics()?.tokens(usage));
    },
    metrics: {
      increment: (name, labels, by) => attempt(() => telemetry.increment(name, labels, by)),
      set: (name, labels, value) => attempt(() => telemetry.set(name, labels, value)),
      observe: (name, labels, value) => attempt(() => telemetry.observe(name, labels, value)),
    },
    health() {
      if (failure === undefined) return { status: 'ok' };
      return { status: 'failed', detail: `OpenTelemetry threw ${failure} on the last event.` };
    },
  };
}

function spanSettings(
  { hmacKey, userId = 'omit', sessionId = 'omit', inputHmac = false }: OtelAdapterOptions,
  genAiDrafts: boolean,
  captureContent: ContentCapture,
): ScanSpanSettings {
  checks.oneOf('captureContent', captureContent, CONTENT_CAPTURES, 'none');
  if (inputHmac && hmacKey === undefined) throw checks.invalidOption('`inputHmac` needs `hmacKey`.');
  return {
    genAiDrafts,
    userId: createPseudonymiser(checks, { option: 'userId', mode: userId, hmacKey, hmac }).apply,
    sessionId: createPseudonymiser(checks, { option: 'sessionId', mode: sessionId, hmacKey, hmac }).apply,
    inputDigest: inputHmac && hmacKey !== undefined ? (text) => hmac(hmacKey, text) : undefined,
    captureText: captureContent === 'span' || captureContent === 'span_and_event',
  };
}

function hmac(key: HmacKey, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
