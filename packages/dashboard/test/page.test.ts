import { describeWithServer } from '@llm-sentinel/servers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type OpenPage, startBrowser, type TestBrowser } from './browser.js';
import { ATTACK, HARMLESS, PERSONAL, startWatchedScanner, type WatchedScanner } from './watched-scanner.js';

describeWithServer('the page', 'chromium', () => {
  let browser: TestBrowser;
  let watched: WatchedScanner;
  let opened: OpenPage;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.stop());
  beforeEach(async () => {
    watched = await startWatchedScanner();
  });
  afterEach(async () => {
    expect(opened.errors).toEqual([]);
    expect(await opened.violations()).toEqual([]);
    await opened.close();
    await watched.stop();
  });

  const page = () => opened.page;
  const rows = () => page().locator('.event-row');
  const tile = (name: string) => page().locator('.tile', { hasText: name }).locator('.tile-value').first();
  const button = (name: string | RegExp) => page().getByRole('button', { name, exact: true });
  const scan = (text: string, times = 1, source: 'user' | 'tool' = 'user') => {
    for (let count = 0; count < times; count++) watched.scanner.scan(text, { source, userId: 'u1', sessionId: 's1' });
  };
  async function open(query = ''): Promise<void> {
    opened = await browser.open(watched.server.url + query);
    await tile('Scans').waitFor();
    await page().locator('.live-open').waitFor();
  }
  const textOf = (selector: string) => page().locator(selector).allTextContents();

  it('says how to begin when there is nothing to show', async () => {
    await open();
    await page().getByRole('heading', { name: 'No scans in this range' }).waitFor();
    expect(await tile('Scans').textContent()).toBe('0');
    expect(await page().locator('.nothing', { hasText: 'Nothing was flagged' }).count()).toBe(1);
  });

  it('shows what was scanned, and what it found', async () => {
    scan(HARMLESS, 7);
    scan(ATTACK, 2);
    scan(PERSONAL, 1, 'tool');
    await open();
    await rows().first().waitFor();
    expect(await tile('Scans').textContent()).toBe('10');
    expect(await tile('Blocked').textContent()).toBe('2');
    expect(await tile('Block rate').textContent()).toBe('20 %');
    expect(await tile('Sessions').textContent()).toBe('1');
    expect(await rows().count()).toBe(3);
    expect(await rows().first().textContent()).toContain('Personal data');
    expect(await textOf('.event-row mark')).toContain('amina.hart@example.com');
    expect(await textOf('.area-sources .rank-name')).toEqual(['user', 'tool']);
    expect(await page().locator('.area-volume canvas').count()).toBe(1);
  });

  it('goes on by itself', async () => {
    await open('?range=15m');
    scan(HARMLESS, 3);
    scan(ATTACK);
    await rows().first().waitFor();
    await expect.poll(() => tile('Scans').textContent()).toBe('4');
    await expect.poll(() => tile('Blocked').textContent()).toBe('1');
  });

  it('keeps the list still under the pointer, and says how much is new', async () => {
    scan(ATTACK);
    await open();
    await rows().first().hover();
    scan(PERSONAL, 2);
    await button('2 new events').click();
    await expect.poll(() => rows().count()).toBe(3);
    expect(await rows().first().textContent()).toContain('Personal data');
  });

  it('keeps the list still on a phone while one has scrolled to it', async () => {
    scan(ATTACK, 12);
    opened = await browser.open(watched.server.url, { viewport: { width: 390, height: 844 } });
    await rows().nth(8).waitFor();
    await page().locator('.live-open').waitFor();
    await rows()
      .nth(6)
      .evaluate((row) => row.scrollIntoView());
    await page().waitForFunction(() => scrollY > 1_000);
    scan(PERSONAL, 2);
    await button('2 new events').click();
    await expect.poll(() => rows().count()).toBe(14);
    expect(await rows().first().textContent()).toContain('Personal data');
    await expect
      .poll(() =>
        rows()
          .first()
          .evaluate((row) => row.getBoundingClientRect().top),
      )
      .toBeGreaterThan(80);
  });

  it('keeps as many rows as it can draw, however much happens', async () => {
    await open();
    scan(ATTACK, 50);
    await expect.poll(() => rows().count()).toBe(50);
    for (let burst = 0; burst < 6; burst++) {
      scan(PERSONAL, 45);
      const count = Math.min(200, 50 + (burst + 1) * 45);
      await expect.poll(() => rows().count()).toBe(count);
    }
    await button('Load older events').waitFor();
  });

  it('follows nothing in a hidden tab, and catches up when it is shown', async () => {
    await open();
    const setHidden = (hidden: boolean) =>
      page().evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    await page().locator('.live-paused').waitFor();
    scan(ATTACK, 3);
    await setHidden(false);
    await page().locator('.live-open').waitFor();
    await expect.poll(() => rows().count()).toBe(3);
  });

  it('narrows itself to a threat and a source, says so in the address, and widens again', async () => {
    scan(ATTACK, 4);
    scan(PERSONAL, 3);
    scan(PERSONAL, 2, 'tool');
    await open();
    await page().locator('button.legend-item', { hasText: 'Personal data' }).click();
    await expect.poll(() => tile('Scans').textContent()).toBe('5');
    await page().locator('.rank', { hasText: 'tool' }).click();
    await expect.poll(() => tile('Scans').textContent()).toBe('2');
    expect(new URL(page().url()).search).toBe('?threat=pii&source=tool');
    expect(await rows().count()).toBe(2);

    await page().reload();
    await expect.poll(() => tile('Scans').textContent()).toBe('2');
    await button('Remove the filter Source').click();
    await expect.poll(() => tile('Scans').textContent()).toBe('5');
    await page().goBack();
    await expect.poll(() => tile('Scans').textContent()).toBe('2');
    await button('Clear all').click();
    await expect.poll(() => tile('Scans').textContent()).toBe('9');
    expect(new URL(page().url()).search).toBe('');
  });

  it('lists only what is asked for by action and words, and keeps to it while it is live', async () => {
    scan(ATTACK, 2);
    scan(PERSONAL, 3);
    await open();
    await page().locator('button.tile', { hasText: 'Blocked' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await page().getByLabel('Action').selectOption('');
    await page().getByRole('searchbox').fill('pii/email');
    await expect.poll(() => rows().count()).toBe(3);
    expect(new URL(page().url()).search).toBe('?q=pii%2Femail');
    await page().locator('h1').hover();
    await page().getByRole('searchbox').blur();
    scan(ATTACK);
    scan(PERSONAL);
    await expect.poll(() => rows().count()).toBe(4);
    expect(await textOf('.event-row .badge')).not.toContain('Blocked');
  });

  it('looks at what is dragged on a chart', async () => {
    scan(HARMLESS, 5);
    await open();
    await page().getByRole('radio', { name: 'Last 24 hours' }).focus();
    await page().keyboard.press('Space');
    await page().waitForURL('**/?range=24h');
    const box = (await page().locator('.area-volume .u-over').boundingBox())!;
    await page().mouse.move(box.x + box.width * 0.25, box.y + 40);
    await page().mouse.down();
    await page().mouse.move(box.x + box.width * 0.5, box.y + 60, { steps: 4 });
    await page().mouse.up();
    await page().waitForURL(/\?from=\d+&to=\d+$/);
    const { searchParams } = new URL(page().url());
    const hours = (Number(searchParams.get('to')) - Number(searchParams.get('from'))) / 3_600_000;
    expect(hours).toBeGreaterThan(5.8);
    expect(hours).toBeLessThan(6.2);
    await expect.poll(() => tile('Scans').textContent()).toBe('0');
    await button('Remove the filter Time').click();
    await expect.poll(() => tile('Scans').textContent()).toBe('5');
    expect(new URL(page().url()).search).toBe('?range=24h');
  });

  it('takes a range in words of the calendar, and refuses one that ends before it begins', async () => {
    scan(HARMLESS);
    await open();
    await button('Custom').click();
    await page().getByLabel('From').fill('2020-01-02T10:00');
    await page().getByLabel('To', { exact: true }).fill('2020-01-01T10:00');
    await page()
      .locator('dialog form')
      .evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
    await button('Apply').click();
    await page().getByText('The range must begin before it ends.').waitFor();
    const today = new Date().toISOString().slice(0, 10);
    await page().getByLabel('From').fill(`${today}T00:00`);
    await page().getByLabel('To', { exact: true }).fill(`${today}T23:59`);
    await button('Apply').click();
    await page().waitForURL(/from=/);
    await expect.poll(() => tile('Scans').textContent()).toBe('1');
  });

  it('acknowledges, silences and ends the silence of a real alert', async () => {
    await open();
    watched.alerting.notify({
      title: 'Half of all is blocked',
      severity: 'critical',
      name: 'block-rate',
      labels: { window: '5m' },
    });
    await page().getByRole('heading', { name: 'Half of all is blocked' }).waitFor();
    await expect.poll(() => page().title()).toBe('(1) LLM Sentinel');
    await button('Acknowledge').click();
    await page().getByText('Acknowledged', { exact: true }).waitFor();
    await expect.poll(() => watched.alerting.alerts()[0]?.acknowledgedBy).toBe('unknown');
    await expect.poll(() => page().title()).toBe('LLM Sentinel');

    await button('Silence').click();
    await page().getByText('4 hours', { exact: true }).click();
    await page().getByLabel('Why').fill('Known');
    await page().getByLabel('Your name').fill('Ines');
    await page().getByRole('dialog').getByRole('button', { name: 'Silence' }).click();
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    const [silence] = watched.alerting.silences();
    expect(silence).toMatchObject({
      matchers: { alertname: 'block-rate', window: '5m' },
      comment: 'Known',
      createdBy: 'Ines',
    });
    expect(silence!.endsAt - silence!.startsAt).toBe(4 * 3_600_000);
    await page().locator('.alert-state', { hasText: 'Silenced' }).waitFor();

    await page()
      .getByRole('tab', { name: /Silences/ })
      .click();
    await button('End now').click();
    await page().getByText('No silence is active.').waitFor();
    expect(watched.alerting.silences()).toEqual([]);
    await page().getByRole('tab', { name: 'History' }).click();
    expect(await textOf('.history-event')).toEqual(['acknowledged', 'fired']);
  });

  it('passes on what a person says of a verdict, to every adapter', async () => {
    scan(ATTACK);
    await open();
    await rows().first().click();
    expect(await textOf('.finding .rule')).not.toEqual([]);
    await button('False positive').click();
    await page().getByText('False positive: noted.').waitFor();
    expect(watched.feedback).toMatchObject([{ verdict: 'false_positive', threatType: 'injection' }]);
    expect(await button('False positive').getAttribute('aria-pressed')).toBe('true');
    expect(await page().locator('.event-feedback').textContent()).toBe('False positive');
  });

  it('takes a judgement back when the server does not take it', async () => {
    scan(ATTACK);
    await open();
    await rows().first().click();
    await page().route('**/api/feedback', (route) => route.fulfill({ status: 503, body: 'no' }));
    await button('Confirmed').click();
    await page()
      .getByText(/Not noted/)
      .waitFor();
    expect(await button('Confirmed').getAttribute('aria-pressed')).toBe('false');
  });

  it('shows how the scanner and its adapters are', async () => {
    await watched.stop();
    watched = await startWatchedScanner({
      parts: () => [{ name: 'audit database', status: 'failed', detail: 'No connection.' }],
    });
    await open();
    const health = page().locator('.area-health');
    await health.getByText('No connection.').waitFor();
    expect(await health.getByRole('row').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('dashboard'), expect.stringContaining('reviews')]),
    );
    expect(await health.locator('.panel-note').textContent()).toBe('failed');
  });

  it('can be used with the keyboard alone', async () => {
    scan(ATTACK);
    scan(PERSONAL);
    await open();
    const press = (key: string) => page().keyboard.press(key);
    const focused = () => page().evaluate(() => document.activeElement?.textContent ?? '');
    await press('Tab');
    expect(await focused()).toBe('Skip to the figures');
    await press('Enter');
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('main');

    await rows().first().focus();
    await press('ArrowDown');
    expect(await focused()).toContain('Blocked');
    await press('Enter');
    await page().locator('.event-details').waitFor();
    await press('Escape');
    await page().locator('.event-details').waitFor({ state: 'detached' });
    expect(await focused()).toContain('Blocked');

    await page().getByRole('tab', { name: 'Firing' }).focus();
    await press('End');
    expect(await page().getByRole('tab', { name: 'History' }).getAttribute('aria-selected')).toBe('true');

    await button('Custom').focus();
    await press('Enter');
    await page().getByRole('dialog').waitFor();
    await press('Escape');
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toContain('Custom');

    await button('Scans as a table').focus();
    await press('Enter');
    await page().locator('.area-volume .figures button').first().focus();
    await press('Enter');
    await page().waitForURL(/from=\d+/);
  });

  it('remembers the theme that was chosen', async () => {
    await open();
    const theme = () => page().evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('light');
    await button('Dark theme').click();
    expect(await theme()).toBe('dark');
    await page().reload();
    await button('Light theme').waitFor();
    expect(await theme()).toBe('dark');
    await vi.waitFor(async () => expect(await textOf('.live')).toEqual(['Live']), 10_000);
  });
});
