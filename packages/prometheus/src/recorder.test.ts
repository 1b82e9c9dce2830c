import type { Telemetry } from '@llm-sentinel/core';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { type MetricDefinition, metricCatalogue } from './catalogue.js';
import { prometheusAdapter } from './prometheus-adapter.js';

const setUp = (options: Parameters<typeof prometheusAdapter>[0] = {}) => {
  const { metrics, registry } = prometheusAdapter(options);
  const lines = async (name: string) =>
    (await registry.metrics()).split('\n').filter((line) => line.startsWith(`sentinel_${name}`));
  return { metrics, registry, lines };
};
const errors = [
  'sentinel_errors_total{component="metrics",error_type="UNKNOWN_METRIC"}',
  'sentinel_errors_total{component="metrics",error_type="INVALID_LABELS"}',
  'sentinel_errors_total{component="metrics",error_type="INVALID_VALUE"}',
];

describe('adapter.metrics', () => {
  it('counts, sets and observes by the names of the catalogue', async () => {
    const { metrics, lines } = setUp();
    metrics.increment('llm_tokens_total', { model: 'gpt-5', token_type: 'input' }, 1_200);
    metrics.increment('llm_tokens_total', { model: 'gpt-5', token_type: 'input' }, 300);
    metrics.increment('drift_incidents_total', { kind: 'scores' });
    metrics.set('reviews_pending', {}, 4);
    metrics.observe('store_query_seconds', { store: 'postgres', operation: 'insert' }, 0.02);
    expect(await lines('llm_tokens_total')).toEqual([
      'sentinel_llm_tokens_total{model="gpt-5",token_type="input"} 1500',
      'sentinel_llm_tokens_total{model="gpt-5",token_type="output"} 0',
    ]);
    expect(await lines('drift_incidents_total')).toEqual(['sentinel_drift_incidents_total{kind="scores"} 1']);
    expect(await lines('reviews_pending')).toEqual(['sentinel_reviews_pending 4']);
    expect(await lines('store_query_seconds_bucket{le="0.01"')).toEqual([
      'sentinel_store_query_seconds_bucket{le="0.01",store="postgres",operation="insert"} 0',
    ]);
    expect(await lines('store_query_seconds_bucket{le="0.025"')).toEqual([
      'sentinel_store_query_seconds_bucket{le="0.025",store="postgres",operation="insert"} 1',
    ]);
  });

  it('records every row of the catalogue', async () => {
    const { metrics, lines } = setUp();
    const telemetry: Telemetry = metrics;
    const rows = Object.entries(metricCatalogue) as [string, MetricDefinition][];
    for (const [name, { type, labels }] of rows) {
      const values = Object.fromEntries(labels.map((label) => [label, 'some']));
      if (type === 'counter') telemetry.increment(name, values);
      else if (type === 'gauge') telemetry.set(name, values, 1);
      else telemetry.observe(name, values, 1);
    }
    expect(await lines('errors_total{component="metrics"')).toEqual([]);
    // What a scrape brings up to date, it takes back to what is true.
    for (const [name] of rows.filter(([, { from }]) => from === 'packages')) {
      expect((await lines(name)).some((line) => / [1-9]\d*$/.test(line))).toBe(true);
    }
  });

  it('shows the other states of a new series with 0, and none for what nobody reports', async () => {
    const { metrics, lines } = setUp();
    expect(await lines('alerts_sent_total{')).toEqual([]);
    expect(await lines('audit_queue_length')).toEqual([]);
    metrics.increment('alerts_sent_total', { channel: 'slack', status: 'failed' });
    expect((await lines('alerts_sent_total{')).sort()).toEqual([
      'sentinel_alerts_sent_total{channel="slack",status="failed"} 1',
      'sentinel_alerts_sent_total{channel="slack",status="sent"} 0',
    ]);
  });

  it('has a circuit in one state at a time', async () => {
    const { metrics, lines } = setUp();
    for (const state of ['closed', 'open', 'half_open', 'open'])
      metrics.set('circuit_state', { circuit: 'llm', state }, 1);
    metrics.set('circuit_state', { circuit: 'redis', state: 'closed' }, 1);
    expect((await lines('circuit_state{')).filter((line) => line.endsWith(' 1'))).toEqual([
      'sentinel_circuit_state{circuit="llm",state="open"} 1',
      'sentinel_circuit_state{circuit="redis",state="closed"} 1',
    ]);
    expect(await lines('circuit_state{')).toHaveLength(6);
  });

  it('calls an absent label none', async () => {
    const { metrics, lines } = setUp();
    (metrics as Telemetry).increment('rollbacks_total', {});
    (metrics as Telemetry).increment('rollbacks_total', { reason: { toString: null } as never });
    expect(await lines('rollbacks_total{')).toEqual(['sentinel_rollbacks_total{reason="none"} 2']);
  });

  it('shows no API key, only the names that were configured', async () => {
    const { metrics, lines } = setUp({ apiKeyAliases: ['mobile-app'], maxLabelValues: 1_000 });
    for (const key_id of ['mobile-app', 'sk-live-4711', 'sk-live', 'mobile-app'])
      metrics.increment('api_key_requests_total', { key_id, status: 'success' });
    expect((await lines('api_key_requests_total{')).filter((line) => !line.endsWith(' 0'))).toEqual([
      'sentinel_api_key_requests_total{key_id="mobile-app",status="success"} 2',
      'sentinel_api_key_requests_total{key_id="other",status="success"} 2',
    ]);
  });

  it.each<[string, (telemetry: Telemetry) => void, number]>([
    ['an unknown name', (telemetry) => telemetry.increment('scans_total', {}), 0],
    ['a name of every object', (telemetry) => telemetry.increment('constructor', {}), 0],
    ['a name of another type', (telemetry) => telemetry.set('scan_total', {}, 1), 0],
    ['an unknown label', (telemetry) => telemetry.increment('rollbacks_total', { why: 'x' }), 1],
    ['no labels', (telemetry) => telemetry.increment('rollbacks_total', undefined as never), 1],
    ['a negative count', (telemetry) => telemetry.increment('rollbacks_total', { reason: 'x' }, -1), 2],
    ['no number', (telemetry) => telemetry.observe('audit_write_seconds', {}, Number.NaN), 2],
    ['too large a number', (telemetry) => telemetry.set('reviews_pending', {}, Number.POSITIVE_INFINITY), 2],
    ['a text for a number', (telemetry) => telemetry.set('reviews_pending', {}, '4' as never), 2],
  ])('counts %s as its own error instead of throwing', async (_case, call, error) => {
    const { metrics, registry, lines } = setUp();
    const before = await registry.metrics();
    call(metrics);
    expect(await lines('errors_total{')).toEqual([`${errors[error]} 1`]);
    expect((await registry.metrics()).replace(`${errors[error]} 1\n`, '')).toBe(before);
  });

  it('never throws, and keeps a page that can be read, whatever is recorded', async () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(metricCatalogue)), fc.string());
    const labels = fc.dictionary(
      fc.constantFrom('status', 'model', 'token_type', 'circuit', 'state', '__proto__', 'le'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '"', '\\', '\uD800', 'none', '')),
    );
    const value = fc.oneof(fc.double(), fc.integer());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, labels, value), { maxLength: 20 }), async (calls) => {
        const { metrics, registry } = setUp();
        const telemetry: Telemetry = metrics;
        for (const [name, labels, value] of calls) {
          telemetry.increment(name, labels, value);
          telemetry.set(name, labels, value);
          telemetry.observe(name, labels, value);
        }
        const page = await registry.metrics();
        expect(page.split('\n').filter((line) => !LINE.test(line))).toEqual([]);
        const series = page.split('\n').flatMap((line) => /^[a-z].*(?= )/.exec(line) ?? []);
        expect(new Set(series).size).toBe(series.length);
      }),
      { numRuns: 50 },
    );
  });

  it('counts into the same series for all adapters of a registry', async () => {
    const registry = new Registry();
    for (const { metrics } of [prometheusAdapter({ registry }), prometheusAdapter({ registry })]) {
      metrics.increment('retries_total', { operation: 'audit', outcome: 'succeeded' });
    }
    expect(await registry.metrics()).toContain('sentinel_retries_total{operation="audit",outcome="succeeded"} 2\n');
  });
});

// A line of the text format: empty, a comment, or a name, labels with escaped values, and a number.
const LINE = /^(?:|# .*|[a-z_]+(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?(?:[\d.e+-]+|\+Inf|Nan))$/;

describe('types', () => {
  it('hold callers to names and labels of the catalogue', () => {
    const { metrics } = setUp();
    // @ts-expect-error -- no such metric
    metrics.increment('scans_total', {});
    // @ts-expect-error -- a gauge is set
    metrics.increment('reviews_pending', {});
    // @ts-expect-error -- a label is missing
    metrics.increment('llm_tokens_total', { model: 'gpt-5' });
    // @ts-expect-error -- a label too many
    metrics.set('reviews_pending', { queue: 'a' }, 1);
    // A user id is no label of any metric.
    // @ts-expect-error -- a label of no metric
    metrics.observe('audit_write_seconds', { user_id: 'a' }, 1);
    expect(metrics).toBeDefined();
  });
});
