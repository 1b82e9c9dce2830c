// What goes wrong around the metrics: floods of labels, scrapes amid scans, failing collectors. No scan notices.
import { createScanner } from '@llm-sentinel/core';
import { buildDecisionEvent, buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { Gauge, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { metricCatalogue } from './catalogue.js';
import { prometheusAdapter } from './prometheus-adapter.js';

const seriesOf = (page: string) => page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('a flood of label values', () => {
  it('of a million distinct ones leaves a page with as many series as the limit allows', async () => {
    const { onDecision, metrics, registry } = prometheusAdapter();
    const before = seriesOf(await registry.metrics()).length;
    for (let i = 0; i < 500_000; i++) {
      onDecision?.(buildDecisionOf(`policy-${i}`));
      metrics.increment('http_requests_total', { method: `m${i}`, route: `/users/${i}`, status_code: `${i}` });
    }
    const page = await registry.metrics();
    expect(page).toContain('sentinel_policy_blocks_total{policy="other"} 499900\n');
    expect(page).toContain('sentinel_label_overflow_total{metric="sentinel_policy_blocks_total"} 499900\n');
    // A hundred of each label and one for the rest; and two of the overflow itself.
    expect(seriesOf(page).length - before).toBe(101 + 101 + 2);
  }, 30_000);

  it('through findings and engines is bounded too', async () => {
    const { onScan, registry } = prometheusAdapter({ maxLabelValues: 50 });
    for (let i = 0; i < 20_000; i++) {
      const finding = buildFinding({
        rule: `made-up/${i}`,
        engine: `engine-${i}`,
        threatType: `threat-${i}`,
        references: [`LLM${i}`],
      });
      const errors = [{ engine: `engine-${i}`, code: 'ENGINE_FAILED' as const, type: `Error${i}` }];
      const engineTimings = [{ engine: `engine-${i}`, ms: 1 }];
      onScan?.(buildScanEvent({ engineTimings, result: { findings: [finding], errors } }));
    }
    const page = await registry.metrics();
    expect(page).toContain('sentinel_rule_findings_total{rule="other"} 19000\n');
    // Every label has 50 values, `other` and `none`; of the largest metric three go together.
    expect(seriesOf(page).length).toBeLessThan(6_000);
  }, 30_000);
});

const decisions = new Map<string, ReturnType<typeof buildDecisionEvent>>();
/** One event for all, so that the test does not spend its time on making them. */
function buildDecisionOf(subject: string) {
  const event = decisions.get('policy') ?? buildDecisionEvent({ component: 'policy' });
  decisions.set('policy', event);
  return { ...event, subject };
}

describe('a scrape', () => {
  it('amid scans reads a page that adds up', async () => {
    const { onScan, registry } = prometheusAdapter();
    const finding = buildFinding();
    let scans = 0;
    for (let turn = 0; turn < 50; turn++) {
      const scrape = registry.metrics();
      for (let i = 0; i < 7; i++) onScan?.(buildScanEvent({ result: { findings: [finding] } }));
      const page = await scrape;
      // Those that came after the scrape began belong to the next page, all of them.
      expect(page).toContain(`sentinel_scan_latency_seconds_count ${scans}\n`);
      if (scans > 0) expect(page).toContain(`sentinel_findings_total{severity="high"} ${scans}\n`);
      scans += 7;
    }
  });

  it('that fails in a collector of the application leaves scans and the next scrape as they were', async () => {
    const registry = new Registry();
    let isBroken = true;
    new Gauge({
      name: 'app_connections',
      help: 'Of the application.',
      registers: [registry],
      collect() {
        if (isBroken) throw new Error('no database');
      },
    });
    const prometheus = prometheusAdapter({ registry });
    const scanner = createScanner({ adapters: [prometheus] });
    scanner.scan('What is the weather in Lisbon today?');
    await expect(registry.metrics()).rejects.toThrow('no database');
    expect(scanner.scan('And tomorrow?').errors).toEqual([]);
    isBroken = false;
    expect(await registry.metrics()).toContain('sentinel_scan_latency_seconds_count 2\n');
    await scanner.shutdown();
  });

  it('never adds a label that is not in the catalogue', async () => {
    const { registry } = prometheusAdapter({ layerRiskScore: true });
    const known = new Set<string>(['le', ...Object.values(metricCatalogue).flatMap(({ labels }) => [...labels])]);
    for (const line of seriesOf(await registry.metrics())) {
      for (const [, label = ''] of line.matchAll(/[{,]([a-z_]+)="/g)) expect(known).toContain(label);
    }
  });
});
