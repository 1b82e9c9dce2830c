// What alerting adds to a scan, with the predefined rules: npx tsx packages/alerting/bench/on-scan.ts
import { cpus } from 'node:os';
import type { ScanEvent } from '@llm-sentinel/core';
import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { alertManager } from '../src/alert-manager.js';
import { defaultRules } from '../src/rules/default-rules.js';

const SCANS = 20_000;
const ROUNDS = 60;
const USERS = 2_000;

const context = (i: number) => ({ userId: `user-${i % USERS}`, sessionId: `session-${i % USERS}` });
const events: Readonly<Record<string, (i: number) => ScanEvent>> = {
  clean: (i) => buildScanEvent({ time: 1e12 + i, context: context(i) }),
  'blocked, one in fifty': (i) =>
    buildScanEvent({
      time: 1e12 + i,
      context: context(i),
      ...(i % 50 === 0 && { result: { findings: [buildFinding()] } }),
    }),
  'blocked, 500 attackers': (i) =>
    buildScanEvent({ time: 1e12 + i, context: context(i % 500), result: { findings: [buildFinding()] } }),
  // More than are remembered: each scan makes a window for its user and session, and drops another.
  'blocked, 2000 attackers': (i) =>
    buildScanEvent({ time: 1e12 + i, context: context(i), result: { findings: [buildFinding()] } }),
};

console.log(
  `${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; ${defaultRules().length} rules; µs per scan`,
);
for (const [name, build] of Object.entries(events)) {
  const manager = alertManager({ channels: [{ name: 'none', send: async () => {} }] });
  const given = Array.from({ length: SCANS }, (_, i) => build(i));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (const event of given) manager.onScan?.(event);
    times.push(((performance.now() - started) * 1_000) / SCANS);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (ROUNDS - 1))]?.toFixed(2);
  console.log(`${name.padEnd(24)} median ${at(0.5)}  99th percentile ${at(0.99)}`);
  await manager.close();
}
