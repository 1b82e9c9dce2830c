// Whatever happens in whatever order: each alert arrives, its end too, and nothing twice within its interval.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alertManager } from '../src/alert-manager.js';
import type { AlertManagerOptions } from '../src/manager-options.js';
import type { Notification } from '../src/notification.js';
import { fakeClock } from './fake-clock.js';
import { memoryChannel } from './memory-channel.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLES = ['A', 'B', 'C', 'D'];

type Step =
  | { readonly do: 'raise' | 'end' | 'acknowledge'; readonly title: string }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'fail' | 'heal' | 'restart' };

const title = fc.constantFrom(...TITLES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('raise' as const), title }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('end' as const), title }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), title }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 8 * MINUTE }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('fail' as const, 'heal' as const, 'restart' as const) }) },
);

/** Titles that someone who read all notifications believes to fire. */
function believed(notifications: readonly Notification[]): string[] {
  const firing = new Set<string>();
  for (const { alerts } of notifications) {
    for (const alert of alerts) {
      if (alert.status === 'firing') firing.add(alert.title);
      else firing.delete(alert.title);
    }
  }
  return [...firing].sort();
}

const summary = ({ kind, alerts }: Notification) =>
  `${kind} ${alerts
    .map((alert) => `${alert.status} ${alert.title}`)
    .sort()
    .join()}`;

it.each([
  ['one group', []],
  ['a group each', ['alertname']],
])(
  'in %s',
  async (_, groupBy) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const clock = fakeClock();
        const channel = memoryChannel();
        const options: AlertManagerOptions = {
          channels: [channel],
          rules: [],
          retry: { attempts: 1 },
          resolveAfterMs: 0,
          inhibit: [],
          groupBy,
          clock,
        };
        let manager = alertManager(options);
        let hasFailed = false;
        const fingerprintOf = (wanted: string) =>
          manager.alerts().find(({ alert }) => alert.title === wanted)?.alert.fingerprint ?? '';
        for (const each of steps) {
          if (each.do === 'raise') manager.notify({ title: each.title });
          else if (each.do === 'end') manager.resolve(fingerprintOf(each.title));
          else if (each.do === 'acknowledge') manager.acknowledge(fingerprintOf(each.title), 'ana');
          else if (each.do === 'wait') await clock.advance(each.ms);
          else if (each.do === 'restart') {
            const restore = JSON.parse(JSON.stringify(manager.snapshot()));
            // Closing would tell what waits: here the process just ends.
            const dead = manager;
            clock.clear();
            manager = alertManager({ ...options, restore });
            expect(manager.alerts()).toEqual(dead.alerts());
          } else {
            channel.fail = each.do === 'fail';
            hasFailed ||= channel.fail;
          }
        }
        channel.fail = false;
        await clock.advance(HOUR);

        const firing = manager
          .alerts()
          .map(({ alert }) => alert.title)
          .sort();
        expect(believed(channel.sent)).toEqual(firing);
        for (const key of new Set(channel.sent.map(({ dedupKey }) => dedupKey))) {
          const sent = channel.sent.filter(({ dedupKey }) => dedupKey === key);
          sent.slice(1).forEach((next, i) => {
            const before = sent[i]!;
            if (summary(next) === summary(before)) expect(next.time - before.time).toBeGreaterThanOrEqual(4 * HOUR);
            // A group in which nothing fires any more ends; the next one waits for more alerts, as any new one.
            const least = before.kind === 'resolved' ? MINUTE / 2 : 5 * MINUTE;
            if (!hasFailed) expect(next.time - before.time).toBeGreaterThanOrEqual(least);
          });
        }
        expect(new Set(channel.sent.map(({ id }) => id)).size).toBe(channel.sent.length);
        await manager.close();
      }),
      { numRuns: 150 },
    );
  },
  30_000,
);
