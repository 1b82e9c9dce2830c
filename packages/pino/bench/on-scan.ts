// What does one line cost the caller's stack? Run with: npx tsx packages/pino/bench/on-scan.ts
import { cpus } from 'node:os';
import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { pino } from 'pino';
import { createLogger } from '../src/create-logger.js';
import { pinoAdapter } from '../src/pino-adapter.js';

const CALLS = 1_000;
const ROUNDS = 300;

// A destination that only counts, so that the disk is not what is measured.
let bytes = 0;
function write(line: string): void {
  bytes += line.length;
}
const destination = { write };
const logger = createLogger({ service: 'bench', version: '1.0.0', destination });
const quiet = createLogger({ service: 'bench', level: 'silent', destination });
const bare = pino({ base: null }, destination);

const context = { userId: 'user-42', sessionId: 'session-7', requestId: 'request-1' };
const clean = buildScanEvent({ context });
const threat = buildScanEvent({
  context,
  result: { findings: [buildFinding(), buildFinding({ start: 20, end: 36 })] },
});

const plain = pinoAdapter({ logger });
const keyed = pinoAdapter({ logger, hmacKey: 'a key of enough bytes' });
const ecs = pinoAdapter({ logger, format: 'ecs' });
const off = pinoAdapter({ logger: quiet });

const cases: Record<string, () => void> = {
  'pino alone, one field': () => bare.info({ event: 'scan_completed' }, 'Scan completed'),
  'clean text': () => plain.onScan?.(clean),
  'clean text, pseudonyms': () => keyed.onScan?.(clean),
  'threat with two findings, pseudonyms': () => keyed.onScan?.(threat),
  'clean text, ECS': () => ecs.onScan?.(clean),
  'level disabled': () => off.onScan?.(clean),
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
  console.log(`${name.padEnd(38)} p50 ${at(0.5).padStart(9)}   p99 ${at(0.99).padStart(9)}`);
}
if (bytes === 0) throw new Error('Nothing was written.');
