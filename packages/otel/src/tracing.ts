import { isSentinelError, type ScanResult, type Source } from '@llm-sentinel/core';
import {
  type Attributes,
  context as contexts,
  type Span,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { preciseTime } from './precise-time.js';
import { cap, startAttributes } from './scan-attributes.js';
import { scanSpanName, setVerdict } from './scan-span.js';
import { SCOPE_NAME, SCOPE_VERSION } from './scope.js';
import { ATTRIBUTE } from './semconv.js';
import { LAYERS } from './verdict.js';

/** What a span carries, and who makes it. */
export interface TraceOptions {
  /** More attributes, such as `gen_ai.request.model`. Never texts. @default {} */
  readonly attributes?: Attributes;
  /** Makes the span. @default the global provider */
  readonly tracerProvider?: TracerProvider;
}

/** What is known of a request. */
export interface TraceRequestOptions extends TraceOptions {
  /** What kind of request it is; countable, such as `chat` or `summarise`. @default 'request' */
  readonly name?: string;
  /** Id of the request, as the attribute `sentinel.request.id`. @default none */
  readonly requestId?: string;
}

/** What is known of a scan. */
export interface ScanSpanOptions extends TraceOptions {
  /** Where the text comes from. @default 'user' */
  readonly source?: Source;
}

/** The span of a scan that the caller ends. */
export interface ScanSpan {
  /** The span itself. */
  readonly span: Span;
  /** Runs a function with the span as the active one. */
  run<T>(fn: () => T): T;
  /** Puts the verdict on the span, if there is one, and ends it. */
  end(result?: ScanResult): void;
}

/**
 * Runs a function within a span for one request of the application, under which the spans of its layers, scans and model
 * calls come to lie. The span ends when the function does, or the promise it returns. What the function throws is thrown
 * on; the span then has the class of the error, not its message.
 *
 * @example
 * const answer = await traceRequest({ name: 'chat', requestId }, async () => {
 *   await traceLayer('input_guard', () => check(prompt));
 *   return complete(prompt);
 * });
 */
export function traceRequest<T>(options: TraceRequestOptions, fn: (span: Span) => T): T {
  const { name = 'request', requestId, attributes } = options;
  const own: Attributes = requestId === undefined ? {} : { [ATTRIBUTE.requestId]: cap(requestId) };
  return within(`sentinel.request ${name}`, { ...attributes, ...own }, options, fn);
}

/**
 * Runs a function within a span for one layer of a request: `input_guard`, `retrieval_guard`, `tool_guard`, `output_guard`, or
 * a countable name of your own. Ends and fails as `traceRequest` does.
 */
export function traceLayer<T>(layer: string, fn: (span: Span) => T, options: TraceOptions = {}): T {
  return within(`sentinel.layer ${layer}`, { ...options.attributes, [ATTRIBUTE.layer]: layer }, options, fn);
}

/**
 * Starts the span of a scan by hand, where no adapter is configured or the scan takes its time, as that of a stream does. It has
 * the name and attributes of the adapter's. Don't use both for one scan.
 *
 * @example
 * const scanSpan = startScanSpan({ source: 'user' });
 * scanSpan.end(scan(prompt));
 */
export function startScanSpan({ source = 'user', attributes, tracerProvider }: ScanSpanOptions = {}): ScanSpan {
  const parent = contexts.active();
  const span = tracerOf(tracerProvider).startSpan(
    scanSpanName(source),
    { startTime: now(), attributes: { ...attributes, [ATTRIBUTE.layer]: LAYERS[source] } },
    parent,
  );
  return {
    span,
    run: (fn) => contexts.with(trace.setSpan(parent, span), fn),
    end(result) {
      if (result !== undefined) {
        span.setAttributes(startAttributes(result));
        setVerdict(span, result);
      }
      span.end(now());
    },
  };
}

function now(): number {
  return preciseTime(Date.now());
}

function tracerOf(provider: TracerProvider | undefined): Tracer {
  return (provider ?? trace).getTracer(SCOPE_NAME, SCOPE_VERSION);
}

function within<T>(name: string, attributes: Attributes, { tracerProvider }: TraceOptions, fn: (span: Span) => T): T {
  return tracerOf(tracerProvider).startActiveSpan(name, { startTime: now(), attributes }, (span) => {
    let value: T;
    try {
      value = fn(span);
    } catch (error) {
      fail(span, error);
      throw error;
    }
    if (!isPromise(value)) {
      span.end(now());
      return value;
    }
    const settled = value.then(
      (answer) => {
        span.end(now());
        return answer;
      },
      (error: unknown) => {
        fail(span, error);
        throw error;
      },
    );
    return settled as T;
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

/** That a guard blocked is correct service, not a failure of the request. */
function fail(span: Span, error: unknown): void {
  if (isSentinelError(error, 'BLOCKED')) {
    span.setAttribute(ATTRIBUTE.result, 'blocked');
  } else {
    span.setAttribute(ATTRIBUTE.errorType, error instanceof Error ? cap(error.name) : typeof error);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end(now());
}
