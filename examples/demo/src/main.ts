import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createScanner, flush, scan } from '@llm-sentinel/core';
import { parseLog } from './log-file.js';
import { parseMetrics } from './metrics-text.js';
import { type Monitoring, startMonitoring } from './monitoring.js';
import { type DemoOptions, parseOptions, USAGE, UsageError } from './options.js';
import { renderLog, renderSummary } from './render.js';
import { contextOf, measureRate, replay } from './replay.js';
import { summarise } from './summary.js';
import { loadTraffic, shuffle, type TrafficItem } from './traffic.js';

const TRAFFIC = fileURLToPath(new URL('../traffic', import.meta.url));
const LOG_FILE = resolve('.sentinel/demo.log.jsonl');
const ALERT_FILE = resolve('.sentinel/demo.alerts.txt');
const METRICS_FILE = resolve('.sentinel/demo.metrics.txt');
const LOG_LINES_SHOWN = 6;
const MEASURE_MS = 1_000;
const PAUSE_MS = 250;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(argv);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    return await run(options);
  } catch (error) {
    console.error((error as Error).message);
    if (!(error instanceof UsageError)) return 1;
    console.error(`\n${USAGE}`);
    return 2;
  }
}

async function run(options: DemoOptions): Promise<number> {
  const traffic = shuffle(await loadTraffic(TRAFFIC), 2025);
  const monitoring = await startMonitoring({
    logFile: LOG_FILE,
    alertFile: ALERT_FILE,
    port: options.serve ? options.port : 0,
  });
  try {
    const ok = await replayAndReport(traffic, options, monitoring);
    if (options.serve) await serve(traffic, options, monitoring);
    return ok ? 0 : 1;
  } finally {
    await monitoring.close();
  }
}

async function replayAndReport(
  traffic: readonly TrafficItem[],
  { rounds, json, serve }: DemoOptions,
  monitoring: Monitoring,
): Promise<boolean> {
  const replayed = replay(traffic, rounds, scan);
  await flush();
  const log = parseLog(await readFile(LOG_FILE, 'utf8'));
  const metrics = await fetchMetrics(monitoring, monitoring.token);
  await writeFile(METRICS_FILE, metrics.body);
  const stranger = await fetchMetrics(monitoring, 'guessed');

  // Scanners of their own, with nobody listening: what a scan costs, not what its observers cost.
  const uncached = createScanner({ cache: false });
  const cached = createScanner();
  const summary = summarise({
    ...replayed,
    log,
    samples: parseMetrics(metrics.body),
    isProtected: stranger.status === 401,
    rate: {
      uncached: measureRate(traffic, uncached.scan, MEASURE_MS, () => performance.now()),
      cached: measureRate(traffic, cached.scan, MEASURE_MS, () => performance.now()),
    },
  });

  if (json) {
    console.log(JSON.stringify(summary, null, 2));
    return summary.ok;
  }
  // https://no-color.org: set, to anything but nothing, means no.
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  console.log(
    `${renderLog(log.slice(0, LOG_LINES_SHOWN), { color })}\n  … ${log.length - LOG_LINES_SHOWN} more lines\n`,
  );
  console.log(renderSummary(summary, { color }));
  console.log(`\nLog      ${relative('', LOG_FILE)}`);
  console.log(`Alerts   ${relative('', ALERT_FILE)}`);
  console.log(
    `Metrics  ${relative('', METRICS_FILE)}${serve ? '' : ', or live with --serve, and a page that shows it all'}`,
  );
  return summary.ok;
}

async function fetchMetrics({ metricsUrl }: Monitoring, token: string): Promise<{ status: number; body: string }> {
  const response = await fetch(metricsUrl, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.text() };
}

/** Goes on at a walking pace, so that the page and graphs have something to show, until it is told to stop. */
async function serve(traffic: readonly TrafficItem[], { json }: DemoOptions, monitoring: Monitoring): Promise<void> {
  const say = json ? console.error : console.log;
  const { metricsUrl, pageUrl, token } = monitoring;
  say('\nServing until Ctrl+C. Have a look:\n');
  say(`  Live page  ${pageUrl}?range=15m`);
  say(`  Log in as  ${token}`);
  say(`  Metrics    curl -H 'Authorization: Bearer ${token}' ${metricsUrl}`);
  let next = 0;
  const timer = setInterval(() => {
    const item = traffic[next++ % traffic.length] as TrafficItem;
    scan(item.text, contextOf(item));
  }, PAUSE_MS);
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  clearInterval(timer);
  say('Stopped.');
}
