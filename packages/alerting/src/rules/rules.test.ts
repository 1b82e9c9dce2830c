import type { ScanEvent } from '@llm-sentinel/core';
import {
  buildDecisionEvent,
  buildFinding,
  buildScanEvent,
  buildScannerInfo,
  type ScanEventOverrides,
} from '@llm-sentinel/testing';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../test/fake-clock.js';
import { memoryChannel } from '../../test/memory-channel.js';
import { alertManager } from '../alert-manager.js';
import type { AlertManagerOptions } from '../manager-options.js';
import { circuitOpen, newRuleFiring } from './event-rules.js';
import { pollRule } from './poll-rule.js';
import {
  adapterFailing,
  blockRate,
  errorRate,
  piiSpike,
  possibleAttack,
  riskSpike,
  sessionBurst,
  slowScans,
  threatRate,
  userBurst,
} from './predefined.js';
import type { AlertRule } from './rule.js';
import { thresholdRule } from './threshold-rule.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const blocked: ScanEventOverrides = { result: { findings: [buildFinding()] } };
const clean: ScanEventOverrides = {};

function setUp(rules: readonly AlertRule[] | undefined, options: Partial<AlertManagerOptions> = {}) {
  const clock = fakeClock();
  const channel = memoryChannel();
  const given = rules === undefined ? {} : { rules };
  const manager = alertManager({ channels: [channel], clock, retry: { attempts: 1 }, ...given, ...options });
  return {
    clock,
    channel,
    manager,
    scan(overrides: ScanEventOverrides = {}, times = 1) {
      for (let i = 0; i < times; i++) manager.onScan?.(buildScanEvent({ time: clock.now(), ...overrides }));
    },
    firing: () => manager.alerts().map(({ alert }) => alert.labels.alertname),
    events: () =>
      manager
        .history()
        .map(({ event }) => event)
        .reverse(),
  };
}

describe('a threshold rule', () => {
  it('does not fire on fewer samples than minSamples', () => {
    const { firing, scan } = setUp([threatRate()]);
    scan(blocked, 19);
    expect(firing()).toEqual([]);
    scan(blocked);
    expect(firing()).toEqual(['SentinelHighThreatRate']);
  });

  it('fires when the threshold is reached, and is over only below the lower one', () => {
    const { firing, scan } = setUp([threatRate({ minSamples: 10 })]);
    scan(clean, 70);
    scan(blocked, 29);
    expect(firing()).toEqual([]);
    scan(blocked);
    expect(firing()).toHaveLength(1);
    // From 30 of 100 down: every clean scan pushes out a clean one, until the blocked ones leave the window.
    scan(clean, 76);
    expect(firing()).toHaveLength(1);
    scan(clean);
    expect(firing()).toEqual([]);
  });

  it('waits for the condition to hold', () => {
    const { clock, firing, scan } = setUp([blockRate({ forMs: MINUTE })]);
    scan(blocked, 30);
    expect(firing()).toEqual([]);
    scan({ ...clean, time: clock.now() + 59 * SECOND });
    expect(firing()).toEqual([]);
    scan({ ...blocked, time: clock.now() + 60 * SECOND });
    expect(firing()).toEqual(['SentinelBlockRateHigh']);
  });

  it('starts to wait again when the condition was away in between', () => {
    const { clock, firing, scan } = setUp([blockRate({ forMs: MINUTE })]);
    scan(blocked, 30);
    scan({ ...clean, time: clock.now() + 30 * SECOND }, 200);
    scan({ ...blocked, time: clock.now() + 40 * SECOND }, 200);
    scan({ ...blocked, time: clock.now() + 99 * SECOND });
    expect(firing()).toEqual([]);
    scan({ ...blocked, time: clock.now() + 100 * SECOND });
    expect(firing()).toHaveLength(1);
  });

  it('resolves when there are no more scans', async () => {
    const { clock, firing, scan } = setUp([threatRate(), possibleAttack()]);
    scan(blocked, 50);
    expect(firing()).toEqual(['SentinelHighThreatRate', 'SentinelPossibleAttack']);
    await clock.advance(75 * SECOND);
    expect(firing()).toEqual(['SentinelHighThreatRate']);
    await clock.advance(5 * MINUTE);
    expect(firing()).toEqual([]);
  });

  it('compares quantiles exactly', () => {
    const { firing, scan } = setUp([riskSpike({ forMs: 0, threshold: 0.8 })]);
    scan({ result: { riskScore: 0.8 } }, 95);
    scan({ result: { riskScore: 0.81 } }, 5);
    expect(firing()).toEqual([]);
    scan({ result: { riskScore: 0.81 } });
    expect(firing()).toHaveLength(1);
  });

  it('brings its message up to date while it fires', async () => {
    const { clock, manager, scan } = setUp([threatRate()]);
    scan(blocked, 20);
    expect(manager.alerts()[0]?.alert.message).toBe('100.0 % of the last 20 scans found a threat.');
    scan(clean, 20);
    await clock.advance(15 * SECOND);
    expect(manager.alerts()[0]?.alert.message).toBe('50.0 % of the last 40 scans found a threat.');
  });

  it('with a key watches each one by itself, and forgets those that are quiet', async () => {
    const rule = userBurst({ threshold: 3, maxKeys: 2 });
    const { clock, firing, manager, scan } = setUp([rule], { identifiers: 'plain' });
    const by = (userId: string): ScanEventOverrides => ({ ...blocked, context: { userId } });
    scan(by('ana'), 2);
    scan(by('ben'), 3);
    expect(manager.alerts().map(({ alert }) => alert.labels.user)).toEqual(['ben']);
    // A third key takes the place of the one used longest ago.
    scan(by('eve'));
    scan(by('ana'), 2);
    expect(firing()).toHaveLength(0);
    scan(by('ana'));
    expect(manager.alerts().map(({ alert }) => alert.labels.user)).toEqual(['ana']);
    await clock.advance(6 * MINUTE);
    expect(firing()).toEqual([]);
  });

  it('shows users and sessions as pseudonyms, the same with the same key', () => {
    const hmacKey = 'a key of enough bytes';
    const labels = [hmacKey, hmacKey, undefined].map((key) => {
      const { manager, scan } = setUp([userBurst(), sessionBurst()], key === undefined ? {} : { hmacKey: key });
      scan({ ...blocked, context: { userId: 'ana', sessionId: 'session-7' } }, 10);
      expect(JSON.stringify(manager.snapshot())).not.toMatch(/\bana\b|session-7/);
      return manager.alerts().map(({ alert }) => alert.labels.user ?? alert.labels.session);
    });
    expect(labels[0]).toEqual(labels[1]);
    expect(labels[0]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(labels[2]).not.toEqual(labels[0]);
  });

  it('that fired before a restart resolves after it, not before its window had the time to fill', async () => {
    const first = setUp([threatRate(), userBurst()], { hmacKey: 'a key of enough bytes' });
    first.scan({ ...blocked, context: { userId: 'ana' } }, 20);
    const restore = first.manager.snapshot();
    const second = setUp([threatRate(), userBurst()], { restore, hmacKey: 'a key of enough bytes' });
    await second.clock.advance(4 * MINUTE);
    expect(second.firing()).toHaveLength(2);
    second.scan({ ...blocked, context: { userId: 'ana' } });
    await second.clock.advance(50 * SECOND);
    expect(second.firing()).toHaveLength(2);
    expect(second.events().filter((event) => event === 'fired')).toHaveLength(2);
    await second.clock.advance(10 * MINUTE);
    expect(second.firing()).toEqual([]);
  });

  it('that throws disturbs no other, and shows in health until it works again', () => {
    let isBroken = true;
    const broken = thresholdRule({
      name: 'Broken',
      threshold: 1,
      measure() {
        if (isBroken) throw new RangeError('secret');
        return 0;
      },
    });
    const { firing, manager, scan } = setUp([broken, threatRate()]);
    scan(blocked, 20);
    expect(firing()).toEqual(['SentinelHighThreatRate']);
    expect(manager.health?.()).toEqual({ status: 'degraded', detail: 'The rule Broken threw RangeError.' });
    isBroken = false;
    scan();
    expect(manager.health?.()).toEqual({ status: 'ok' });
  });

  it.each<[string, object, RegExp]>([
    ['no name', { measure: () => 1, threshold: 1 }, /`name`/],
    ['no measure', { name: 'A', threshold: 1 }, /`measure`/],
    ['no threshold', { name: 'A', measure: () => 1 }, /`threshold`/],
    ['a resolving threshold above', { name: 'A', measure: () => 1, threshold: 1, resolveBelow: 2 }, /`resolveBelow`/],
    ['a quantile above 1', { name: 'A', measure: () => 1, threshold: 1, aggregate: { quantile: 95 } }, /`quantile`/],
    ['an unknown option', { name: 'A', measure: () => 1, threshold: 1, window: 1 }, /Unknown option `window`/],
  ])('refuses %s', (_, options, message) => {
    expect(() => thresholdRule(options as never)).toThrow(message);
  });

  it('refuses a new rule an option that nobody knows', () => {
    expect(() => newRuleFiring({ learnM: 1 } as object)).toThrow('Unknown option `learnM`. Did you mean `learnMs`?');
  });
});

describe('the predefined rules', () => {
  const failed = { engine: 'classifier', code: 'ENGINE_FAILED', type: 'TypeError' } as const;
  const email = buildFinding({ threatType: 'pii', entity: 'email' });
  it.each<[string, AlertRule, ScanEventOverrides, number]>([
    ['SentinelHighThreatRate', threatRate(), { result: { findings: [email], action: 'flag' } }, 20],
    ['SentinelBlockRateHigh', blockRate({ forMs: 0 }), blocked, 20],
    ['SentinelPossibleAttack', possibleAttack(), blocked, 20],
    ['SentinelRiskScoreSpike', riskSpike({ forMs: 0 }), { result: { riskScore: 0.9 } }, 20],
    ['SentinelScanErrors', errorRate(), { result: { errors: [failed] } }, 50],
    ['SentinelHighLatency', slowScans({ forMs: 0 }), { result: { latencyMs: 101 } }, 100],
    ['SentinelUserBurst', userBurst(), { ...blocked, context: { userId: 'ana' } }, 10],
    ['SentinelSessionBurst', sessionBurst(), { ...blocked, context: { sessionId: 's' } }, 10],
    ['SentinelPiiSpike', piiSpike(), { result: { findings: [email, email], action: 'flag' } }, 25],
  ])('%s fires at its threshold, and stays calm on clean texts', (name, rule, event, times) => {
    const { firing, scan } = setUp([rule]);
    scan({ context: { userId: 'ana', sessionId: 's' } }, 10);
    expect(firing()).toEqual([]);
    const fresh = setUp([rule]);
    fresh.scan(event, times - 1);
    expect(fresh.firing()).toEqual([]);
    fresh.scan(event);
    expect(fresh.firing()).toEqual([name]);
  });

  it('are tuned with thresholds, and left out with false', () => {
    const { firing, scan } = setUp(undefined, {
      thresholds: { threatRate: 0.9, attackRate: false, blockRate: false, userBurst: 3 },
      windowSize: 10,
      minSamples: 5,
      inhibit: [],
    });
    scan({ ...blocked, context: { userId: 'ana' } }, 4);
    expect(firing()).toEqual(['SentinelUserBurst']);
    scan(blocked);
    expect(firing()).toEqual(['SentinelUserBurst', 'SentinelHighThreatRate']);
  });

  it('tell when a circuit opens and closes', () => {
    const { events, firing, manager } = setUp([circuitOpen()]);
    const circuit = (decision: string) => buildDecisionEvent({ component: 'circuit', decision, subject: 'model' });
    manager.onDecision?.(buildDecisionEvent());
    manager.onDecision?.(circuit('opened'));
    expect(manager.alerts()[0]?.alert.labels.circuit).toBe('model');
    manager.onDecision?.(circuit('half_open'));
    expect(firing()).toHaveLength(1);
    manager.onDecision?.(circuit('closed'));
    expect(events()).toEqual(['fired', 'resolved']);
  });

  it('tell of a detection rule that is new, not of those of the first hour', async () => {
    const { clock, manager, scan } = setUp([newRuleFiring()]);
    const of = (rule: string): ScanEventOverrides => ({ result: { findings: [buildFinding({ rule })] } });
    scan(of('override/old'));
    await clock.advance(61 * MINUTE);
    scan(of('override/old'));
    scan(of('jailbreak/new'), 5);
    expect(manager.alerts().map(({ alert }) => alert.labels.rule)).toEqual(['jailbreak/new']);
    await clock.advance(61 * MINUTE);
    expect(manager.alerts()).toEqual([]);
    scan(of('jailbreak/new'));
    expect(manager.alerts()).toEqual([]);
  });

  it('tell of an adapter that fails or loses events, such as the audit log, but not of themselves', async () => {
    const { clock, manager } = setUp([adapterFailing()]);
    const adapter = { name: 'postgres', status: 'ok', queued: 0, dropped: 0, errors: 0 };
    const adapters = [adapter, { ...adapter, name: 'alerting', status: 'failed' }];
    const info = buildScannerInfo();
    manager.onAttach?.({ ...info, health: () => ({ ...info.health(), adapters: structuredClone(adapters) as never }) });
    await clock.advance(30 * SECOND);
    expect(manager.alerts()).toEqual([]);
    adapter.dropped = 5;
    await clock.advance(15 * SECOND);
    expect(manager.alerts().map(({ alert }) => alert.labels.adapter)).toEqual(['postgres']);
    await clock.advance(15 * SECOND);
    expect(manager.alerts()).toEqual([]);
    adapter.status = 'failed';
    await clock.advance(15 * SECOND);
    expect(manager.alerts()).toHaveLength(1);
  });
});

describe('a poll rule', () => {
  it('watches a value of the application, one alert a key', async () => {
    let values: Record<string, number> = { a: 5, b: 50 };
    const rule = pollRule({ name: 'Queue', read: () => Object.entries(values), threshold: 10, keyLabel: 'queue' });
    const { clock, events, manager } = setUp([rule]);
    manager.check({ action: 'allow' } as never);
    await clock.advance(15 * SECOND);
    expect(manager.alerts().map(({ alert }) => [alert.labels.queue, alert.message])).toEqual([
      ['b', '50; the threshold is 10.'],
    ]);
    values = { a: 12, b: 9 };
    await clock.advance(15 * SECOND);
    expect(manager.alerts().map(({ alert }) => alert.labels.queue)).toEqual(['b', 'a']);
    values = { a: 7 };
    await clock.advance(15 * SECOND);
    expect(manager.alerts()).toEqual([]);
    expect(events()).toEqual(['fired', 'fired', 'resolved', 'resolved']);
  });

  it('waits for `forMs`, and a value that is unknown changes nothing', async () => {
    let value: number | undefined = 1;
    const { clock, firing, manager } = setUp([
      pollRule({ name: 'P', read: () => value, threshold: 1, forMs: 40 * SECOND }),
    ]);
    manager.check({ action: 'allow' } as never);
    await clock.advance(45 * SECOND);
    expect(firing()).toEqual([]);
    await clock.advance(15 * SECOND);
    expect(firing()).toEqual(['P']);
    value = undefined;
    await clock.advance(MINUTE);
    expect(firing()).toEqual(['P']);
  });
});

it('check() takes results of a scanner that the manager is no adapter of', () => {
  const { firing, manager } = setUp([threatRate()]);
  const { result }: ScanEvent = buildScanEvent(blocked);
  for (let i = 0; i < 20; i++) manager.check(result);
  expect(firing()).toEqual(['SentinelHighThreatRate']);
});
