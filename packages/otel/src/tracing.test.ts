import { setTimeout as sleep } from 'node:timers/promises';
import { createScanner, SentinelError } from '@llm-sentinel/core';
import { buildFinding, buildResult } from '@llm-sentinel/testing';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MemorySdk, memorySdk } from '../test/memory-sdk.js';
import { otelAdapter, startScanSpan, traceLayer, traceRequest } from './index.js';

let sdk: MemorySdk;
beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterAll(() => context.disable());
beforeEach(() => {
  sdk = memorySdk();
});

/** Each span by its name, with the name of its parent. */
function tree(): Record<string, string | undefined> {
  const names = new Map(sdk.spans().map((span) => [span.spanContext().spanId, span.name]));
  return Object.fromEntries(sdk.spans().map((span) => [span.name, names.get(span.parentSpanContext?.spanId ?? '')]));
}

describe('a request with its layers', () => {
  it('holds the spans of its scans, also across awaits and beside others', async () => {
    const { tracerProvider, meterProvider, logs } = sdk;
    const scanner = createScanner({
      adapters: [otelAdapter({ tracerProvider, meterProvider, logs, engineSpans: true })],
      cache: false,
    });
    const request = (name: string) =>
      traceRequest({ name, requestId: `${name}-1`, tracerProvider }, async () => {
        await traceLayer('input_guard', () => sleep(2).then(() => scanner.scan('hello')), { tracerProvider });
        await sleep(1);
        return traceLayer('output_guard', () => scanner.scan('hello', { source: 'model' }), { tracerProvider });
      });
    const [first] = await Promise.all([request('chat'), request('summarise')]);
    expect(first.isSafe).toBe(true);

    const ids = (name: string) => sdk.span(name).spanContext();
    const chat = sdk.spans().filter((span) => span.spanContext().traceId === ids('sentinel.request chat').traceId);
    const names = new Map(chat.map((span) => [span.spanContext().spanId, span.name]));
    const nested = chat.map((span) => `${names.get(span.parentSpanContext?.spanId ?? '')} > ${span.name}`);
    expect(nested.filter((line) => !line.includes('sentinel.engine'))).toEqual([
      'sentinel.layer input_guard > sentinel.scan input_guard',
      'sentinel.request chat > sentinel.layer input_guard',
      'sentinel.layer output_guard > sentinel.scan output_guard',
      'sentinel.request chat > sentinel.layer output_guard',
      'undefined > sentinel.request chat',
    ]);
    const [engine] = scanner.health().engines;
    expect(nested).toContain(`sentinel.scan input_guard > sentinel.engine ${engine?.name}`);
    expect(sdk.span('sentinel.request chat').attributes).toEqual({ 'sentinel.request.id': 'chat-1' });
  });

  it('holds the scans of asynchronous engines', async () => {
    const { tracerProvider, meterProvider } = sdk;
    const judge = { name: 'llm-judge', version: '1', scanAsync: () => sleep(2).then(() => []) };
    const adapter = otelAdapter({ tracerProvider, meterProvider, engineSpans: true });
    const scanner = createScanner({ engines: [judge], adapters: [adapter] });
    await traceRequest({ tracerProvider }, () => scanner.scanAsync('hello'));
    expect(tree()).toMatchObject({
      'sentinel.scan input_guard': 'sentinel.request request',
      'sentinel.engine llm-judge': 'sentinel.scan input_guard',
    });
    const [scan, engine] = [sdk.span('sentinel.scan input_guard'), sdk.span('sentinel.engine llm-judge')];
    const nanoseconds = ([s, ns]: readonly [number, number]) => BigInt(s) * 1_000_000_000n + BigInt(ns);
    expect(nanoseconds(engine.startTime)).toBeGreaterThanOrEqual(nanoseconds(scan.startTime));
    expect(nanoseconds(engine.endTime)).toBeLessThanOrEqual(nanoseconds(scan.endTime));
  });

  it('keeps the attributes it is given', () => {
    const attributes = { 'gen_ai.request.model': 'model-1' };
    traceLayer('tool_guard', () => {}, { tracerProvider: sdk.tracerProvider, attributes });
    expect(sdk.span('sentinel.layer tool_guard').attributes).toEqual({ ...attributes, 'sentinel.layer': 'tool_guard' });
  });
});

describe.each([
  [
    'throws',
    (error: unknown) => () => {
      throw error;
    },
  ],
  ['rejects', (error: unknown) => () => Promise.reject(error)],
] as const)('a function that %s', (_how, failing) => {
  async function failedWith(error: unknown) {
    const run = async () => traceRequest({ tracerProvider: sdk.tracerProvider }, failing(error) as () => unknown);
    await expect(run()).rejects.toBe(error);
    return sdk.span('sentinel.request request');
  }

  it('fails the span with the class of the error, not its message, which may quote a text', async () => {
    const span = await failedWith(new RangeError('canary'));
    expect(span.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span.attributes).toEqual({ 'error.type': 'RangeError' });
    expect(span.events).toEqual([]);
  });

  it('fails it for what is no error, too', async () => {
    expect((await failedWith('canary')).attributes).toEqual({ 'error.type': 'string' });
  });

  it('does not fail it when a guard blocked: that is correct service', async () => {
    const span = await failedWith(new SentinelError('BLOCKED', 'Blocked.'));
    expect(span.status.code).toBe(SpanStatusCode.UNSET);
    expect(span.attributes).toEqual({ 'sentinel.result': 'blocked' });
  });
});

describe('startScanSpan', () => {
  it('has the name and verdict of a span of the adapter', () => {
    const { tracerProvider, meterProvider } = sdk;
    const result = buildResult({ source: 'tool', findings: [buildFinding()] });
    startScanSpan({ source: 'tool', tracerProvider }).end(result);
    const [own] = sdk.spans();
    sdk = memorySdk();
    otelAdapter({ tracerProvider: sdk.tracerProvider, meterProvider, events: false }).onScan?.({
      type: 'scan',
      time: 0,
      result,
      context: {},
      engineTimings: [],
    });
    const [ofAdapter] = sdk.spans();
    expect(own?.name).toBe(ofAdapter?.name);
    expect(own?.attributes).toEqual(ofAdapter?.attributes);
  });

  it('lasts as long as the stream whose verdict it gets', async () => {
    const scanSpan = startScanSpan({ source: 'model', tracerProvider: sdk.tracerProvider });
    const output = new ReadableStream<string>({
      async start(controller) {
        controller.enqueue('Write to ana@example.com. ');
        await sleep(5);
        controller.close();
      },
    });
    const scanner = createScanner();
    const guarded = output.pipeThrough(scanner.scanStream({ onResult: (result) => scanSpan.end(result) }));
    let read = '';
    for await (const chunk of guarded) read += chunk;
    expect(read).toBe('Write to [EMAIL_1]. ');
    const span = sdk.span('sentinel.scan output_guard');
    expect(span.attributes).toMatchObject({ 'sentinel.result': 'redacted', 'sentinel.threat.type': 'pii' });
    expect(span.duration[1]).toBeGreaterThan(2_000_000);
  });

  it('is active while a function runs in it, and may end without a verdict', () => {
    const scanSpan = startScanSpan({ source: 'model', tracerProvider: sdk.tracerProvider });
    expect(scanSpan.run(() => trace.getActiveSpan())).toBe(scanSpan.span);
    expect(trace.getActiveSpan()).toBeUndefined();
    scanSpan.end();
    expect(sdk.span('sentinel.scan output_guard').attributes).toEqual({ 'sentinel.layer': 'output_guard' });
  });

  it('fails when the scan came to no verdict', () => {
    const errors = [{ engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' }] as const;
    startScanSpan({ tracerProvider: sdk.tracerProvider }).end(buildResult({ errors }));
    expect(sdk.span('sentinel.scan input_guard').status.code).toBe(SpanStatusCode.ERROR);
  });
});

it('without an SDK the helpers run their function and nothing else', async () => {
  expect(traceRequest({}, () => traceLayer('input_guard', () => 42))).toBe(42);
  await expect(traceRequest({}, async () => 43)).resolves.toBe(43);
  const scanSpan = startScanSpan();
  scanSpan.end(buildResult());
  expect(scanSpan.span.isRecording()).toBe(false);
});
