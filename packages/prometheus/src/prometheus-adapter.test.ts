import { createScanner, isSentinelError, type ScannerHealth } from '@llm-sentinel/core';
import { buildDecisionEvent, buildFinding, buildScanEvent, buildScannerInfo, testAdapter } from '@llm-sentinel/testing';
import type * as client from 'prom-client';
import { AggregatorRegistry, Counter, Registry } from 'prom-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PrometheusAdapterOptions, prometheusAdapter } from './prometheus-adapter.js';

const pii = (entity: string) =>
  buildFinding({
    rule: `pii/${entity}`,
    threatType: 'pii',
    severity: 'medium',
    entity,
    score: 0.8,
    references: ['LLM02'],
  });

/** Lines of the page that belong to one metric, without those that are still 0. */
async function series(registry: { metrics(): Promise<string> }, name: string): Promise<string[]> {
  const page = await registry.metrics();
  return page
    .split('\n')
    .filter((line) => line.startsWith(name) && !line.endsWith(' 0') && !line.startsWith(`${name}_bucket`));
}

let shared = new Registry();

testAdapter('prometheus', {
  create: () => prometheusAdapter({ registry: shared }),
  recorded: () => shared.metrics(),
  failing: () => prometheusAdapter({ registry: openMetricsRegistry(), traceContext: tracerThatThrows }),
  reset: () => {
    shared = new Registry();
  },
  ordered: false,
});

function openMetricsRegistry() {
  const registry = new Registry<client.OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  return registry;
}

function tracerThatThrows(): never {
  throw new RangeError('secret');
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a scan', () => {
  it('counts a clean text', async () => {
    const adapter = prometheusAdapter();
    adapter.onScan?.(buildScanEvent());
    const page = await adapter.registry.metrics();
    const lines = page.split('\n').filter((line) => /^sentinel_(?!build_info|\w+_bucket).* (?!0$)/.test(line));
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "sentinel_scan_total{result="allowed",threat_type="none"} 1
      sentinel_scan_latency_seconds_sum 0.00025
      sentinel_scan_latency_seconds_count 1
      sentinel_risk_score_count 1
      sentinel_requests_total{layer="input_guard",status="success"} 1
      sentinel_request_latency_seconds_sum{layer="input_guard"} 0.00025
      sentinel_request_latency_seconds_count{layer="input_guard"} 1
      sentinel_cache_misses_total{cache="verdict"} 1"
    `);
  });

  it('counts each action as its result, with the threat that decided', async () => {
    const adapter = prometheusAdapter();
    const findings = [buildFinding()];
    for (const action of ['allow', 'flag', 'redact', 'block'] as const) {
      adapter.onScan?.(buildScanEvent({ result: { findings, action } }));
    }
    adapter.onScan?.(buildScanEvent({ result: { errors: [{ engine: 'a', code: 'TIMEOUT', type: 'TimeoutError' }] } }));
    expect(await series(adapter.registry, 'sentinel_scan_total')).toEqual([
      'sentinel_scan_total{result="allowed",threat_type="none"} 1',
      'sentinel_scan_total{result="error",threat_type="none"} 1',
      'sentinel_scan_total{result="blocked",threat_type="injection"} 1',
      'sentinel_scan_total{result="flagged",threat_type="injection"} 1',
      'sentinel_scan_total{result="redacted",threat_type="injection"} 1',
    ]);
  });

  it('counts threats once per scan, findings each', async () => {
    const adapter = prometheusAdapter();
    const findings = [
      buildFinding({ severity: 'low', score: 0.3 }),
      buildFinding({ severity: 'critical', score: 0.95 }),
      buildFinding({ severity: 'medium', score: 0.5 }),
      pii('email'),
      pii('email'),
      pii('phone'),
    ];
    adapter.onScan?.(buildScanEvent({ result: { findings } }));
    adapter.onScan?.(buildScanEvent({ result: { findings: [pii('email')], action: 'redact' } }));
    const { registry } = adapter;
    expect(await series(registry, 'sentinel_threats_detected_total')).toEqual([
      'sentinel_threats_detected_total{threat_type="injection",severity="critical",category="LLM01"} 1',
      'sentinel_threats_detected_total{threat_type="pii",severity="medium",category="LLM02"} 2',
    ]);
    expect(await series(registry, 'sentinel_threats_blocked_total')).toEqual([
      'sentinel_threats_blocked_total{threat_type="injection",severity="critical"} 1',
      'sentinel_threats_blocked_total{threat_type="pii",severity="medium"} 1',
    ]);
    expect(await series(registry, 'sentinel_findings_total')).toEqual([
      'sentinel_findings_total{severity="low"} 1',
      'sentinel_findings_total{severity="medium"} 5',
      'sentinel_findings_total{severity="critical"} 1',
    ]);
    expect(await series(registry, 'sentinel_pii_detections_total')).toEqual([
      'sentinel_pii_detections_total{entity_type="email"} 3',
      'sentinel_pii_detections_total{entity_type="phone"} 1',
    ]);
  });

  it('counts findings by their rule', async () => {
    const adapter = prometheusAdapter({ maxLabelValues: 2 });
    const findings = ['a/one', 'a/two', 'a/one', 'b/three'].map((rule) => buildFinding({ rule }));
    adapter.onScan?.(buildScanEvent({ result: { findings } }));
    expect(await series(adapter.registry, 'sentinel_rule_findings_total')).toEqual([
      'sentinel_rule_findings_total{rule="a/one"} 2',
      'sentinel_rule_findings_total{rule="a/two"} 1',
      'sentinel_rule_findings_total{rule="b/three"} 1',
    ]);
  });

  it('counts a rule whose findings differ as each of them says', async () => {
    const adapter = prometheusAdapter();
    const { references: _, ...bare } = buildFinding({ threatType: 'price_fixing' });
    const variants = [
      buildFinding({ severity: 'low' }),
      buildFinding({ severity: 'critical' }),
      buildFinding({ severity: 'critical', references: ['LLM06'] }),
      bare,
      pii('email'),
      { ...pii('phone'), rule: 'pii/email' },
    ];
    for (const finding of [...variants, ...variants]) {
      adapter.onScan?.(buildScanEvent({ result: { findings: [finding] } }));
    }
    expect(await series(adapter.registry, 'sentinel_threats_detected_total')).toEqual([
      'sentinel_threats_detected_total{threat_type="injection",severity="low",category="LLM01"} 2',
      'sentinel_threats_detected_total{threat_type="injection",severity="critical",category="LLM01"} 2',
      'sentinel_threats_detected_total{threat_type="pii",severity="medium",category="LLM02"} 4',
      'sentinel_threats_detected_total{threat_type="injection",severity="critical",category="LLM06"} 2',
      'sentinel_threats_detected_total{threat_type="price_fixing",severity="high",category="none"} 2',
    ]);
    expect(await series(adapter.registry, 'sentinel_pii_detections_total')).toEqual([
      'sentinel_pii_detections_total{entity_type="email"} 2',
      'sentinel_pii_detections_total{entity_type="phone"} 2',
    ]);
  });

  it('is counted at the next scrape, however few there were', async () => {
    const adapter = prometheusAdapter();
    for (let scans = 1; scans <= 40; scans++) {
      adapter.onScan?.(buildScanEvent());
      expect(await adapter.registry.metrics()).toContain(`sentinel_scan_latency_seconds_count ${scans}\n`);
    }
  });

  it('is counted when the adapter closes, for a scrape after that', async () => {
    const adapter = prometheusAdapter();
    adapter.onScan?.(buildScanEvent());
    await adapter.close?.();
    expect(await adapter.registry.metrics()).toContain('sentinel_scan_latency_seconds_count 1\n');
  });

  it('counts ways of injection once per scan', async () => {
    const adapter = prometheusAdapter();
    const findings = [buildFinding(), buildFinding({ start: 30, end: 40 }), buildFinding({ decodedFrom: ['base64'] })];
    adapter.onScan?.(buildScanEvent({ result: { findings, source: 'document' } }));
    expect(await series(adapter.registry, 'sentinel_injection_attempts_total')).toEqual([
      'sentinel_injection_attempts_total{injection_type="indirect"} 1',
      'sentinel_injection_attempts_total{injection_type="encoded"} 1',
    ]);
  });

  it('observes how sure an engine was, once per scan', async () => {
    const adapter = prometheusAdapter();
    const findings = [
      buildFinding({ score: 0.3 }),
      buildFinding({ score: 0.9 }),
      buildFinding({ engine: 'classifier', score: 0.4 }),
    ];
    adapter.onScan?.(buildScanEvent({ result: { findings } }));
    expect(await series(adapter.registry, 'sentinel_confidence_score')).toEqual([
      'sentinel_confidence_score_sum{engine="rules"} 0.9',
      'sentinel_confidence_score_count{engine="rules"} 1',
      'sentinel_confidence_score_sum{engine="classifier"} 0.4',
      'sentinel_confidence_score_count{engine="classifier"} 1',
    ]);
  });

  it('is counted by guard layer', async () => {
    const adapter = prometheusAdapter({ layerRiskScore: true });
    adapter.onScan?.(buildScanEvent({ result: { source: 'tool', latencyMs: 20, findings: [buildFinding()] } }));
    adapter.onScan?.(
      buildScanEvent({ result: { source: 'model', errors: [{ engine: 'a', code: 'TIMEOUT', type: 'E' }] } }),
    );
    expect(await series(adapter.registry, 'sentinel_requests_total')).toEqual([
      'sentinel_requests_total{layer="output_guard",status="timeout"} 1',
      'sentinel_requests_total{layer="tool_guard",status="success"} 1',
    ]);
    expect(await series(adapter.registry, 'sentinel_request_latency_seconds_sum')).toEqual([
      'sentinel_request_latency_seconds_sum{layer="tool_guard"} 0.02',
      'sentinel_request_latency_seconds_sum{layer="output_guard"} 0.00025',
    ]);
    expect(await series(adapter.registry, 'sentinel_layer_risk_score_sum')).toEqual([
      'sentinel_layer_risk_score_sum{layer="tool_guard"} 0.9',
    ]);
  });

  it('from the cache counts as a scan and as a hit', async () => {
    const adapter = prometheusAdapter();
    adapter.onScan?.(buildScanEvent({ result: { cached: true } }));
    adapter.onScan?.(buildScanEvent({ result: { cached: true } }));
    adapter.onScan?.(buildScanEvent());
    expect(await series(adapter.registry, 'sentinel_cache')).toEqual([
      'sentinel_cache_hits_total{cache="verdict"} 2',
      'sentinel_cache_misses_total{cache="verdict"} 1',
    ]);
    expect(await series(adapter.registry, 'sentinel_scan_total')).toEqual([
      'sentinel_scan_total{result="allowed",threat_type="none"} 3',
    ]);
  });

  it('counts runs, time and errors of engines', async () => {
    const adapter = prometheusAdapter();
    expect(adapter.engineTimings).toBe(true);
    const engineTimings = [
      { engine: 'rules', ms: 0.5 },
      { engine: 'llm-judge', ms: 200 },
    ];
    adapter.onScan?.(buildScanEvent({ engineTimings }));
    const errors = [{ engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' } as const];
    adapter.onScan?.(buildScanEvent({ engineTimings, result: { errors } }));
    expect(await series(adapter.registry, 'sentinel_engine_runs_total')).toEqual([
      'sentinel_engine_runs_total{engine="rules",status="success"} 2',
      'sentinel_engine_runs_total{engine="llm-judge",status="success"} 1',
      'sentinel_engine_runs_total{engine="llm-judge",status="timeout"} 1',
    ]);
    expect(await series(adapter.registry, 'sentinel_engine_inference_seconds_sum')).toEqual([
      'sentinel_engine_inference_seconds_sum{engine="rules"} 0.001',
      'sentinel_engine_inference_seconds_sum{engine="llm-judge"} 0.4',
    ]);
    expect(await series(adapter.registry, 'sentinel_engine_errors_total')).toEqual([
      'sentinel_engine_errors_total{engine="llm-judge",error_type="TimeoutError"} 1',
    ]);
  });

  it('without engine metrics asks the scanner for no timings, and counts errors still', async () => {
    const adapter = prometheusAdapter({ engineMetrics: false });
    expect(adapter.engineTimings).toBe(false);
    adapter.onAttach?.(buildScannerInfo());
    const errors = [{ engine: 'rules', code: 'ENGINE_FAILED', type: 'TypeError' } as const];
    adapter.onScan?.(buildScanEvent({ result: { errors } }));
    expect(await adapter.registry.metrics()).not.toContain('sentinel_engine_runs_total{');
    expect(await series(adapter.registry, 'sentinel_engine_errors_total')).toHaveLength(1);
  });
});

describe('before the first scan', () => {
  it('results, severities, layers and caches stand at 0', async () => {
    const page = await prometheusAdapter().registry.metrics();
    for (const result of ['allowed', 'blocked', 'flagged', 'redacted', 'error']) {
      expect(page).toContain(`sentinel_scan_total{result="${result}",threat_type="none"} 0\n`);
    }
    for (const severity of ['low', 'medium', 'high', 'critical']) {
      expect(page).toContain(`sentinel_findings_total{severity="${severity}"} 0\n`);
      expect(page).toContain(`sentinel_threats_blocked_total{threat_type="injection",severity="${severity}"} 0\n`);
    }
    expect(page).toContain('sentinel_requests_total{layer="input_guard",status="failure"} 0\n');
    expect(page).toContain('sentinel_cache_hits_total{cache="verdict"} 0\n');
    expect(page).toContain('sentinel_scan_latency_seconds_count 0\n');
    expect(page).not.toContain('sentinel_layer_risk_score');
  });

  it('the threats that stand at 0 are the series that are counted later', async () => {
    const adapter = prometheusAdapter();
    const count = async () =>
      (await adapter.registry.metrics()).split('\n').filter((line) => line.includes('_threats_')).length;
    const before = await count();
    adapter.onScan?.(buildScanEvent({ result: { findings: [buildFinding(), pii('email')] } }));
    expect(await count()).toBe(before);
  });

  it('the build says who exports, and no metric has a creation time', async () => {
    const page = await prometheusAdapter().registry.metrics();
    expect(page).toMatch(
      new RegExp(`^sentinel_build_info\\{version="[^"]+",node_version="${process.version}"\\} 1$`, 'm'),
    );
    expect(page).not.toContain('_created');
  });
});

describe('label guard', () => {
  it('counts values beyond the limit as other, and says for which metric', async () => {
    const adapter = prometheusAdapter({ maxLabelValues: 10 });
    for (let i = 0; i < 20; i++)
      adapter.onDecision?.(buildDecisionEvent({ component: 'policy', subject: `policy-${i}` }));
    const lines = await series(adapter.registry, 'sentinel_policy_blocks_total');
    expect(lines).toHaveLength(11);
    expect(lines).toContain('sentinel_policy_blocks_total{policy="other"} 10');
    expect(await series(adapter.registry, 'sentinel_label_overflow_total')).toEqual([
      'sentinel_label_overflow_total{metric="sentinel_policy_blocks_total"} 10',
    ]);
  });

  it('counts the overflow of every metric under its name, also with a limit of one', async () => {
    const adapter = prometheusAdapter({ maxLabelValues: 1 });
    for (const value of ['a', 'b', 'c']) {
      adapter.metrics.increment('rollbacks_total', { reason: value });
      adapter.metrics.increment('drift_incidents_total', { kind: value });
      adapter.metrics.increment('label_overflow_total', { metric: value });
    }
    expect(await series(adapter.registry, 'sentinel_label_overflow_total{metric="sentinel_')).toEqual([
      'sentinel_label_overflow_total{metric="sentinel_rollbacks_total"} 2',
      'sentinel_label_overflow_total{metric="sentinel_drift_incidents_total"} 2',
    ]);
    for (let i = 0; i < 1_000; i++) adapter.metrics.increment('label_overflow_total', { metric: `m${i}` });
    expect(await series(adapter.registry, 'sentinel_label_overflow_total')).toHaveLength(101);
  });

  it('never turns a built-in threat type away', async () => {
    const adapter = prometheusAdapter();
    for (let i = 0; i < 200; i++) {
      adapter.onScan?.(buildScanEvent({ result: { findings: [buildFinding({ threatType: `custom_${i}` })] } }));
    }
    adapter.onScan?.(buildScanEvent({ result: { findings: [buildFinding({ threatType: 'harmful' })] } }));
    expect(await series(adapter.registry, 'sentinel_threats_blocked_total{threat_type="harmful"')).toHaveLength(1);
    expect(await series(adapter.registry, 'sentinel_threats_blocked_total{threat_type="other"')).toHaveLength(1);
  });

  it('holds for all adapters of a registry together', async () => {
    const registry = new Registry();
    const adapters = [
      prometheusAdapter({ registry, maxLabelValues: 3 }),
      prometheusAdapter({ registry, maxLabelValues: 3 }),
    ];
    adapters.forEach((adapter, a) => {
      for (let i = 0; i < 3; i++)
        adapter.onDecision?.(buildDecisionEvent({ component: 'policy', subject: `policy-${a}-${i}` }));
    });
    expect(await series(registry, 'sentinel_policy_blocks_total')).toHaveLength(4);
  });
});

describe('sessions and scans in progress', () => {
  const gauge = (registry: Registry, name: string) =>
    registry.metrics().then((page) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(page)?.[1]));

  it('counts a session until it has not been seen for its time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const adapter = prometheusAdapter({ sessionTtlMs: 60_000 });
    const scanOf = (sessionId: string) =>
      adapter.onScan?.(buildScanEvent({ context: { sessionId }, time: Date.now() }));
    scanOf('a');
    scanOf('b');
    scanOf('a');
    expect(await gauge(adapter.registry, 'sentinel_active_sessions')).toBe(2);
    vi.advanceTimersByTime(40_000);
    scanOf('b');
    vi.advanceTimersByTime(40_000);
    expect(await gauge(adapter.registry, 'sentinel_active_sessions')).toBe(1);
    vi.advanceTimersByTime(40_000);
    expect(await gauge(adapter.registry, 'sentinel_active_sessions')).toBe(0);
  });

  it('counts no more sessions than it may', async () => {
    const adapter = prometheusAdapter({ maxSessions: 3 });
    for (let i = 0; i < 10; i++)
      adapter.onScan?.(buildScanEvent({ context: { sessionId: `session-${i}` }, time: Date.now() }));
    expect(await gauge(adapter.registry, 'sentinel_active_sessions')).toBe(3);
  });

  it('tells long session ids apart', async () => {
    const adapter = prometheusAdapter();
    for (const end of ['a', 'b', 'a']) {
      adapter.onScan?.(buildScanEvent({ context: { sessionId: 'x'.repeat(10_000) + end }, time: Date.now() }));
    }
    expect(await gauge(adapter.registry, 'sentinel_active_sessions')).toBe(2);
  });

  it('counts scans that began and did not end', async () => {
    const adapter = prometheusAdapter();
    adapter.onScanStart?.();
    adapter.onScanStart?.();
    adapter.onScan?.(buildScanEvent());
    expect(await gauge(adapter.registry, 'sentinel_active_scans')).toBe(1);
    adapter.onScan?.(buildScanEvent());
    adapter.onScan?.(buildScanEvent());
    expect(await gauge(adapter.registry, 'sentinel_active_scans')).toBe(0);
  });

  it('adds up the adapters of a registry, and forgets those that closed', async () => {
    const registry = new Registry();
    const [first, second] = [prometheusAdapter({ registry }), prometheusAdapter({ registry })];
    first.onScan?.(buildScanEvent({ context: { sessionId: 'a' }, time: Date.now() }));
    second.onScan?.(buildScanEvent({ context: { sessionId: 'b' }, time: Date.now() }));
    second.onScanStart?.();
    expect(await gauge(registry, 'sentinel_active_sessions')).toBe(2);
    expect(await gauge(registry, 'sentinel_active_scans')).toBe(1);
    await second.close?.();
    expect(await gauge(registry, 'sentinel_active_sessions')).toBe(1);
    expect(await gauge(registry, 'sentinel_active_scans')).toBe(0);
  });
});

describe('an attached scanner', () => {
  const engines = (status: 'ok' | 'failed') => [
    { name: 'rules', status: 'ok' as const, errors: 0 },
    { name: 'llm-judge', status, errors: 2 },
  ];
  const writer = (queued: number, dropped: number, errors: number): ScannerHealth['adapters'][number] => ({
    name: 'postgres',
    status: 'ok',
    queued,
    dropped,
    errors,
  });

  it('shows its engines, its rules and the queues of its adapters', async () => {
    const adapter = prometheusAdapter();
    adapter.onAttach?.(buildScannerInfo({ engines: engines('failed'), adapters: [writer(7, 3, 2)] }));
    const page = await adapter.registry.metrics();
    const wanted = /^sentinel_(?:engine_health|active_engines|ruleset_info|adapter_|errors_total|engine_runs_total)/;
    expect(
      page
        .split('\n')
        .filter((line) => wanted.test(line))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "sentinel_engine_runs_total{engine="rules",status="success"} 0
      sentinel_engine_runs_total{engine="rules",status="failure"} 0
      sentinel_engine_runs_total{engine="rules",status="timeout"} 0
      sentinel_engine_runs_total{engine="llm-judge",status="success"} 0
      sentinel_engine_runs_total{engine="llm-judge",status="failure"} 0
      sentinel_engine_runs_total{engine="llm-judge",status="timeout"} 0
      sentinel_engine_health{engine="rules"} 1
      sentinel_engine_health{engine="llm-judge"} 0
      sentinel_active_engines 1
      sentinel_errors_total{component="postgres",error_type="ADAPTER_FAILED"} 2
      sentinel_adapter_queue_length{adapter="postgres"} 7
      sentinel_adapter_dropped_total{adapter="postgres"} 3
      sentinel_ruleset_info{version="1.0.0",digest="0123456789abcdef"} 1"
    `);
  });

  it('reports totals and is counted in steps, each scrape what came since', async () => {
    const adapter = prometheusAdapter();
    let current = writer(0, 3, 2);
    const health = () => ({ ...buildScannerInfo().health(), adapters: [current] });
    adapter.onAttach?.({ ...buildScannerInfo(), health });
    await adapter.registry.metrics();
    await adapter.registry.metrics();
    current = writer(0, 5, 2);
    expect(await series(adapter.registry, 'sentinel_adapter_dropped_total')).toEqual([
      'sentinel_adapter_dropped_total{adapter="postgres"} 5',
    ]);
    expect(await series(adapter.registry, 'sentinel_errors_total')).toEqual([
      'sentinel_errors_total{component="postgres",error_type="ADAPTER_FAILED"} 2',
    ]);
  });

  it('is asked once more when the adapter closes, and then no more', async () => {
    const registry = new Registry();
    const adapter = prometheusAdapter({ registry });
    adapter.onAttach?.(buildScannerInfo({ adapters: [writer(0, 9, 0)] }));
    await adapter.close?.();
    expect(await series(registry, 'sentinel_adapter_dropped_total')).toEqual([
      'sentinel_adapter_dropped_total{adapter="postgres"} 9',
    ]);
    expect(await registry.metrics()).not.toContain('sentinel_engine_health{');
  });

  it('beside another: an engine is healthy when it is in both', async () => {
    const adapter = prometheusAdapter();
    adapter.onAttach?.(buildScannerInfo({ engines: engines('failed') }));
    adapter.onAttach?.(buildScannerInfo({ engines: engines('ok') }));
    const page = await adapter.registry.metrics();
    expect(page).toContain('sentinel_engine_health{engine="llm-judge"} 0');
    expect(page).toContain('sentinel_engine_health{engine="rules"} 1');
    expect(page).toContain('sentinel_active_engines 3');
  });

  it('that cannot tell its health costs an error count, not the page', async () => {
    const adapter = prometheusAdapter();
    const broken = buildScannerInfo();
    adapter.onAttach?.({
      ...broken,
      health() {
        throw new RangeError('broken');
      },
    });
    adapter.onAttach?.(buildScannerInfo());
    const page = await adapter.registry.metrics();
    expect(page).toContain('sentinel_engine_health{engine="rules"} 1\n');
    expect(page).toContain('sentinel_errors_total{component="metrics",error_type="RangeError"} 1\n');
  });

  it('is asked once a scrape, however many metrics it feeds', async () => {
    const adapter = prometheusAdapter();
    const info = buildScannerInfo();
    const health = vi.fn(info.health);
    adapter.onAttach?.({ ...info, health });
    await adapter.registry.metrics();
    expect(health).toHaveBeenCalledTimes(1);
    await adapter.registry.metrics();
    expect(health).toHaveBeenCalledTimes(2);
  });

  it('may be one of thousands: only the last 64 are asked', async () => {
    const adapter = prometheusAdapter();
    for (let i = 0; i < 1_000; i++) adapter.onAttach?.(buildScannerInfo());
    expect(await series(adapter.registry, 'sentinel_active_engines')).toEqual(['sentinel_active_engines 128']);
  });
});

describe('with a real scanner', () => {
  it('counts what core reports, a failing engine included', async () => {
    const prometheus = prometheusAdapter();
    const broken = {
      name: 'broken',
      version: '1',
      scan() {
        throw new TypeError('no model');
      },
    };
    const scanner = createScanner({ adapters: [prometheus], engines: [broken] });
    scanner.scan('What is the weather in Lisbon today?', { sessionId: 'session-7' });
    scanner.scan('And tomorrow?', { sessionId: 'session-7', source: 'tool' });
    const page = await prometheus.registry.metrics();
    expect(page).toContain('sentinel_scan_total{result="error",threat_type="none"} 2\n');
    expect(page).toContain('sentinel_requests_total{layer="tool_guard",status="failure"} 1\n');
    expect(page).toContain('sentinel_engine_runs_total{engine="broken",status="failure"} 2\n');
    expect(page).toContain('sentinel_engine_errors_total{engine="broken",error_type="TypeError"} 2\n');
    expect(page).toContain('sentinel_engine_health{engine="broken"} 0\n');
    expect(page).toContain('sentinel_active_sessions 1\n');
    expect(page).toContain('sentinel_active_scans 0\n');
    expect(page).toMatch(/^sentinel_ruleset_info\{version="[^"+]+",digest="[0-9a-f]{8}"\} 1$/m);
    await scanner.shutdown();
  });
});

describe('registry', () => {
  it('is one of its own by default', () => {
    expect(prometheusAdapter().registry).not.toBe(prometheusAdapter().registry);
  });

  it('shared by two adapters counts for both', async () => {
    const registry = new Registry();
    for (const adapter of [prometheusAdapter({ registry }), prometheusAdapter({ registry })]) {
      adapter.onScan?.(buildScanEvent());
    }
    expect(await series(registry, 'sentinel_scan_total')).toEqual([
      'sentinel_scan_total{result="allowed",threat_type="none"} 2',
    ]);
  });

  it('serves a second copy of this package in the process', async () => {
    const registry = new Registry();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    vi.resetModules();
    const copy = await import('./prometheus-adapter.js');
    expect(copy.prometheusAdapter).not.toBe(prometheusAdapter);
    copy.prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    expect(await series(registry, 'sentinel_scan_total')).toEqual([
      'sentinel_scan_total{result="allowed",threat_type="none"} 2',
    ]);
  });

  it('cleared since takes a new adapter', async () => {
    const registry = new Registry();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    registry.clear();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    expect(await series(registry, 'sentinel_scan_total')).toEqual([
      'sentinel_scan_total{result="allowed",threat_type="none"} 1',
    ]);
  });

  it('keeps two prefixes apart', async () => {
    const registry = new Registry();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    prometheusAdapter({ registry, prefix: 'edge_' });
    expect(await series(registry, 'sentinel_scan_total')).toHaveLength(1);
    expect(await series(registry, 'edge_scan_total')).toHaveLength(0);
    expect(await registry.metrics()).toContain('edge_scan_total{result="allowed",threat_type="none"} 0');
  });

  it('with a metric of the same name refuses, and is left as it was', () => {
    const registry = new Registry();
    new Counter({ name: 'sentinel_findings_total', help: 'Mine.', registers: [registry] });
    expect(() => prometheusAdapter({ registry })).toThrow('has a metric sentinel_findings_total of another origin');
    expect(registry.getMetricsAsArray()).toHaveLength(1);
  });

  it('of a cluster adds gauges up, and takes the least of health', async () => {
    const workers = [prometheusAdapter({ registry: new Registry() }), prometheusAdapter({ registry: new Registry() })];
    workers.forEach((adapter, i) => {
      const status = i === 0 ? 'ok' : 'failed';
      adapter.onAttach?.(buildScannerInfo({ engines: [{ name: 'rules', status, errors: i }] }));
      adapter.onScan?.(buildScanEvent({ context: { sessionId: `session-${i}` }, time: Date.now() }));
    });
    const parts = await Promise.all(workers.map(({ registry }) => registry.getMetricsAsJSON()));
    const page = await AggregatorRegistry.aggregate(parts).metrics();
    expect(page).toContain('sentinel_scan_total{result="allowed",threat_type="none"} 2\n');
    expect(page).toContain('sentinel_active_sessions 2\n');
    expect(page).toContain('sentinel_engine_health{engine="rules"} 0\n');
    expect(page).toMatch(/^sentinel_ruleset_info\{.*\} 1$/m);
  });
});

describe('OpenMetrics', () => {
  it('names the type of a counter without its suffix, and ends with EOF', async () => {
    const registry = openMetricsRegistry();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    for (const page of [await registry.metrics(), await registry.metrics()]) {
      expect(page).toContain('# TYPE sentinel_scan counter\n');
      expect(page).toContain('\nsentinel_scan_total{result="allowed",threat_type="none"} 1\n');
      expect(page.endsWith('# EOF\n')).toBe(true);
    }
  });

  it('takes a second adapter after a scrape', async () => {
    const registry = openMetricsRegistry();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    await registry.metrics();
    prometheusAdapter({ registry }).onScan?.(buildScanEvent());
    expect(await registry.metrics()).toContain('\nsentinel_scan_total{result="allowed",threat_type="none"} 2\n');
  });

  it('carries the trace of a scan as exemplar', async () => {
    const registry = openMetricsRegistry();
    let context: { traceId: string; spanId: string } | undefined = { traceId: 'aaaa', spanId: 'bbbb' };
    const adapter = prometheusAdapter({ registry, traceContext: () => context });
    adapter.onScan?.(buildScanEvent());
    context = undefined;
    adapter.onScan?.(buildScanEvent());
    const page = await registry.metrics();
    const exemplar = '# {trace_id="aaaa",span_id="bbbb"}';
    expect(page).toContain(`sentinel_scan_total{result="allowed",threat_type="none"} 2 ${exemplar} 1 `);
    expect(page).toContain(`sentinel_scan_latency_seconds_bucket{le="0.0005"} 2 ${exemplar} 0.00025 `);
    expect(page).toContain('\nsentinel_scan_latency_seconds_count 2\n');
    expect(adapter.health?.()).toEqual({ status: 'ok' });
  });

  it('leaves out a trace that is longer than the format allows', async () => {
    const registry = openMetricsRegistry();
    const adapter = prometheusAdapter({ registry, traceContext: () => ({ traceId: 'a'.repeat(120), spanId: 'b' }) });
    adapter.onScan?.(buildScanEvent());
    expect(await registry.metrics()).not.toContain('trace_id');
  });
});

describe('a tracer that throws', () => {
  it('shows in health, without its message, until it works again; the scan is counted all the same', async () => {
    const registry = openMetricsRegistry();
    let isBroken = true;
    const adapter = prometheusAdapter({ registry, traceContext: () => (isBroken ? tracerThatThrows() : undefined) });
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({
      status: 'degraded',
      detail: '`traceContext` threw RangeError for the last event, which has no trace.',
    });
    isBroken = false;
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({ status: 'ok' });
    expect(await registry.metrics()).toContain('\nsentinel_scan_latency_seconds_count 2\n');
  });
});

describe('bad options throw in the factory', () => {
  it.each<[string, PrometheusAdapterOptions, string]>([
    ['a prefix', { prefix: 'llm-' }, '`prefix` must be the start of a metric name, got "llm-".'],
    ['a limit', { maxLabelValues: 0 }, '`maxLabelValues` must be a whole number of at least 1, got 0.'],
    ['a slip of the finger', { perfix: 'a_' } as object, 'Unknown option `perfix`. Did you mean `prefix`?'],
    ['a time', { sessionTtlMs: 1.5 }, '`sessionTtlMs` must be a whole number of at least 1, got 1.5.'],
    [
      'a number of sessions',
      { maxSessions: Number.NaN },
      '`maxSessions` must be a whole number of at least 1, got NaN.',
    ],
    [
      'names of keys',
      { apiKeyAliases: ['mobile', ''] },
      '`apiKeyAliases` must be a list of names of at most 128 characters.',
    ],
    [
      'process metrics that the client has not',
      { processMetrics: true, client: { Registry } },
      '`processMetrics` needs a `client` with collectDefaultMetrics().',
    ],
    [
      'exemplars without OpenMetrics',
      { traceContext: () => undefined },
      '`traceContext` needs a `registry` in OpenMetrics mode: only that format has exemplars.',
    ],
  ])('%s', (_case, options, message) => {
    let thrown: unknown;
    try {
      prometheusAdapter(options);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toBe(`[@llm-sentinel/prometheus] ${message}`);
  });
});
