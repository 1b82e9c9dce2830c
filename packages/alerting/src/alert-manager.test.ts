import { testAdapter } from '@llm-sentinel/testing';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../test/fake-clock.js';
import { memoryChannel } from '../test/memory-channel.js';
import { type AlertManager, alertManager } from './alert-manager.js';
import type { AlertManagerOptions } from './manager-options.js';
import { thresholdRule } from './rules/threshold-rule.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function setUp(options: Partial<AlertManagerOptions> = {}, clock = fakeClock()) {
  const channel = memoryChannel();
  const counts: Record<string, number> = {};
  const telemetry = {
    increment(name: string, labels: Readonly<Record<string, string>>) {
      const key = `${name} ${Object.values(labels).join(' ')}`;
      counts[key] = (counts[key] ?? 0) + 1;
    },
    set() {},
    observe() {},
  };
  const manager = alertManager({
    channels: [channel],
    rules: [],
    retry: { attempts: 1 },
    resolveAfterMs: 0,
    clock,
    telemetry,
    ...options,
  });
  return { clock, channel, counts, manager };
}

describe('one alert', () => {
  it('is told after the group wait, once, and again when it is over', async () => {
    const { clock, channel, manager } = setUp();
    const { fingerprint } = manager.notify({ title: 'A', severity: 'error' });
    await clock.advance(29_999);
    expect(channel.told()).toEqual([]);
    await clock.advance(1);
    expect(channel.told()).toEqual(['firing A']);
    manager.resolve(fingerprint);
    await clock.advance(5 * MINUTE);
    expect(channel.told()).toEqual(['firing A', 'resolved A']);
    await clock.advance(24 * HOUR);
    expect(channel.sent).toHaveLength(2);
    expect(manager.alerts()).toEqual([]);
    expect(manager.snapshot().groups).toEqual([]);
  });

  it('is repeated while it fires, each repeat interval', async () => {
    const { clock, channel, manager } = setUp();
    manager.notify({ title: 'A' });
    await clock.advance(12 * HOUR + MINUTE);
    expect(channel.sent.map(({ time }) => (time - channel.sent[0]!.time) / HOUR)).toEqual([0, 4, 8, 12]);
    expect(new Set(channel.sent.map(({ id }) => id)).size).toBe(4);
  });

  it('that is raised again and again is told once, with the number of repetitions the next time', async () => {
    const { clock, channel, counts, manager } = setUp();
    for (let i = 0; i < 50; i++) manager.notify({ title: 'A', message: `time ${i}` });
    await clock.advance(HOUR);
    expect(channel.told()).toEqual(['firing A']);
    expect(channel.sent[0]?.alerts[0]?.message).toBe('time 49');
    expect(channel.sent[0]?.suppressed).toMatchObject([{ title: 'A', reason: 'dedup', count: 49 }]);
    expect(counts['alerts_suppressed_total dedup']).toBe(49);
  });

  it('that comes back before its end was told is no news', async () => {
    const { clock, channel, manager } = setUp();
    const { fingerprint } = manager.notify({ title: 'A' });
    await clock.advance(MINUTE);
    manager.resolve(fingerprint);
    manager.notify({ title: 'A' });
    await clock.advance(HOUR);
    expect(channel.told()).toEqual(['firing A']);
  });

  it('of the application resolves by itself after its time', async () => {
    const { clock, channel, manager } = setUp({ resolveAfterMs: HOUR });
    manager.notify({ title: 'A' });
    manager.notify({ title: 'B' }, { resolveAfterMs: 0 });
    await clock.advance(2 * HOUR);
    expect(channel.told()).toEqual(['firing A', 'firing B', 'resolved A']);
  });
});

describe('groups', () => {
  it('gather alerts by the labels of groupBy, the worst first', async () => {
    const { clock, channel, manager } = setUp({ groupBy: ['service'] });
    manager.notify({ title: 'A', labels: { service: 'chat' } });
    manager.notify({ title: 'B', labels: { service: 'chat' }, severity: 'critical' });
    manager.notify({ title: 'C', labels: { service: 'search' } });
    await clock.advance(MINUTE);
    expect(channel.told()).toEqual(['firing B,A', 'firing C']);
    expect(channel.sent[0]).toMatchObject({ severity: 'critical', groupLabels: { service: 'chat' } });
  });

  it('tell of a new member no earlier than the group interval, with all that fires', async () => {
    const { clock, channel, manager } = setUp({ groupBy: [] });
    manager.notify({ title: 'A' });
    await clock.advance(MINUTE);
    manager.notify({ title: 'B' });
    await clock.advance(4 * MINUTE);
    expect(channel.told()).toEqual(['firing A']);
    await clock.advance(MINUTE);
    expect(channel.told()).toEqual(['firing A', 'firing A,B']);
  });

  it('that are over before they were told are not told', async () => {
    const { clock, channel, manager } = setUp();
    manager.resolve(manager.notify({ title: 'A' }).fingerprint);
    await clock.advance(HOUR);
    expect(channel.sent).toEqual([]);
    expect(manager.history().map(({ event }) => event)).toEqual(['resolved', 'fired']);
  });
});

describe('routes', () => {
  it('send an alert to the first that matches, on to the next if told so, and to the fallback if to none', async () => {
    const [pager, chat, mail] = ['pager', 'chat', 'mail'].map((name) => memoryChannel(name));
    const { clock, manager } = setUp({
      channels: [pager!, chat!, mail!],
      routes: [
        { name: 'page', match: { severity: 'critical' }, channels: ['pager'], continue: true, groupWaitMs: 0 },
        { name: 'chat', match: { severity: ['critical', 'error'] }, channels: ['chat'] },
      ],
      fallback: ['mail'],
    });
    manager.notify({ title: 'A', severity: 'critical' });
    manager.notify({ title: 'B', severity: 'error' });
    manager.notify({ title: 'C', severity: 'info' });
    await clock.advance(0);
    expect(pager?.told()).toEqual(['firing A']);
    await clock.advance(MINUTE);
    expect([pager, chat, mail].map((channel) => channel?.told())).toEqual([
      ['firing A'],
      ['firing A', 'firing B'],
      ['firing C'],
    ]);
  });

  it.each([
    ['not', { service: { not: 'chat' } }],
    ['not any of', { service: { not: ['chat', 'other'] } }],
    ['a pattern of the whole value', { service: { matches: 'sear.h' } }],
    ['an absent label', { nothing: '' }],
  ])('match by %s', async (_, match) => {
    const [wanted, rest] = [memoryChannel('wanted'), memoryChannel('rest')];
    const { clock, manager } = setUp({
      channels: [wanted, rest],
      routes: [{ name: 'wanted', match, channels: ['wanted'] }],
      fallback: ['rest'],
    });
    manager.notify({ title: 'A', labels: { service: 'search' } });
    manager.notify({ title: 'B', labels: { service: 'chat', nothing: 'x' } });
    await clock.advance(MINUTE);
    expect(wanted.told()).toEqual(['firing A']);
    expect(rest.told()).toEqual(['firing B']);
  });
});

describe('silences', () => {
  it('hold alerts back until they end, and what still fires is told then', async () => {
    const { clock, channel, counts, manager } = setUp();
    const silence = manager.silence({ matchers: { alertname: 'A' }, durationMs: HOUR, createdBy: 'ana' });
    manager.notify({ title: 'A' });
    manager.notify({ title: 'B' });
    await clock.advance(HOUR - 1);
    expect(channel.told()).toEqual(['firing B']);
    expect(manager.silences()).toEqual([silence]);
    expect(counts['alerts_suppressed_total silence']).toBe(1);
    await clock.advance(5 * MINUTE);
    expect(channel.told()).toContain('firing A');
    expect(manager.silences()).toEqual([]);
  });

  it('can be ended early, and begin later', async () => {
    const { clock, channel, manager } = setUp();
    const { id } = manager.silence({ matchers: { alertname: 'A' }, durationMs: HOUR });
    const later = clock.now() + HOUR;
    manager.silence({ matchers: { alertname: 'B' }, startsAt: later, durationMs: HOUR });
    expect(manager.expireSilence(id)).toBe(true);
    expect(manager.expireSilence(id)).toBe(false);
    manager.notify({ title: 'A' });
    manager.notify({ title: 'B' });
    await clock.advance(MINUTE);
    expect(channel.told()).toEqual(['firing A', 'firing B']);
  });

  it('do not keep back the end of what was told', async () => {
    const { clock, channel, manager } = setUp();
    const { fingerprint } = manager.notify({ title: 'A' });
    await clock.advance(MINUTE);
    manager.silence({ matchers: { alertname: 'A' }, durationMs: HOUR });
    manager.resolve(fingerprint);
    await clock.advance(10 * MINUTE);
    expect(channel.told()).toEqual(['firing A', 'resolved A']);
  });

  it('of everything, or of the past, are refused', () => {
    const { clock, manager } = setUp();
    expect(() => manager.silence({ matchers: {}, durationMs: 1 })).toThrow(/must name a label/);
    expect(() => manager.silence({ matchers: { a: 'b' } })).toThrow(/durationMs/);
    expect(() => manager.silence({ matchers: { a: 'b' }, endsAt: clock.now() })).toThrow(/still to come/);
    expect(() => manager.silence({ matchers: { a: { matches: '(' } }, durationMs: 1 })).toThrow(/regular expression/);
  });
});

describe('inhibition', () => {
  it('keeps back milder alerts of the same name while a critical one fires', async () => {
    const { clock, channel, counts, manager } = setUp({ groupBy: ['alertname', 'severity'] });
    const critical = manager.notify({ name: 'Disk', title: 'full', severity: 'critical' });
    manager.notify({ name: 'Disk', title: 'nearly full', severity: 'warning' });
    manager.notify({ name: 'Other', title: 'other', severity: 'warning' });
    await clock.advance(MINUTE);
    expect(channel.told().sort()).toEqual(['firing full', 'firing other']);
    expect(counts['alerts_suppressed_total inhibit']).toBe(1);
    manager.resolve(critical.fingerprint);
    await clock.advance(10 * MINUTE);
    expect(channel.told()).toContain('firing nearly full');
  });

  it('never lets alerts that match both sides silence each other', async () => {
    const { clock, channel, manager } = setUp({ inhibit: [{ source: {}, target: {} }] });
    manager.notify({ title: 'A' });
    manager.notify({ title: 'B' });
    await clock.advance(MINUTE);
    expect(channel.told()).toEqual(['firing A', 'firing B']);
  });
});

describe('the rate limit of a channel', () => {
  it('spreads a storm, the worst first, and loses nothing', async () => {
    const channel = memoryChannel();
    const { clock, counts, manager } = setUp({ channels: [{ channel, rateLimit: { perMinute: 6, burst: 2 } }] });
    for (let i = 0; i < 10; i++) manager.notify({ title: `warning ${i}` });
    manager.notify({ title: 'critical', severity: 'critical' });
    await clock.advance(30_000);
    expect(channel.told()).toEqual(['firing critical', 'firing warning 0']);
    expect(counts['alerts_suppressed_total rate_limit']).toBe(9);
    await clock.advance(MINUTE);
    expect(channel.sent).toHaveLength(8);
    await clock.advance(HOUR);
    expect(channel.told().sort()).toEqual(
      ['critical', ...Array.from({ length: 10 }, (_, i) => `warning ${i}`)].map((title) => `firing ${title}`).sort(),
    );
  });
});

describe('quiet hours', () => {
  it('let critical alerts through, and tell the rest in the morning', async () => {
    const channel = memoryChannel();
    const clock = fakeClock(Date.UTC(2026, 0, 15, 22));
    const quietHours = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' };
    const { counts, manager } = setUp({ channels: [{ channel, quietHours }] }, clock);
    manager.notify({ title: 'warm' });
    manager.notify({ title: 'fire', severity: 'critical' });
    await clock.advance(8 * HOUR - 1);
    expect(channel.told()).toEqual(['firing fire', 'firing fire']);
    await clock.advance(10 * MINUTE);
    expect(channel.told()).toContain('firing warm');
    expect(counts['alerts_suppressed_total quiet_hours']).toBe(1);
  });
});

describe('failing channels', () => {
  it('are tried again until it works: nothing is lost', async () => {
    const { clock, channel, counts, manager } = setUp();
    channel.fail = true;
    manager.notify({ title: 'A' });
    await clock.advance(HOUR);
    expect(channel.attempts()).toBeGreaterThan(5);
    expect(channel.attempts()).toBeLessThan(20);
    expect(manager.health?.()).toMatchObject({ status: 'failed', detail: expect.stringContaining('memory') });
    channel.fail = false;
    await clock.advance(5 * MINUTE);
    expect(channel.told()).toEqual(['firing A']);
    expect(manager.health?.()).toEqual({ status: 'ok' });
    expect(counts['alerts_sent_total memory sent']).toBe(1);
    expect(counts['alerts_sent_total memory failed']).toBe(channel.attempts() - 1);
    expect(manager.history({ event: 'failed', limit: 1 })).toMatchObject([
      { reason: 'UNAVAILABLE', channel: 'memory' },
    ]);
  });

  it('are stood in for by their backup, which also hears of the end', async () => {
    const [chat, mail] = [memoryChannel('chat'), memoryChannel('mail')];
    const { clock, manager } = setUp({ channels: [{ channel: chat, backup: 'mail' }, mail] });
    chat.fail = true;
    const { fingerprint } = manager.notify({ title: 'A' });
    await clock.advance(HOUR);
    expect(mail.told()).toEqual(['firing A']);
    expect(mail.sent[0]).toMatchObject({ insteadOf: 'chat' });
    chat.fail = false;
    manager.resolve(fingerprint);
    await clock.advance(10 * MINUTE);
    expect(chat.told()).toEqual(['resolved A']);
    expect(mail.told()).toEqual(['firing A', 'resolved A']);
  });

  it('hold up no other channel', async () => {
    const stuck = memoryChannel('stuck', { send: () => new Promise(() => {}) });
    const other = memoryChannel('other');
    const { clock, manager } = setUp({ channels: [stuck, other] });
    manager.notify({ title: 'A' });
    manager.notify({ title: 'B' });
    await clock.advance(MINUTE);
    expect(other.told()).toEqual(['firing A', 'firing B']);
  });
});

describe('escalation', () => {
  const escalating = (pager = memoryChannel('pager', { acknowledgements: true })) => {
    const chat = memoryChannel('chat');
    const set = setUp({
      channels: [chat, pager],
      routes: [{ name: 'all', channels: ['chat'], escalation: [{ afterMs: 15 * MINUTE, channels: ['pager'] }] }],
    });
    return { ...set, chat, pager };
  };

  it('tells the next channel when nobody acknowledged, and that channel of the end', async () => {
    const { clock, manager, pager } = escalating();
    const { fingerprint } = manager.notify({ title: 'A', severity: 'critical' });
    await clock.advance(15 * MINUTE - 1);
    expect(pager.sent).toEqual([]);
    await clock.advance(1);
    expect(pager.sent).toMatchObject([{ kind: 'firing', escalated: true }]);
    expect(manager.history({ event: 'escalated' })).toHaveLength(1);
    manager.resolve(fingerprint);
    await clock.advance(10 * MINUTE);
    expect(pager.told()).toEqual(['firing A', 'resolved A']);
  });

  it('and repeats end with an acknowledgement, which channels that want to know hear of', async () => {
    const { clock, chat, manager, pager } = escalating();
    const { fingerprint } = manager.notify({ title: 'A' });
    await clock.advance(20 * MINUTE);
    expect(manager.acknowledge(fingerprint, 'ana')).toBe(true);
    await clock.advance(24 * HOUR);
    expect(chat.told()).toEqual(['firing A']);
    expect(pager.told()).toEqual(['firing A', 'acknowledged A']);
    expect(manager.alerts()[0]).toMatchObject({ acknowledgedBy: 'ana' });
    expect(manager.acknowledge('unknown', 'ana')).toBe(false);
  });

  it('does not happen to what was acknowledged before', async () => {
    const { clock, manager, pager } = escalating();
    manager.acknowledge(manager.notify({ title: 'A' }).fingerprint, 'ana');
    await clock.advance(24 * HOUR);
    expect(pager.sent).toEqual([]);
  });
});

describe('the digest', () => {
  it('tells by itself what was suppressed, when nothing else is told', async () => {
    const { clock, channel, manager } = setUp();
    manager.silence({ matchers: { team: 'x' }, durationMs: 10 * HOUR });
    manager.notify({ title: 'A', labels: { team: 'x' } });
    manager.notify({ title: 'B', labels: { team: 'x' }, severity: 'error' });
    await clock.advance(2 * HOUR);
    expect(channel.sent).toMatchObject([
      {
        kind: 'digest',
        severity: 'error',
        alerts: [],
        suppressed: [{ title: 'A', reason: 'silence' }, { title: 'B' }],
      },
    ]);
  });

  it('rides along with the next notification, and goes to no channel that wants none', async () => {
    const [chat, pager] = [memoryChannel('chat'), memoryChannel('pager', { digests: false })];
    const { clock, manager } = setUp({ channels: [chat, pager] });
    manager.silence({ matchers: { team: 'x' }, durationMs: 10 * HOUR });
    manager.notify({ title: 'A', labels: { team: 'x' } });
    await clock.advance(MINUTE);
    manager.notify({ title: 'B' });
    await clock.advance(5 * HOUR);
    expect(chat.told()).toEqual(['firing B', 'firing B']);
    expect(chat.sent[0]?.suppressed).toMatchObject([{ title: 'A' }]);
    expect(pager.sent.some(({ kind }) => kind === 'digest')).toBe(false);
  });
});

describe('limits', () => {
  it('of alerts drop the oldest that is not critical, and say so', async () => {
    const { clock, channel, manager } = setUp({ maxAlerts: 3 });
    manager.notify({ title: 'critical', severity: 'critical' });
    for (let i = 0; i < 4; i++) manager.notify({ title: `warning ${i}` });
    expect(manager.alerts().map(({ alert }) => alert.title)).toEqual(['critical', 'warning 2', 'warning 3']);
    expect(manager.history({ event: 'dropped' })).toHaveLength(2);
    expect(manager.health?.()).toMatchObject({
      status: 'degraded',
      detail: expect.stringContaining('2 alerts were dropped'),
    });
    await clock.advance(MINUTE);
    expect(channel.sent).toHaveLength(3);
  });

  it('of the history keep the newest, and queries find them', async () => {
    const { clock, manager } = setUp({ maxHistory: 10 });
    for (let i = 0; i < 100; i++) manager.notify({ title: `A ${i}` });
    await clock.advance(10);
    expect(manager.history().map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, i) => `A ${99 - i}`));
    const [newest] = manager.history({ limit: 1 });
    expect(manager.history({ fingerprint: newest!.fingerprints[0]! })).toEqual([newest]);
    expect(manager.history({ from: clock.now() })).toEqual([]);
    expect(manager.history({ to: clock.now() })).toHaveLength(10);
    expect(manager.history({ severity: 'critical' })).toEqual([]);
    expect(manager.history({ channel: 'memory' })).toEqual([]);
  });
});

describe('a restart', () => {
  it('tells what was not told yet, and nothing twice', async () => {
    const first = setUp();
    first.manager.notify({ title: 'told' });
    await first.clock.advance(MINUTE);
    const { fingerprint } = first.manager.notify({ title: 'untold' });
    first.manager.silence({ matchers: { alertname: 'muted' }, durationMs: HOUR });
    const restore = JSON.parse(JSON.stringify(first.manager.snapshot()));

    const second = setUp({ restore }, first.clock);
    second.manager.notify({ title: 'muted' });
    await second.clock.advance(HOUR - MINUTE);
    expect(second.channel.told()).toEqual(['firing untold']);
    second.manager.resolve(fingerprint);
    await second.clock.advance(3 * HOUR + MINUTE);
    expect(second.channel.told()).toContain('resolved untold');
    expect(second.channel.told()).toContain('firing told');
    expect(second.manager.history({ event: 'fired' })).toHaveLength(3);
  });

  it('in the middle of sending sends again under the same id', async () => {
    const ids: string[] = [];
    const hanging = memoryChannel('memory', {
      send: ({ id }) => {
        ids.push(id);
        return new Promise(() => {});
      },
    });
    const first = setUp({ channels: [hanging] });
    first.manager.notify({ title: 'A' });
    await first.clock.advance(MINUTE);
    const second = setUp({ restore: first.manager.snapshot() }, first.clock);
    await second.clock.advance(10 * MINUTE);
    expect(second.channel.sent.map(({ id }) => id)).toEqual(ids);
  });

  it('with other channels and rules carries on with what is left', async () => {
    const rule = thresholdRule({ name: 'Gone', measure: () => 1, aggregate: 'sum', threshold: 1 });
    const first = setUp({ rules: [rule], channels: [memoryChannel('old')] });
    first.manager.check({ action: 'allow' } as never);
    first.manager.notify({ title: 'A' });
    await first.clock.advance(MINUTE);
    const second = setUp({ restore: first.manager.snapshot() }, first.clock);
    await second.clock.advance(10 * MINUTE);
    expect(second.manager.alerts().map(({ alert }) => alert.title)).toEqual(['A']);
    expect(second.channel.told()).toEqual(['firing A']);
  });

  it('gets the state saved after changes, at most once a second', async () => {
    const saved: unknown[] = [];
    const { clock, manager } = setUp({ persist: (snapshot) => void saved.push(snapshot) });
    for (let i = 0; i < 10; i++) manager.notify({ title: `A ${i}` });
    await clock.advance(2_000);
    expect(saved).toHaveLength(1);
    await manager.close();
    expect(saved.at(-1)).toEqual(manager.snapshot());
  });

  it('refuses what is no snapshot', () => {
    expect(() => setUp({ restore: { version: 2 } as never })).toThrow(/`restore`/);
  });
});

describe('closing', () => {
  it('tells what waits, and leaves no timer', async () => {
    const { channel, clock, manager } = setUp();
    manager.notify({ title: 'A' });
    await manager.close();
    await manager.close();
    expect(channel.told()).toEqual(['firing A']);
    await clock.advance(24 * HOUR);
    expect(channel.sent).toHaveLength(1);
  });

  it('does not wait for a channel that hangs', async () => {
    const hanging = memoryChannel('hanging', { send: () => new Promise(() => {}) });
    const { clock, manager } = setUp({ channels: [hanging] });
    manager.notify({ title: 'A' });
    const closed = manager.close();
    await clock.advance(10_000);
    await closed;
    expect(manager.snapshot().alerts).toHaveLength(1);
  });
});

describe('options', () => {
  const channel = memoryChannel();
  it.each<[string, unknown, RegExp]>([
    ['no channels', { channels: [] }, /`channels`/],
    ['no channel', { channels: [{}] }, /must have a `name`/],
    ['two of a name', { channels: [channel, channel] }, /two of the name memory/],
    ['an unknown one', { channels: [channel], chanels: [] }, /Unknown option `chanels`/],
    ['an unknown backup', { channels: [{ channel, backup: 'x' }] }, /`backup` of memory/],
    ['itself as backup', { channels: [{ channel, backup: 'memory' }] }, /another channel/],
    ['a route to nowhere', { channels: [channel], routes: [{ name: 'a', channels: ['x'] }] }, /names x/],
    ['two routes of a name', { channels: [channel], routes: [{ name: 'default', channels: ['memory'] }] }, /default/],
    ['rules and thresholds', { channels: [channel], rules: [], thresholds: {} }, /`thresholds`/],
    ['a strange threshold', { channels: [channel], thresholds: { threatrate: 1 } }, /Unknown option `threatrate`/],
    ['a negative time', { channels: [channel], groupWaitMs: -1 }, /`groupWaitMs`/],
    [
      'quiet hours that are none',
      { channels: [{ channel, quietHours: { from: '25:00', to: '1' } }] },
      /`quietHours.from`/,
    ],
    [
      'a time zone that is none',
      { channels: [{ channel, quietHours: { from: '22:00', to: '06:00', timeZone: 'x' } }] },
      /timeZone/,
    ],
    ['a short key', { channels: [channel], hmacKey: 'short' }, /16 bytes/],
    ['a slip in a rate limit', { channels: [{ channel, rateLimit: { perMinuit: 1 } }] }, /mean `perMinute`/],
    [
      'a slip in quiet hours',
      { channels: [{ channel, quietHours: { from: '22:00', to: '06:00', timezone: 'UTC' } }] },
      /mean `timeZone`/,
    ],
    [
      'a slip in an inhibition',
      { channels: [channel], inhibit: [{ source: {}, target: {}, eqal: [] }] },
      /mean `equal`/,
    ],
    ['inhibitions that are no list', { channels: [channel], inhibit: {} }, /`inhibit` must be a list/],
    ['routes that are no list', { channels: [channel], routes: {} }, /`routes` must be a list/],
  ])('refuse %s', (_, options, message) => {
    expect(() => alertManager(options as AlertManagerOptions)).toThrow(message);
  });

  it.each<[string, unknown, string]>([
    ['no list', { afterMs: 1, channels: ['memory'] }, '`routes.a.escalation` must be a list of { afterMs, channels }.'],
    ['a name', ['memory'], '`routes.a.escalation` must be a list of { afterMs, channels }.'],
    ['nothing', [null], '`routes.a.escalation` must be a list of { afterMs, channels }.'],
    ['no time', [{ channels: ['memory'] }], '`routes.a.escalation.afterMs` must be given.'],
    [
      'a negative time',
      [{ afterMs: -1, channels: ['memory'] }],
      '`routes.a.escalation.afterMs` must be a number from 1',
    ],
    ['a text', [{ afterMs: '5m', channels: ['memory'] }], '`routes.a.escalation.afterMs` must be a number from 1'],
    ['no channels', [{ afterMs: 1 }], '`routes.a.escalation.channels` must name a channel.'],
    ['an unknown channel', [{ afterMs: 1, channels: ['x'] }], '`routes.a.escalation.channels` names x, but there are'],
    ['a slip', [{ aftrMs: 1, channels: ['memory'] }], 'Unknown option `aftrMs`. Did you mean `afterMs`?'],
  ])('refuse an escalation with %s, as it is made', (_, escalation, message) => {
    const routes = [{ name: 'a', channels: ['memory'], escalation }] as AlertManagerOptions['routes'] & {};
    expect(() => alertManager({ channels: [channel], routes })).toThrow(`[@llm-sentinel/alerting] ${message}`);
  });

  it.each<[object, string]>([
    [{ limit: -1 }, '`limit` must be a whole number from 1 to 100000, got -1.'],
    [{ limit: 1.5 }, '`limit` must be a whole number from 1 to 100000, got 1.5.'],
    [{ limit: '10' }, '`limit` must be a whole number from 1 to 100000, got string.'],
    [{ from: Number.NaN }, '`from` must be a number of at least 0, got NaN.'],
    [{ to: '2026-01-01' }, '`to` must be a number of at least 0, got string.'],
    [{ event: 'sennt' }, '`event` must be one of fired, resolved, '],
    [{ severity: 'bad' }, '`severity` must be one of info, warning, error, critical, got bad.'],
    [{ chanel: 'memory' }, 'Unknown option `chanel`. Did you mean `channel`?'],
  ])('of a question to the history refuse %o', (query, message) => {
    const { manager } = setUp();
    expect(() => manager.history(query)).toThrow(`[@llm-sentinel/alerting] ${message}`);
  });

  it('refuse an alert without a title or with an unknown severity', () => {
    const { manager } = setUp();
    expect(() => manager.notify({ title: ' ' })).toThrow(/`title`/);
    expect(() => manager.notify({ title: 'A', severity: 'bad' as never })).toThrow(/`severity`/);
  });
});

{
  const clock = fakeClock();
  const sent = memoryChannel();
  const managers: AlertManager[] = [];
  const create = (): AlertManager => {
    const eachScan = thresholdRule({
      name: 'EachScan',
      measure: () => 1,
      aggregate: 'sum',
      threshold: 1,
      by: (event) => event.result.scanId,
      byLabel: 'scan',
    });
    const manager = alertManager({ channels: [sent], rules: [eachScan], clock, retry: { attempts: 1 } });
    managers.push(manager);
    return manager;
  };
  testAdapter('alerting', {
    create,
    async recorded() {
      for (const manager of managers) await manager.flush();
      return sent.sent;
    },
    failing: () =>
      alertManager({
        channels: [sent],
        clock,
        rules: [
          {
            name: 'Broken',
            start: () => ({
              onScan() {
                throw new TypeError('broken');
              },
            }),
          },
        ],
      }),
  });
}
