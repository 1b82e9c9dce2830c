import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describeWithServer } from '@llm-sentinel/servers';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser, type TestBrowser } from './browser.js';
import { ATTACK, HARMLESS, PERSONAL, startWatchedScanner, type WatchedScanner } from './watched-scanner.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds that keeps people out, one line each. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical' || impact === 'moderate')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1200 },
];

describeWithServer('the page for everybody', 'chromium', () => {
  let browser: TestBrowser;
  let watched: WatchedScanner;
  beforeAll(async () => {
    browser = await startBrowser();
    watched = await startWatchedScanner();
    for (const text of [HARMLESS, HARMLESS, ATTACK, PERSONAL])
      watched.scanner.scan(text, { userId: 'u', sessionId: 's' });
    watched.alerting.notify({ title: 'Half of all is blocked', severity: 'critical', labels: { window: '5m' } });
    watched.alerting.notify({ title: 'Slow', severity: 'warning' });
  });
  afterAll(async () => {
    await browser?.stop();
    await watched?.stop();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of SIZES) {
      it(`has no barrier in the ${colorScheme} theme, ${viewport.width} pixels wide, with all that can be opened`, async () => {
        // axe needs what the page's own policy forbids.
        const opened = await browser.open(`${watched.server.url}?range=15m`, {
          colorScheme,
          viewport,
          bypassCSP: true,
          reducedMotion: 'reduce',
        });
        const { page } = opened;
        await page.locator('.live-open').waitFor();
        await page.locator('.event-row').nth(1).click();
        await page.locator('.rank').first().click();
        await page.locator('.chip').waitFor();
        await page.locator('.event-row').first().click();
        await page.getByRole('button', { name: 'Scans as a table' }).click();
        await page.getByRole('button', { name: 'Confirmed', exact: true }).first().click();
        await page.locator('.toast').first().waitFor();
        expect(await barriers(page)).toEqual([]);
        await page.getByRole('button', { name: 'Silence', exact: true }).first().click();
        await page.getByRole('dialog').waitFor();
        expect(await barriers(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /Custom|–/ }).click();
        await page.getByRole('dialog').waitFor();
        expect(await barriers(page)).toEqual([]);
        // Nothing sticks out, nothing needs scrolling to the side.
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        await opened.close();
      });
    }
  }

  it('has no barrier at its door', async () => {
    const locked = await startWatchedScanner({ auth: { bearer: 'for-this-test-only-and-long-enough' } });
    const opened = await browser.open(locked.server.url, { bypassCSP: true });
    await opened.page.getByLabel('Access token').waitFor();
    expect(await barriers(opened.page)).toEqual([]);
    await opened.close();
    await locked.stop();
  });

  it('says in words what the charts show', async () => {
    const opened = await browser.open(watched.server.url);
    const { page } = opened;
    await page.locator('.live-open').waitFor();
    const said = (area: string) => page.locator(`.panel.area-${area} > .visually-hidden`).textContent();
    expect(await said('volume')).toMatch(
      /^4 scans, of which 1 were blocked \(25 %\), 1 redacted and 0 flagged\. 2 alerts began to fire\.$/,
    );
    expect(await said('threats')).toMatch(/^Most often /);
    expect(await said('risk')).toBe('1 scan with a risk of 0.5 or more.');
    expect(await said('latency')).toMatch(/^p50 .+, p95 .+, p99 .+$/);
    expect(await said('hourly')).toMatch(/^Busiest at .+ UTC with 4 scans\.$/);
    await opened.close();
  });
});
