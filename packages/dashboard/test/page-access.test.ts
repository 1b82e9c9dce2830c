import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeWithServer } from '@llm-sentinel/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPage, startBrowser, type TestBrowser } from './browser.js';
import { ATTACK, startWatchedScanner, type WatchedScanner } from './watched-scanner.js';

describeWithServer('the way to the page', 'chromium', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.stop());

  const tile = ({ page }: OpenPage, name: string) =>
    page.locator('.tile', { hasText: name }).locator('.tile-value').first();

  it('leads through a login, and out again', async () => {
    const token = 'for-this-test-only-and-long-enough';
    const watched = await startWatchedScanner({ auth: { bearer: token } });
    watched.scanner.scan(ATTACK);
    const opened = await browser.open(watched.server.url);
    const { page } = opened;
    await page.getByLabel('Access token').fill('a guess');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('This is not the token.').waitFor();
    expect(await page.locator('.tile').count()).toBe(0);
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect.poll(() => tile(opened, 'Blocked').textContent()).toBe('1');
    await page.locator('.live-open').waitFor();
    expect(await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }]))).not.toContain(token);

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Access token').waitFor();
    await page.reload();
    await page.getByLabel('Access token').waitFor();
    expect(await opened.violations()).toEqual([]);
    await opened.close();
    await watched.stop();
  });

  it('asks for a name and a password where these are wanted', async () => {
    const watched = await startWatchedScanner({ auth: { username: 'ines', password: 'for-this-test-only' } });
    watched.scanner.scan(ATTACK);
    const opened = await browser.open(watched.server.url);
    const { page } = opened;
    await page.getByLabel('Name').fill('ines');
    await page.getByLabel('Password').fill('a guess');
    await page.keyboard.press('Enter');
    await page.getByText('Name and password do not fit.').waitFor();
    await page.getByLabel('Password').fill('for-this-test-only');
    await page.keyboard.press('Enter');
    await expect.poll(() => tile(opened, 'Blocked').textContent()).toBe('1');
    await opened.close();
    await watched.stop();
  });

  it('leads back to the login when that has ended', async () => {
    const watched = await startWatchedScanner({ auth: { bearer: 'for-this-test-only-and-long-enough' } });
    const opened = await browser.open(watched.server.url);
    const { page } = opened;
    await page.getByLabel('Access token').fill('for-this-test-only-and-long-enough');
    await page.keyboard.press('Enter');
    await page.locator('.live-open').waitFor();
    await page.context().clearCookies();
    await page.getByText('24h', { exact: true }).click();
    await page.getByLabel('Access token').waitFor();
    await opened.close();
    await watched.stop();
  });

  it('may go through a path of another server', async () => {
    const watched = await startWatchedScanner({ basePath: '/ops/sentinel' });
    watched.scanner.scan(ATTACK);
    const server = createServer((request, response) => void watched.dashboard.handler(request, response)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const opened = await browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ops/sentinel`);
    await expect.poll(() => tile(opened, 'Blocked').textContent()).toBe('1');
    await opened.page.locator('.live-open').waitFor();
    expect(opened.errors).toEqual([]);
    await opened.close();
    watched.dashboard.endStreams();
    server.close();
    server.closeAllConnections();
    await watched.stop();
  });

  it('is found again after the server was away', async () => {
    let watched: WatchedScanner = await startWatchedScanner();
    const port = Number(new URL(watched.server.url).port);
    const opened = await browser.open(watched.server.url);
    const { page } = opened;
    await page.locator('.live-open').waitFor();
    await watched.stop();
    await page.locator('.live-lost').waitFor();
    await page.locator('.banner').waitFor();
    watched = await startWatchedScanner({ port });
    watched.scanner.scan(ATTACK);
    await page.locator('.live-open').waitFor({ timeout: 20_000 });
    await expect.poll(() => tile(opened, 'Blocked').textContent()).toBe('1');
    // It happened before the page was back: no stream told of it.
    await expect.poll(() => page.locator('.event-row').count()).toBe(1);
    await page.locator('.banner').waitFor({ state: 'detached' });
    await opened.close();
    await watched.stop();
  });
});

describe('the weight of the page', () => {
  it('is little: all its files together, as they are sent', async () => {
    const watched = await startWatchedScanner();
    const { url } = watched.server;
    const get = async (name: string) => {
      const response = await fetch(new URL(name, url), { headers: { 'accept-encoding': 'gzip' } });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      return Number(response.headers.get('content-length'));
    };
    const html = await (await fetch(url)).text();
    const names = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(([, name]) => name!);
    expect(names).toHaveLength(3);
    const sizes = await Promise.all(['', ...names].map(get));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(64 * 1024);
    await watched.stop();
  });
});
