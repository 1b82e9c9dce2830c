import { testAdapter } from '@llm-sentinel/testing';
import { expect, it } from 'vitest';
import * as entry from '../src/index.js';
import { type SecurityDashboard, securityDashboard } from '../src/index.js';
import { createFakeClock, START } from './fake-clock.js';

const made: SecurityDashboard[] = [];

/** Everything that all dashboards can show. */
async function shown(): Promise<unknown> {
  return Promise.all(
    made.map(async (dashboard) => [
      await dashboard.summary({ from: START - 86_400_000, to: START + 86_400_000 }),
      [...(await dashboard.recentEvents({ limit: 200 })).events].reverse(),
    ]),
  );
}

testAdapter('dashboard', {
  create() {
    const dashboard = securityDashboard({ auth: 'none', clock: createFakeClock(START + 86_400_000) });
    made.push(dashboard);
    return dashboard;
  },
  reset: () => void made.splice(0),
  recorded: shown,
  // Scans that were simply allowed are only counted.
  ordered: false,
  recordsText: true,
});

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "drawDashboard",
      "printDashboard",
      "readView",
      "securityDashboard",
      "startDashboard",
    ]
  `);
});

it('refuses unknown and bad options by their name', () => {
  const bad: readonly (readonly [object, string])[] = [
    [{ maxEvent: 1 }, 'Unknown option `maxEvent`. Did you mean `maxEvents`?'],
    [{ maxEvents: 0 }, '`maxEvents` must be a whole number from 1 to 100000, got 0.'],
    [{ minuteRetentionHours: 1.5 }, '`minuteRetentionHours` must be a whole number from 2 to 168, got 1.5.'],
    [{ hourRetentionDays: '30' }, '`hourRetentionDays` must be a whole number from 1 to 366, got string.'],
    [{ identifiers: 'md5' }, '`identifiers` must be one of plain, hmac, omit, got md5.'],
    [{ hmacKey: 'short' }, '`hmacKey` must have at least 16 bytes'],
    [{ title: '' }, '`title` must be a text of 1 to 200 characters.'],
    [{ parts: [] }, '`parts` must be a function, got object.'],
    [{ reportFeedback: 'yes' }, '`reportFeedback` must be a function, got string.'],
    [{ alerts: {} }, '`alerts` must be an alert manager'],
    [{ source: 'postgres://db' }, '`source` must be an audit log'],
    [{ allowedHosts: 'localhost' }, '`allowedHosts` must be a list of texts.'],
    [{ auth: 'none', basePath: 'dashboard/' }, "`basePath` must be a path such as '/dashboard'"],
    [{ auth: 'none', sessionTtlMs: 1 }, '`sessionTtlMs` must be a whole number from 60000'],
  ];
  for (const [options, message] of bad) expect(() => securityDashboard(options)).toThrow(message);
});
