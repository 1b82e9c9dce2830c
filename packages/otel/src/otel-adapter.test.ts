import { createHmac } from 'node:crypto';
import { isSentinelError } from '@llm-sentinel/core';
import {
  buildDecisionEvent,
  buildFinding,
  buildScanEvent,
  type ScanEventOverrides,
  testAdapter,
} from '@llm-sentinel/testing';
import {
  context,
  DiagLogLevel,
  diag,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { logs as logsApi } from '@opentelemetry/api-logs';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { AlwaysOffSampler, type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MemorySdk, memorySdk } from '../test/memory-sdk.js';
import { type OtelAdapterOptions, otelAdapter } from './index.js';

const KEY = 'a key of enough bytes';
const hmac = (text: string) => createHmac('sha256', KEY).update(text).digest('hex');
const injection = buildFinding();
const email = buildFinding({
  rule: 'pii/email',
  threatType: 'pii',
  severity: 'medium',
  score: 0.8,
  start: 20,
  end: 36,
  entity: 'email',
  references: ['LLM02'],
});

let sdk: MemorySdk;
beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterAll(() => context.disable());
beforeEach(() => {
  sdk = memorySdk();
});

function adapterOf(options: OtelAdapterOptions = {}) {
  const { tracerProvider, meterProvider, logs } = sdk;
  return otelAdapter({ tracerProvider, meterProvider, logs, captureContent: 'none', genAiDrafts: false, ...options });
}

function spanOf(event: ScanEventOverrides, options: OtelAdapterOptions = {}) {
  adapterOf(options).onScan?.(buildScanEvent(event));
  const [span, ...others] = sdk.spans().filter(({ name }) => name.startsWith('sentinel.scan'));
  expect(others).toEqual([]);
  return span as NonNullable<typeof span>;
}

const toMs = ([seconds, nanoseconds]: readonly [number, number]) => seconds * 1_000 + nanoseconds / 1e6;

const throwing: TracerProvider = {
  getTracer: () => ({
    startSpan() {
      throw new RangeError('the exporter has secrets');
    },
    startActiveSpan() {
      throw new RangeError('the exporter has secrets');
    },
  }),
};

testAdapter('otel', {
  create: () => adapterOf({ engineSpans: true, genAiDrafts: true, userId: 'hmac', sessionId: 'hmac', hmacKey: KEY }),
  recorded: () => sdk.recorded(),
  failing: () => adapterOf({ tracerProvider: throwing }),
  reset: () => {
    sdk = memorySdk();
  },
});

testAdapter('otel with content and plain identifiers, events on spans', {
  create: () => {
    const { tracerProvider, meterProvider } = sdk;
    return otelAdapter({
      tracerProvider,
      meterProvider,
      genAiDrafts: true,
      captureContent: 'span_and_event',
      userId: 'plain',
      sessionId: 'plain',
    });
  },
  recorded: () => sdk.recorded(),
  reset: () => {
    sdk = memorySdk();
  },
  recordsText: true,
  recordsIdentifiers: true,
});

describe('the span of a scan', () => {
  it('has the attributes of a clean text', () => {
    const span = spanOf({});
    expect(span.name).toBe('sentinel.scan input_guard');
    expect(span.kind).toBe(SpanKind.INTERNAL);
    expect(span.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span.instrumentationScope.name).toBe('@llm-sentinel/otel');
    expect(span.instrumentationScope.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(span.attributes).toMatchInlineSnapshot(`
      {
        "sentinel.findings.count": 0,
        "sentinel.input.length": 42,
        "sentinel.layer": "input_guard",
        "sentinel.result": "allowed",
        "sentinel.risk.score": 0,
        "sentinel.ruleset.version": "1.0.0+0123456789abcdef",
        "sentinel.scan.id": "019bc135-2883-7000-8000-000000000000",
      }
    `);
  });

  it('has the attributes of a blocked text, whose status stays unset', () => {
    const span = spanOf({ result: { findings: [injection, email], source: 'document' } });
    expect(span.name).toBe('sentinel.scan retrieval_guard');
    expect(span.status.code).toBe(SpanStatusCode.UNSET);
    expect(span.attributes).toMatchInlineSnapshot(`
      {
        "sentinel.engines.triggered": [
          "rules",
        ],
        "sentinel.findings.count": 2,
        "sentinel.input.length": 42,
        "sentinel.layer": "retrieval_guard",
        "sentinel.result": "blocked",
        "sentinel.risk.score": 0.9,
        "sentinel.ruleset.version": "1.0.0+0123456789abcdef",
        "sentinel.scan.id": "019bc135-2883-7000-8000-000000000000",
        "sentinel.severity": "high",
        "sentinel.threat.type": "injection",
        "sentinel.threat.types": [
          "injection",
          "pii",
        ],
      }
    `);
  });

  it('lasts as long as the scan did, and ends when it did', () => {
    // Far from the times of other events, so that the fraction of a millisecond is that of this one.
    const time = 1_700_000_000_123;
    const { startTime, endTime } = spanOf({ time, result: { latencyMs: 250.5 } });
    expect(toMs(endTime)).toBeCloseTo(time, 2);
    expect(toMs(endTime) - toMs(startTime)).toBeCloseTo(250.5, 2);
  });

  it('has status ERROR and the class of the error only when the scan came to no verdict', () => {
    const errors = [{ engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' }] as const;
    const failed = spanOf({ result: { errors } });
    expect(failed.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(failed.attributes).toMatchObject({ 'error.type': 'TimeoutError', 'sentinel.result': 'error' });
    sdk = memorySdk();
    const judged = spanOf({ result: { errors, findings: [injection] } });
    expect(judged.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(judged.attributes).not.toHaveProperty('error.type');
    expect(judged.attributes).toMatchObject({ 'sentinel.result': 'blocked' });
  });

  it('caps lists and names', () => {
    const findings = Array.from({ length: 40 }, (_, i) =>
      buildFinding({ threatType: `t${i}-${'x'.repeat(999)}`, engine: `e${i}-${'y'.repeat(999)}` }),
    );
    const { attributes } = spanOf({ result: { findings } });
    for (const name of ['sentinel.threat.types', 'sentinel.engines.triggered']) {
      const values = attributes[name] as string[];
      expect(values).toHaveLength(16);
      expect(Math.max(...values.map(({ length }) => length))).toBe(256);
    }
    expect(String(attributes['sentinel.threat.type'])).toHaveLength(256);
  });

  it('passes on what only the caller knows, and no other label', () => {
    const labels = {
      'gen_ai.conversation.id': 'c-1',
      'gen_ai.request.model': 'model-1',
      'gen_ai.provider.name': 'provider-1',
      'gen_ai.response.id': 'r-1',
      'sentinel.policy.id': 'strict-eu',
      tenant: 'acme',
    };
    const { attributes } = spanOf({ context: { labels } });
    const { tenant, ...passedOn } = labels;
    expect(attributes).toMatchObject(passedOn);
    expect(JSON.stringify(attributes)).not.toContain(tenant);
  });

  it('is given to the sampler with what one samples by', () => {
    let seen: object | undefined;
    const sampler: Sampler = {
      shouldSample(_context, _traceId, _name, _kind, attributes) {
        seen = attributes;
        return { decision: SamplingDecision.NOT_RECORD };
      },
    };
    sdk = memorySdk({ sampler });
    adapterOf().onScan?.(buildScanEvent({ result: { findings: [injection] } }));
    expect(seen).toMatchObject({
      'sentinel.layer': 'input_guard',
      'sentinel.result': 'blocked',
      'sentinel.risk.score': 0.9,
      'sentinel.threat.type': 'injection',
    });
  });

  it('is not filled in when nobody records it', () => {
    sdk = memorySdk({ sampler: new AlwaysOffSampler() });
    const event = buildScanEvent();
    const guarded = new Proxy(event, {
      get(target, key, receiver) {
        if (key === 'text' || key === 'engineTimings') throw new Error('The span was filled in.');
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const adapter = adapterOf({ engineSpans: true, events: false });
    adapter.onScan?.(guarded);
    expect(adapter.health?.()).toEqual({ status: 'ok' });
  });

  it('is a child of the span that is active in the caller', () => {
    const tracer = sdk.tracerProvider.getTracer('app');
    const chat = tracer.startActiveSpan('chat', (span: Span) => {
      adapterOf().onScan?.(buildScanEvent());
      span.end();
      return span.spanContext();
    });
    const span = sdk.span('sentinel.scan input_guard');
    expect(span.parentSpanContext?.spanId).toBe(chat.spanId);
    expect(span.spanContext().traceId).toBe(chat.traceId);
    expect(spanOf({}, { tracerProvider: memorySdk().tracerProvider })).toBeDefined();
  });
});

describe('identifiers', () => {
  const userContext = { userId: 'user-42', sessionId: 'session-7' };

  it('are left out unless asked for, also with a key', () => {
    const { attributes } = spanOf({ context: userContext }, { hmacKey: KEY });
    expect(attributes).not.toHaveProperty('user.id');
    expect(attributes).not.toHaveProperty('session.id');
  });

  it('are pseudonyms or plain, each in its mode', () => {
    const { attributes } = spanOf({ context: userContext }, { hmacKey: KEY, userId: 'hmac', sessionId: 'plain' });
    expect(attributes).toMatchObject({ 'user.id': hmac('user-42'), 'session.id': 'session-7' });
  });

  it('keep their pseudonym after thousands of others', () => {
    const adapter = adapterOf({ hmacKey: KEY, userId: 'hmac' });
    const users = ['first', ...Array.from({ length: 2_500 }, (_, i) => `user-${i}`), 'first'];
    for (const userId of users) adapter.onScan?.(buildScanEvent({ context: { userId } }));
    expect(sdk.spans().map(({ attributes }) => attributes['user.id'])).toEqual(users.map(hmac));
  });
});

describe('the text', () => {
  const text = 'Write to [EMAIL_1].';

  it('is not exported, even when the event has it', () => {
    adapterOf({ genAiDrafts: true }).onScan?.(buildScanEvent({ text }));
    expect(JSON.stringify(sdk.recorded())).not.toContain('Write to');
  });

  it.each([
    ['span', true, false],
    ['event', false, true],
    ['span_and_event', true, true],
  ] as const)('is exported where asked for: %s', (captureContent, onSpan, onEvent) => {
    const span = spanOf({ text }, { captureContent, genAiDrafts: true });
    const [event] = sdk.logRecords().filter(({ name }) => name === 'gen_ai.guardrail.result');
    const content = { 'sentinel.input.text': text, 'gen_ai.guardrail.content.input.value': text };
    const none = expect.not.objectContaining({ 'sentinel.input.text': text }) as object;
    expect(span.attributes).toEqual(onSpan ? expect.objectContaining(content) : none);
    expect(event?.attributes).toEqual(onEvent ? expect.objectContaining(content) : none);
  });

  it('is cut off', () => {
    const { attributes } = spanOf({ text: 'x'.repeat(9_000) }, { captureContent: 'span' });
    expect(attributes['sentinel.input.text']).toHaveLength(2_000);
    expect(attributes).not.toHaveProperty('gen_ai.guardrail.content.input.value');
  });

  it('is warned of once', () => {
    const warnings: string[] = [];
    const ignore = () => {};
    const logger = {
      warn: (message: string) => warnings.push(message),
      error: ignore,
      info: ignore,
      debug: ignore,
      verbose: ignore,
    };
    diag.setLogger(logger, DiagLogLevel.WARN);
    const adapter = adapterOf({ captureContent: 'span' });
    adapter.onScan?.(buildScanEvent());
    expect(warnings).toEqual([]);
    for (let i = 0; i < 3; i++) adapter.onScan?.(buildScanEvent({ text }));
    diag.disable();
    expect(warnings).toEqual([expect.stringContaining('Scanned texts are exported')]);
  });

  it('has its HMAC on the span on request', () => {
    expect(spanOf({ text }, { inputHmac: true, hmacKey: KEY }).attributes).toMatchObject({
      'sentinel.input.hmac': hmac(text),
    });
    sdk = memorySdk();
    expect(spanOf({ text }, { hmacKey: KEY }).attributes).not.toHaveProperty('sentinel.input.hmac');
  });
});

describe('engine spans', () => {
  const round = (ms: number) => Math.round(ms * 100) / 100 + 0;
  const timings = (...ms: number[]) => ms.map((value, i) => ({ engine: `engine-${i}`, ms: value }));

  function laidOut(latencyMs: number, ...ms: number[]) {
    const event = buildScanEvent({ result: { latencyMs }, engineTimings: timings(...ms) });
    adapterOf({ engineSpans: true }).onScan?.(event);
    const end = toMs(sdk.span('sentinel.scan input_guard').endTime);
    return sdk
      .spans()
      .filter(({ name }) => name.startsWith('sentinel.engine'))
      .map(({ name, startTime, endTime }) => [name, round(toMs(startTime) - end), round(toMs(endTime) - end)]);
  }

  it('are asked of core only when wanted', () => {
    expect(adapterOf().engineTimings).toBe(false);
    expect(adapterOf({ engineSpans: true }).engineTimings).toBe(true);
    expect(adapterOf({ engineSpans: true, spans: false }).engineTimings).toBe(false);
  });

  it('lie end to end before the end of the scan', () => {
    expect(laidOut(10, 2, 4)).toEqual([
      ['sentinel.engine engine-0', -6, -4],
      ['sentinel.engine engine-1', -4, 0],
    ]);
  });

  it('lie side by side, within the scan, when they took longer than it did', () => {
    expect(laidOut(10, 8, 6, 20)).toEqual([
      ['sentinel.engine engine-0', -8, 0],
      ['sentinel.engine engine-1', -6, 0],
      ['sentinel.engine engine-2', -10, 0],
    ]);
  });

  it('are children of the scan, and the one that failed says so', () => {
    const errors = [{ engine: 'engine-1', code: 'ENGINE_FAILED', type: 'TypeError' }] as const;
    const event = buildScanEvent({ result: { errors, findings: [injection] }, engineTimings: timings(0.1, 0.1) });
    adapterOf({ engineSpans: true }).onScan?.(event);
    const scan = sdk.span('sentinel.scan input_guard').spanContext();
    const [first, second] = [sdk.span('sentinel.engine engine-0'), sdk.span('sentinel.engine engine-1')];
    expect([first, second].map((span) => span.parentSpanContext?.spanId)).toEqual([scan.spanId, scan.spanId]);
    expect(first.status.code).toBe(SpanStatusCode.UNSET);
    expect(second.status.code).toBe(SpanStatusCode.ERROR);
    expect(second.attributes).toEqual({ 'sentinel.engine': 'engine-1', 'error.type': 'TypeError' });
  });
});

describe('events', () => {
  it('tell of findings, personal data and a blocked injection, within the span of the scan', () => {
    const span = spanOf({ result: { findings: [injection, email] } });
    const records = sdk.logRecords();
    expect(records.map(({ name, severity }) => `${severity} ${name}`)).toEqual([
      'WARN sentinel.finding',
      'WARN sentinel.finding',
      'WARN sentinel.pii_detected',
      'WARN sentinel.injection_blocked',
    ]);
    expect(new Set(records.map(({ spanId }) => spanId))).toEqual(new Set([span.spanContext().spanId]));
    expect(span.events).toEqual([]);
    expect(records.slice(1).map(({ attributes }) => attributes)).toMatchInlineSnapshot(`
      [
        {
          "sentinel.engine": "rules",
          "sentinel.finding.end": 36,
          "sentinel.finding.references": [
            "LLM02",
          ],
          "sentinel.finding.score": 0.8,
          "sentinel.finding.start": 20,
          "sentinel.rule.id": "pii/email",
          "sentinel.scan.id": "019bc135-2883-7000-8000-000000000000",
          "sentinel.severity": "medium",
          "sentinel.threat.type": "pii",
        },
        {
          "sentinel.findings.count": 1,
          "sentinel.pii.entity_types": [
            "email",
          ],
          "sentinel.scan.id": "019bc135-2883-7000-8000-000000000000",
        },
        {
          "sentinel.layer": "input_guard",
          "sentinel.risk.score": 0.9,
          "sentinel.scan.id": "019bc135-2883-7000-8000-000000000000",
          "sentinel.threat.type": "injection",
        },
      ]
    `);
  });

  it('are none for a clean text', () => {
    spanOf({});
    expect(sdk.logRecords()).toEqual([]);
  });

  it('are sixteen findings at most', () => {
    spanOf({ result: { findings: Array.from({ length: 100 }, () => injection) } });
    expect(sdk.logRecords().filter(({ name }) => name === 'sentinel.finding')).toHaveLength(16);
  });

  it('are events of the span where there is no logs API', () => {
    const { tracerProvider, meterProvider } = sdk;
    otelAdapter({ tracerProvider, meterProvider }).onScan?.(buildScanEvent({ result: { findings: [injection] } }));
    const { events, endTime } = sdk.span('sentinel.scan input_guard');
    expect(events.map(({ name }) => name)).toEqual(['sentinel.finding', 'sentinel.injection_blocked']);
    expect(events[0]?.attributes).toMatchObject({ 'sentinel.rule.id': 'meaning/drop-earlier-instructions' });
    expect(events[0]?.time).toEqual(endTime);
  });

  it('go to the span of the application when scans have none of their own', () => {
    const { tracerProvider, meterProvider } = sdk;
    const adapter = otelAdapter({ tracerProvider, meterProvider, spans: false });
    tracerProvider.getTracer('app').startActiveSpan('chat', (span: Span) => {
      adapter.onScan?.(buildScanEvent({ result: { findings: [injection] } }));
      span.end();
    });
    expect(sdk.spans().map(({ name }) => name)).toEqual(['chat']);
    expect(sdk.span('chat').events).toHaveLength(2);
  });

  it('tell that a person was asked, and of no other decision', () => {
    const adapter = adapterOf();
    adapter.onDecision?.(
      buildDecisionEvent({ component: 'review', decision: 'requested', subject: 'injection', scanId: 's-1' }),
    );
    adapter.onDecision?.(buildDecisionEvent({ component: 'review', decision: 'approve', subject: 'injection' }));
    adapter.onDecision?.(buildDecisionEvent());
    expect(sdk.logRecords()).toEqual([
      {
        name: 'sentinel.escalation',
        severity: 'WARN',
        spanId: '',
        attributes: {
          'sentinel.decision': 'requested',
          'sentinel.decision.subject': 'injection',
          'sentinel.scan.id': 's-1',
        },
      },
    ]);
  });

  it('can be turned off', () => {
    const adapter = adapterOf({ events: false });
    adapter.onScan?.(buildScanEvent({ result: { findings: [injection] } }));
    adapter.onDecision?.(buildDecisionEvent({ component: 'review', decision: 'requested' }));
    expect(sdk.logRecords()).toEqual([]);
  });

  it('go through the logs API to a global provider, also one that is registered later', () => {
    const adapter = adapterOf({ logs: logsApi });
    const event = buildScanEvent({ result: { findings: [injection] } });
    adapter.onScan?.(event);
    expect(sdk.logRecords()).toEqual([]);
    logsApi.setGlobalLoggerProvider(sdk.logs as Parameters<typeof logsApi.setGlobalLoggerProvider>[0]);
    adapter.onScan?.(event);
    logsApi.disable();
    expect(sdk.logRecords().map(({ name }) => name)).toEqual(['sentinel.finding', 'sentinel.injection_blocked']);
  });

  it('are not made when the logger drops them', () => {
    const emitted: unknown[] = [];
    const logs = { getLogger: () => ({ enabled: () => false, emit: (record: unknown) => void emitted.push(record) }) };
    adapterOf({ logs }).onScan?.(buildScanEvent({ result: { findings: [injection] } }));
    expect(emitted).toEqual([]);
  });
});

describe('drafts of the GenAI conventions', () => {
  it('are on the span and an event of their own', () => {
    const labels = { 'sentinel.policy.id': 'strict-eu' };
    const span = spanOf({ result: { findings: [injection] }, context: { labels } }, { genAiDrafts: true });
    const draft = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => name.startsWith('gen_ai.')));
    expect(draft).toMatchInlineSnapshot(`
      {
        "gen_ai.guardrail.component.name": "llm-sentinel",
        "gen_ai.guardrail.policy.id": "strict-eu",
        "gen_ai.guardrail.policy.rule.id": "meaning/drop-earlier-instructions",
        "gen_ai.guardrail.policy.version": "1.0.0+0123456789abcdef",
        "gen_ai.guardrail.result.reason": "Asks the model to drop its earlier instructions.",
        "gen_ai.guardrail.result.type": "decision",
        "gen_ai.guardrail.result.value": "block",
        "gen_ai.guardrail.risk.category": "injection",
        "gen_ai.guardrail.risk.score": 0.9,
        "gen_ai.guardrail.source": "user",
        "gen_ai.operation.name": "apply_guardrail",
      }
    `);
    const [event] = sdk.logRecords().filter(({ name }) => name === 'gen_ai.guardrail.result');
    expect(event).toMatchObject({ severity: 'INFO', attributes: draft });
  });

  it('rate the answer of a model as an evaluation', () => {
    const labels = { 'gen_ai.response.id': 'r-1' };
    spanOf({ result: { source: 'model', findings: [injection] }, context: { labels } }, { genAiDrafts: true });
    expect(sdk.logRecords().at(-1)).toMatchObject({
      name: 'gen_ai.evaluation.result',
      attributes: {
        'gen_ai.evaluation.name': 'llm-sentinel.risk',
        'gen_ai.evaluation.score.value': 0.9,
        'gen_ai.evaluation.score.label': 'blocked',
        'gen_ai.response.id': 'r-1',
      },
    });
  });

  it('are nowhere unless asked for', () => {
    adapterOf().onScan?.(buildScanEvent({ result: { source: 'model', findings: [injection] } }));
    expect(JSON.stringify(sdk.recorded())).not.toContain('gen_ai');
  });
});

describe('an SDK that throws', () => {
  it('shows in health, without its message, until an event goes well', () => {
    let broken = true;
    const tracerProvider: TracerProvider = {
      getTracer: (...scope) => {
        const real = sdk.tracerProvider.getTracer(...scope);
        return {
          startSpan(...args) {
            if (broken) throw new RangeError('the exporter has secrets');
            return real.startSpan(...args);
          },
          startActiveSpan: real.startActiveSpan.bind(real),
        };
      },
    };
    const adapter = adapterOf({ tracerProvider });
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({
      status: 'failed',
      detail: 'OpenTelemetry threw RangeError on the last event.',
    });
    broken = false;
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({ status: 'ok' });
  });
});

describe('bad options throw in the factory', () => {
  it.each<[string, object, string]>([
    ['an option that nobody knows', { engineSpan: true }, 'Unknown option `engineSpan`. Did you mean `engineSpans`?'],
    ['unknown mode', { userId: 'md5' }, '`userId` must be one of plain, hmac, omit, got md5.'],
    ['hmac without a key', { sessionId: 'hmac' }, "`sessionId: 'hmac'` needs `hmacKey`."],
    ['a short key', { hmacKey: 'hush' }, '`hmacKey` must have at least 16 bytes, or pseudonyms can be guessed.'],
    ['HMAC of the text without a key', { inputHmac: true }, '`inputHmac` needs `hmacKey`.'],
    [
      'unknown capture',
      { captureContent: 'all' },
      '`captureContent` must be one of none, span, event, span_and_event, got all.',
    ],
  ])('%s', (_case, options, message) => {
    let thrown: unknown;
    try {
      otelAdapter(options as OtelAdapterOptions);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toBe(`[@llm-sentinel/otel] ${message}`);
  });
});

it('without options takes the global providers, also when they are registered later', () => {
  const adapter = otelAdapter();
  adapter.onScan?.(buildScanEvent());
  trace.setGlobalTracerProvider(sdk.tracerProvider);
  adapter.onScan?.(buildScanEvent());
  trace.disable();
  expect(sdk.spans()).toHaveLength(1);
});
