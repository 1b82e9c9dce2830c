import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScanner, type Scanner } from '@llm-sentinel/core';
import { pino } from 'pino';
import { loadConfig } from '../src/config/load.js';
import { createServices } from '../src/services/services.js';

export interface Overhead {
  readonly p50: number;
  readonly p99: number;
}

const ROUNDS = 400;
const SCANS = 50;

/** What a scan takes longer with log, metrics, traces, alerts and audit log, in milliseconds. Rounds of both alternate. */
export async function adapterOverhead(texts: readonly string[]): Promise<Overhead> {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-overhead-'));
  const config = loadConfig({
    environment: {
      SENTINEL_DATA_DIR: folder,
      SENTINEL_ALERTING__WEBHOOK_URL: 'https://alerts.invalid/hook',
      SENTINEL_ALERTING__WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
      SENTINEL_TRACING__ENDPOINT: 'http://127.0.0.1:9/v1/traces',
      SENTINEL_AUDIT__MAX_QUEUE: '1000000',
    },
  });
  const logger = pino({ level: 'info' }, pino.destination({ dest: openSync('/dev/null', 'w'), sync: false }));
  const services = createServices({ config, version: '0.0.0', aliases: ['bench'], logger });
  await services.open();
  const bare = createScanner({ sessions: true });
  const [withAll, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const isWarm = round >= ROUNDS / 4;
    time(bare, texts, isWarm ? without : []);
    time(services.scanner, texts, isWarm ? withAll : []);
    // Queues are emptied between the rounds, as between requests.
    if (round % 8 === 0) await services.scanner.flush();
  }
  await services.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    p50: quantile(withAll, 0.5) - quantile(without, 0.5),
    p99: quantile(withAll, 0.99) - quantile(without, 0.99),
  };
}

function time(scanner: Scanner, texts: readonly string[], times: number[]): void {
  for (let i = 0; i < SCANS; i++) {
    const context = { requestId: `request-${i}`, labels: { app: 'bench' } };
    const started = performance.now();
    scanner.scan(texts[i % texts.length]!, context);
    times.push(performance.now() - started);
  }
}

function quantile(values: number[], q: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * q)] ?? 0;
}
