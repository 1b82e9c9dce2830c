import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBinary } from '@llm-sentinel/servers';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export interface OpenPage {
  readonly page: Page;
  /** What the page's Content-Security-Policy stopped. */
  violations(): Promise<readonly string[]>;
  /** Exceptions that nothing caught, and what the browser complained of. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface TestBrowser {
  open(url: string, options?: BrowserContextOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium with a profile of its own, which asks nobody on the network for anything. */
export async function startBrowser(): Promise<TestBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'sentinel-browser-'));
  const browser = await chromium.launch({
    executablePath: requireBinary('chromium'),
    args: ARGS,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  const contexts = new Set<BrowserContext>();
  return {
    async open(url, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      contexts.add(context);
      await context.addInitScript(() => {
        const kept: string[] = [];
        Object.assign(globalThis, { violations: kept });
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          kept.push(`${violatedDirective} ${blockedURI}`),
        );
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('dialog', (dialog) => {
        errors.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(url);
      return {
        page,
        errors,
        violations: () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
        async close() {
          contexts.delete(context);
          await context.close();
        },
      };
    },
    async stop() {
      await Promise.all([...contexts].map((context) => context.close()));
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
