// How long does a scrape of the full catalogue take, with a hundred values in every label?
// Run with: npx tsx packages/prometheus/bench/exposition.ts
import { cpus } from 'node:os';
import type { Telemetry } from '@llm-sentinel/core';
import { type MetricDefinition, metricCatalogue } from '../src/catalogue.js';
import { prometheusAdapter } from '../src/prometheus-adapter.js';

const VALUES = 100;
const SCRAPES = 100;
const apiKeyAliases = Array.from({ length: VALUES }, (_, i) => `value-number-${i}`);

const { metrics, registry } = prometheusAdapter({ layerRiskScore: true, apiKeyAliases });
const telemetry: Telemetry = metrics;
for (const [name, { type, labels }] of Object.entries(metricCatalogue) as [string, MetricDefinition][]) {
  for (let i = 0; i < VALUES; i++) {
    const values = Object.fromEntries(labels.map((label) => [label, `value-number-${i}`]));
    if (type === 'counter') telemetry.increment(name, values, i);
    else if (type === 'gauge') telemetry.set(name, values, i);
    else telemetry.observe(name, values, i / 100);
  }
}

const times: number[] = [];
let page = '';
for (let i = 0; i < SCRAPES + 10; i++) {
  const start = performance.now();
  page = await registry.metrics();
  if (i >= 10) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (share: number) => `${times[Math.floor(times.length * share)]?.toFixed(1)} ms`;
console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`);
console.log(
  `${page.split('\n').length} lines, ${(page.length / 1_024 / 1_024).toFixed(1)} MiB: p50 ${at(0.5)}, p95 ${at(0.95)}`,
);
