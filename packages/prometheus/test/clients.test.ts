// prom-client and its successor, as the libraries that serve the page.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildFinding, buildScanEvent, buildScannerInfo } from '@llm-sentinel/testing';
import * as successor from '@prometheus-io/client';
import * as promClient from 'prom-client';
import { describe, expect, it } from 'vitest';
import { prometheusAdapter } from '../src/index.js';

const OPENMETRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
// The successor ships types of its own; what the tests use has the same form in both.
const clients: [string, typeof promClient][] = [
  ['prom-client', promClient],
  ['@prometheus-io/client', successor as unknown as typeof promClient],
];
const event = buildScanEvent({
  engineTimings: [{ engine: 'rules', ms: 0.4 }],
  result: { findings: [buildFinding()] },
});

/** The text that Prometheus gets, with what differs from machine to machine taken out. */
async function pageOf(client: typeof promClient, contentType: string): Promise<string> {
  const registry = new client.Registry();
  registry.setContentType(contentType as never);
  const adapter = prometheusAdapter({ registry, client });
  adapter.onAttach?.(buildScannerInfo());
  adapter.onScan?.(event);
  adapter.metrics.observe('store_query_seconds', { store: 'a "b"\n\\', operation: 'read' }, 0.2);
  return registry.metrics();
}

describe.each(clients)('%s', (name, client) => {
  it.each(['text/plain; version=0.0.4; charset=utf-8', OPENMETRICS])('writes the same page in %s', async (type) => {
    const page = await pageOf(client, type);
    expect(page).toBe(await pageOf(promClient, type));
    const isOpen = type === OPENMETRICS;
    expect(page).toContain(`# TYPE ${isOpen ? 'sentinel_scan' : 'sentinel_scan_total'} counter\n`);
    expect(page).toContain('\nsentinel_scan_total{result="blocked",threat_type="injection"} 1\n');
    expect(page).toContain('\nsentinel_engine_inference_seconds_bucket{le="0.0005",engine="rules"} 1\n');
    expect(page).toContain('\nsentinel_store_query_seconds_count{store="a \\"b\\"\\n\\\\",operation="read"} 1\n');
    expect(page.endsWith('# EOF\n')).toBe(isOpen);
  });

  it('makes the registry when none is given', async () => {
    const adapter = prometheusAdapter({ client });
    expect(adapter.registry).toBeInstanceOf(client.Registry);
    adapter.onScan?.(event);
    expect(await adapter.registry.metrics()).toContain('sentinel_scan_latency_seconds_count 1\n');
  });

  it('gives one metric by its name, resets all, and adds labels of its own', async () => {
    const registry = new client.Registry();
    const adapter = prometheusAdapter({ registry, client });
    registry.setDefaultLabels({ zone: 'a' });
    adapter.onScan?.(event);
    const line = 'sentinel_findings_total{zone="a",severity="high"}';
    expect(await registry.getSingleMetricAsString('sentinel_findings_total')).toContain(`${line} 1\n`);
    registry.resetMetrics();
    adapter.onScan?.(event);
    expect(await registry.metrics()).toContain(`${line} 1\n`);
  });

  it('joins the workers of a real cluster', async () => {
    const script = fileURLToPath(new URL('cluster-app.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, name]);
    expect(stdout).toContain('sentinel_scan_total{result="allowed",threat_type="none"} 2\n');
    expect(stdout).toContain('sentinel_scan_latency_seconds_bucket{le="0.0005"} 2\n');
    expect(stdout).toContain('sentinel_scan_latency_seconds_count 2\n');
    expect(stdout).toContain('sentinel_active_sessions 2\n');
    expect(stdout).toContain('sentinel_audit_queue_length 6\n');
    expect(stdout).toContain('sentinel_engine_health{engine="rules"} 0\n');
    expect(stdout).toMatch(/^sentinel_build_info\{version="[^"]+",node_version="v[^"]+"\} 1$/m);
  }, 30_000);
});

describe('types', () => {
  it('let either client be given as it is, and its registry be had back', () => {
    const ofSuccessor = prometheusAdapter({ client: successor, registry: new successor.Registry() });
    expect(ofSuccessor.registry satisfies successor.Registry).toBeInstanceOf(successor.Registry);
    expect(prometheusAdapter({ client: promClient }).registry satisfies promClient.Registry).toBeDefined();
  });
});

describe('processMetrics', () => {
  it.each(clients)('of %s appear once a scanner uses the adapter, once a registry', async (_name, client) => {
    const registry = new client.Registry();
    const adapters = [1, 2].map(() => prometheusAdapter({ registry, client, processMetrics: true }));
    expect(await registry.metrics()).not.toContain('process_cpu_seconds_total');
    for (const adapter of adapters) adapter.onAttach?.(buildScannerInfo());
    const page = await registry.metrics();
    for (const metric of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(page).toMatch(new RegExp(`^${metric} [0-9]`, 'm'));
    expect(prometheusAdapter({ client }).registry.getSingleMetric('process_cpu_seconds_total')).toBeUndefined();
  });
});
