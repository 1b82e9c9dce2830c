// What does a running CPU profile cost the scans? Each case in a process of its own, profiled from its first scan on.
// Run with: npx tsx packages/prometheus/bench/profiling.ts
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createScanner } from '@llm-sentinel/core';
import { cpuProfile } from '../src/index.js';

const WARM_UP_MS = 600;
const MEASURED_MS = 1_200;
const ROUNDS = 5;
const INTERVALS = { 'no profile': 0, 'a sample every 1 ms': 1_000, 'a sample every 100 µs': 100 };

const text = 'What is the weather in Lisbon today, and should I take an umbrella with me to it?';

/** Scans a second, with a breath now and then for the profiler's session. */
async function scansPerSecond(intervalUs: number): Promise<number> {
  const { scan } = createScanner({ cache: false });
  const stop = new AbortController();
  const profile = intervalUs > 0 && cpuProfile({ durationMs: 60_000, intervalUs, signal: stop.signal });
  await sleep(50);
  let scans = 0;
  let start = performance.now();
  for (const duration of [WARM_UP_MS, MEASURED_MS]) {
    scans = 0;
    start = performance.now();
    while (performance.now() < start + duration) {
      for (let i = 0; i < 2_000; i++) scan(text);
      scans += 2_000;
      await sleep(0);
    }
  }
  const seconds = (performance.now() - start) / 1_000;
  stop.abort();
  await profile;
  return scans / seconds;
}

const [intervalUs] = process.argv.slice(2);
if (intervalUs !== undefined) {
  console.log(await scansPerSecond(Number(intervalUs)));
} else {
  console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; best of ${ROUNDS} processes each`);
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, interval] of Object.entries(INTERVALS)) {
      const file = fileURLToPath(import.meta.url);
      const output = execFileSync(process.execPath, ['--import', 'tsx', file, String(interval)], { encoding: 'utf8' });
      best.set(name, Math.max(Number(output), best.get(name) ?? 0));
    }
  }
  const base = best.get('no profile') ?? Number.NaN;
  for (const [name, rate] of best) {
    console.log(
      `${name.padEnd(24)} ${Math.round(rate)} scans a second, ${((1 - rate / base) * 100).toFixed(1)} % fewer`,
    );
  }
}
