// What does counting one scan cost the caller's stack? Run with: npx tsx packages/prometheus/bench/on-scan.ts
import { cpus } from 'node:os';
import { buildFinding, buildScanEvent, buildScannerInfo } from '@llm-sentinel/testing';
import { prometheusAdapter } from '../src/prometheus-adapter.js';

// Whole batches, so that no case counts what another left.
const CALLS = 1_024;
const ROUNDS = 300;

const context = { userId: 'user-42', sessionId: 'session-7' };
const engineTimings = [
  { engine: 'rules', ms: 0.02 },
  { engine: 'classifier', ms: 0.03 },
];
const pii = buildFinding({ rule: 'pii/email', threatType: 'pii', severity: 'medium', entity: 'email', score: 0.8 });
// As from a rule: all its findings share one list of references.
const references = ['LLM01', 'AML.T0051.000'];
const finding = (overrides: Parameters<typeof buildFinding>[0] = {}) => buildFinding({ references, ...overrides });
const many = Array.from({ length: 1_000 }, (_, i) => finding({ start: i * 20, end: i * 20 + 16 }));

const clean = buildScanEvent({ context, engineTimings });
const cleanUntimed = buildScanEvent({ context });
const threat = buildScanEvent({ context, engineTimings, result: { findings: [finding(), pii] } });
const flood = buildScanEvent({ context, engineTimings, result: { findings: many } });

const adapter = prometheusAdapter();
adapter.onAttach?.(buildScannerInfo());
const sessions = Array.from({ length: 5_000 }, (_, i) =>
  buildScanEvent({ context: { sessionId: `session-${i}` }, engineTimings }),
);
let turn = 0;

const cases: Record<string, () => void> = {
  'clean text, two engines timed': () => adapter.onScan?.(clean),
  'clean text, engineMetrics: false': () => adapter.onScan?.(cleanUntimed),
  'clean text, one of 5,000 sessions': () => adapter.onScan?.(sessions[turn++ % sessions.length] ?? clean),
  'blocked text, two findings': () => adapter.onScan?.(threat),
  'blocked text, 1,000 findings': () => adapter.onScan?.(flood),
};

const samples = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
// Interleaved, so that a busy moment of the machine does not hit one case alone; the first rounds warm up.
for (let round = 0; round < ROUNDS + 50; round++) {
  for (const [name, run] of Object.entries(cases)) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < CALLS; i++) run();
    const perCall = Number(process.hrtime.bigint() - start) / CALLS;
    if (round >= 50) samples.get(name)?.push(perCall);
  }
}

console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; means of ${CALLS} calls`);
for (const [name, values] of samples) {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) => `${((sorted[Math.floor(sorted.length * share)] ?? 0) / 1_000).toFixed(2)} µs`;
  console.log(`${name.padEnd(36)} p50 ${at(0.5).padStart(9)}   p99 ${at(0.99).padStart(9)}`);
}
const page = await adapter.registry.metrics();
console.log(`page: ${(page.length / 1_024).toFixed(1)} KiB`);
if (!page.includes(`sentinel_scan_latency_seconds_count ${(ROUNDS + 50) * CALLS * 5}`))
  throw new Error('Scans are missing.');
