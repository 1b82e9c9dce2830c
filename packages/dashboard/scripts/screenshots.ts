import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alertManager, consoleChannel } from '@llm-sentinel/alerting';
import { createScanner } from '@llm-sentinel/core';
import { chromium } from 'playwright-core';
import { securityDashboard, startDashboard } from '../src/index.js';
import { writeHistory } from './history.js';

// Draws docs/images/dashboard-*.png anew: `pnpm --filter @llm-sentinel/dashboard screenshots [folder]`. Needs Chromium, and pngquant
// to make them small.

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TARGET = process.argv[2] ?? at('../../../docs/images');
// A Wednesday afternoon: the same pictures in every run.
const NOW = Date.UTC(2026, 2, 4, 14, 30);
const MINUTE = 60_000;

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly query: string;
  /** Shows what is in an event, instead of the head of the page. */
  readonly opens?: boolean;
}

const SHOTS: readonly Shot[] = [
  { name: 'light-desktop', width: 1280, height: 800, colorScheme: 'light', query: '?range=6h' },
  { name: 'dark-desktop', width: 1920, height: 1200, colorScheme: 'dark', query: '?range=24h' },
  { name: 'light-phone', width: 390, height: 844, colorScheme: 'light', query: '?range=6h', opens: true },
  { name: 'dark-phone', width: 390, height: 844, colorScheme: 'dark', query: '?range=6h' },
];

const started = Date.now();
let shift = NOW - started;
const clock = {
  now: () => Date.now() + shift,
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
/** Does something as if it were so long ago. */
function ago(minutes: number, act: () => void): void {
  shift -= minutes * MINUTE;
  act();
  shift += minutes * MINUTE;
}

const alerting = alertManager({ channels: [consoleChannel({ write: () => {} })], clock });
const dashboard = securityDashboard({
  auth: 'none',
  clock,
  alerts: alerting,
  hmacKey: 'only for these pictures',
  parts: () => [
    { name: 'model circuit', status: 'ok' },
    { name: 'audit database', status: 'degraded', detail: 'Reconnected 3 min ago; 214 entries wait in the spool.' },
  ],
});
const scanner = createScanner({ adapters: [dashboard, alerting], captureText: 'redacted' });
await writeHistory({
  traffic: at('../../../examples/demo/traffic'),
  to: NOW,
  days: 9,
  record: (event) => dashboard.onScan?.(event),
});
raiseAlerts();
for (let time = 1; time <= 5; time++) {
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) scanner.scan(`Is the shop open on ${day}?`);
}

const server = await startDashboard({ dashboard, port: 0 });
const profile = mkdtempSync(join(tmpdir(), 'sentinel-screenshots-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const { name, width, height, colorScheme, query, opens = false } of SHOTS) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme,
      timezoneId: 'UTC',
      deviceScaleFactor: width > 600 ? 1 : 2,
    });
    await page.clock.setFixedTime(NOW);
    await page.goto(server.url + query);
    await page.locator('.event-row').first().waitFor();
    if (opens) {
      await page.locator('.event-row').nth(6).click();
      await page
        .locator('.event')
        .nth(4)
        .evaluate((event) => event.scrollIntoView());
      await page.mouse.wheel(0, -96);
    }
    await page.waitForTimeout(500);
    const raw = join(profile, 'raw.png');
    await page.screenshot({ path: raw, fullPage: width > 600 });
    execFileSync('pngquant', ['--force', '--speed=1', '--output', join(TARGET, `dashboard-${name}.png`), '256', raw]);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  await scanner.shutdown();
  rmSync(profile, { recursive: true, force: true });
}

/** As they would have come with the two attacks. */
function raiseAlerts(): void {
  const runbookUrl = 'https://example.com/runbooks/possible-attack';
  ago(544, () => {
    const { fingerprint } = alerting.notify({
      name: 'block-rate',
      title: 'Block rate above 20 %',
      severity: 'warning',
      labels: { window: '5m' },
    });
    alerting.acknowledge(fingerprint, 'Ines');
    alerting.resolve(fingerprint);
  });
  ago(6, () => {
    alerting.notify({
      name: 'possible-attack',
      title: 'Possible attack: 58 % of scans blocked',
      message: 'More than half of the scans of the last minute were blocked. Most texts came from tools.',
      severity: 'critical',
      labels: { window: '1m', source: 'tool' },
      runbookUrl,
    });
  });
  ago(4, () => {
    const { fingerprint } = alerting.notify({
      name: 'session-burst',
      title: 'One session was blocked 12 times in 5 minutes',
      severity: 'warning',
      labels: { session: 'h:5f2c91' },
      runbookUrl,
    });
    alerting.acknowledge(fingerprint, 'Amir');
    alerting.silence({
      matchers: { alertname: 'pii-spike' },
      durationMs: 90 * MINUTE,
      comment: 'Import of old tickets',
      createdBy: 'Ines',
    });
  });
}
