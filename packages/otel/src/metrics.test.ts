import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { metrics } from '@opentelemetry/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemorySdk, memorySdk, points } from '../test/memory-sdk.js';
import { type OtelAdapterOptions, otelAdapter } from './index.js';

let sdk: MemorySdk;
beforeEach(() => {
  sdk = memorySdk();
});

function adapterOf(options: OtelAdapterOptions = {}) {
  return otelAdapter({ meterProvider: sdk.meterProvider, spans: false, events: false, ...options });
}

const blocked = { findings: [buildFinding(), buildFinding({ severity: 'low', score: 0.3 })] };

describe('the metrics of scans', () => {
  it('count by result and threat type', async () => {
    const adapter = adapterOf();
    for (const result of [{}, {}, blocked]) adapter.onScan?.(buildScanEvent({ result }));
    const count = await sdk.metric('sentinel.scan.count');
    expect(count.descriptor.unit).toBe('{scan}');
    expect(points(count)).toEqual([
      [{ 'sentinel.result': 'allowed', 'sentinel.threat.type': 'none' }, 2],
      [{ 'sentinel.result': 'blocked', 'sentinel.threat.type': 'injection' }, 1],
    ]);
  });

  it('measure time in seconds by layer, in the buckets of the objectives', async () => {
    const adapter = adapterOf();
    adapter.onScan?.(buildScanEvent({ result: { latencyMs: 250 } }));
    adapter.onScan?.(buildScanEvent({ result: { latencyMs: 750 } }));
    adapter.onScan?.(buildScanEvent({ result: { latencyMs: 1, source: 'model' } }));
    const duration = await sdk.metric('sentinel.scan.duration');
    expect(duration.descriptor.unit).toBe('s');
    expect(points(duration)).toEqual([
      [{ 'sentinel.layer': 'input_guard' }, { count: 2, sum: 1 }],
      [{ 'sentinel.layer': 'output_guard' }, { count: 1, sum: 0.001 }],
    ]);
    const [point] = duration.dataPoints as unknown as [{ value: { buckets: { boundaries: number[] } } }];
    expect(point.value.buckets.boundaries).toEqual([
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
    ]);
  });

  it('have the risk and the findings by severity', async () => {
    adapterOf().onScan?.(buildScanEvent({ result: blocked }));
    expect(points(await sdk.metric('sentinel.risk.score'))).toEqual([[{}, { count: 1, sum: 0.9 }]]);
    expect(points(await sdk.metric('sentinel.findings.count'))).toEqual([
      [{ 'sentinel.severity': 'high' }, 1],
      [{ 'sentinel.severity': 'low' }, 1],
    ]);
  });

  it('show scans in progress, never less than none', async () => {
    const adapter = adapterOf();
    const active = async () => points(await sdk.metric('sentinel.scan.active'))[0]?.[1];
    adapter.onScanStart?.();
    adapter.onScanStart?.();
    adapter.onScan?.(buildScanEvent());
    expect(await active()).toBe(1);
    // The scan of a stream is reported without a start.
    for (let i = 0; i < 5; i++) adapter.onScan?.(buildScanEvent());
    expect(await active()).toBe(0);
  });

  it('hold no text, user or session, and are bounded by the SDK where threat types are not', async () => {
    const adapter = adapterOf();
    const context = { userId: 'canary-user', sessionId: 'canary-session' };
    for (let i = 0; i < 3_000; i++) {
      const findings = [buildFinding({ threatType: `custom-${i}` })];
      adapter.onScan?.(buildScanEvent({ context, text: 'canary-text', result: { findings } }));
    }
    const count = await sdk.metric('sentinel.scan.count');
    expect(count.dataPoints.length).toBeLessThanOrEqual(2_000);
    expect(points(count).reduce((sum, [, value]) => sum + Number(value), 0)).toBe(3_000);
    expect(JSON.stringify(await sdk.metrics())).not.toContain('canary');
  });

  it('can be turned off', async () => {
    const adapter = adapterOf({ metrics: false });
    adapter.onScanStart?.();
    adapter.onScan?.(buildScanEvent());
    expect(await sdk.metrics()).toEqual([]);
  });

  it('go to a global provider that is registered after the adapter was made', async () => {
    const adapter = otelAdapter({ spans: false, events: false });
    adapter.onScan?.(buildScanEvent());
    metrics.setGlobalMeterProvider(sdk.meterProvider);
    adapter.onScan?.(buildScanEvent());
    metrics.disable();
    expect(points(await sdk.metric('sentinel.scan.count'))).toEqual([[expect.anything(), 1]]);
  });
});

describe('recordTokenUsage', () => {
  it('records tokens as the GenAI conventions name them', async () => {
    adapterOf().recordTokenUsage({ model: 'model-1', provider: 'provider-1', inputTokens: 120, outputTokens: 30 });
    adapterOf().recordTokenUsage({ model: 'model-1', provider: 'provider-1', operation: 'embeddings', inputTokens: 5 });
    const common = { 'gen_ai.request.model': 'model-1', 'gen_ai.provider.name': 'provider-1' };
    const usage = await sdk.metric('gen_ai.client.token.usage');
    expect(usage.descriptor.unit).toBe('{token}');
    expect(points(usage)).toEqual([
      [
        { ...common, 'gen_ai.operation.name': 'chat', 'gen_ai.token.type': 'input' },
        { count: 1, sum: 120 },
      ],
      [
        { ...common, 'gen_ai.operation.name': 'chat', 'gen_ai.token.type': 'output' },
        { count: 1, sum: 30 },
      ],
      [
        { ...common, 'gen_ai.operation.name': 'embeddings', 'gen_ai.token.type': 'input' },
        { count: 1, sum: 5 },
      ],
    ]);
  });
});

describe('metrics, which other packages report to', () => {
  it('makes counters, gauges and histograms with the units of their names', async () => {
    const { metrics: telemetry } = adapterOf();
    telemetry.increment('retries_total', { operation: 'audit_write', outcome: 'succeeded' });
    telemetry.increment('retries_total', { operation: 'audit_write', outcome: 'succeeded' }, 4);
    telemetry.set('audit_queue_length', {}, 7);
    telemetry.set('audit_queue_length', {}, 3);
    telemetry.observe('audit_write_seconds', {}, 0.25);
    telemetry.observe('store_size_bytes', { store: 'audit' }, 4_096);
    const retries = await sdk.metric('sentinel.retries');
    expect(points(retries)).toEqual([[{ 'sentinel.operation': 'audit_write', 'sentinel.outcome': 'succeeded' }, 5]]);
    expect(points(await sdk.metric('sentinel.audit.queue.length'))).toEqual([[{}, 3]]);
    const seconds = await sdk.metric('sentinel.audit.write');
    expect([seconds.descriptor.unit, points(seconds)]).toEqual(['s', [[{}, { count: 1, sum: 0.25 }]]]);
    expect((await sdk.metric('sentinel.store.size')).descriptor.unit).toBe('By');
  });

  it('keeps one state of a thing at 1', async () => {
    const { metrics: telemetry } = adapterOf();
    const set = (circuit: string, state: string) => telemetry.set('circuit_state', { circuit, state }, 1);
    set('judge', 'closed');
    set('other', 'closed');
    set('judge', 'open');
    set('judge', 'half_open');
    const states = points(await sdk.metric('sentinel.circuit.state')).map(([attributes, value]) => [
      ...Object.values(attributes as Record<string, string>),
      value,
    ]);
    expect(states).toEqual([
      ['judge', 'closed', 0],
      ['other', 'closed', 1],
      ['judge', 'open', 0],
      ['judge', 'half_open', 1],
    ]);
  });

  it('does not grow with names made up on the way, and never throws', async () => {
    const adapter = adapterOf();
    for (let i = 0; i < 1_500; i++) adapter.metrics.increment(`made_up_${i}_total`, {});
    adapter.metrics.set('x', { state: 'a' }, Number.NaN);
    expect((await sdk.metrics()).length).toBeLessThanOrEqual(1_001);
    expect(adapter.health?.()).toEqual({ status: 'ok' });
  });
});
