import { buildFinding, buildScanEvent, buildScanId } from '@llm-sentinel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quantiles, type Summary, type SummaryQuery, securityDashboard } from '../src/index.js';
import { createFakeClock, START } from './fake-clock.js';
import { quantileOf, recount } from './recount.js';
import { SOURCES, scans, THREATS } from './traffic.js';
import { usedMegabytes } from './used-memory.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const byName = <Name extends string>(
  list: readonly ({ scans: number; blocked: number } & Record<Name, string>)[],
  name: Name,
) => Object.fromEntries(list.map(({ scans, blocked, ...rest }) => [(rest as never)[name], { scans, blocked }]));

function queries(maxAgoMs: number): fc.Arbitrary<SummaryQuery> {
  return fc
    .record({
      ago: fc.integer({ min: 1, max: maxAgoMs }),
      share: fc.integer({ min: 0, max: 1_000 }),
      source: fc.option(fc.constantFrom(...SOURCES)),
      threatType: fc.option(fc.constantFrom(...THREATS, 'never seen')),
    })
    .map(({ ago, share, source, threatType }) => ({
      from: START - ago,
      to: START - ago + Math.max(1, Math.floor((share / 1_000) * ago)),
      ...(source !== null && { source }),
      ...(threatType !== null && { threatType }),
    }));
}

function expectRecount(summary: Summary, counted: ReturnType<typeof recount>): void {
  const { scans, blocked, flagged, redacted, errors, sessions } = summary;
  expect({ scans, blocked, flagged, redacted, errors, sessions }).toEqual(counted.totals);
  expect(summary.blockRate).toBe(scans === 0 ? null : blocked / scans);
  expect(summary.latency.max).toBe(counted.maxLatency);
  if (counted.averageRisk === null) expect(summary.risk.average).toBeNull();
  else expect(summary.risk.average).toBeCloseTo(counted.averageRisk, 9);
  expect(byName(summary.topThreats, 'threatType')).toEqual(counted.threats);
  expect(byName(summary.sources, 'source')).toEqual(counted.sources);
  expect(byName(summary.topRules, 'rule')).toEqual(counted.rules);
  expect(summary.trend.map(({ latency, ...rest }) => rest)).toEqual(counted.trend);
  expect(summary.hourly).toEqual(counted.hourly);
  expectQuantiles(summary, counted.latencies, counted.risks);
}

function expectQuantiles(
  summary: { readonly latency: Quantiles; readonly risk: Quantiles },
  latencies: readonly number[],
  risks: readonly number[],
): void {
  for (const [share, name] of [
    [0.5, 'p50'],
    [0.95, 'p95'],
    [0.99, 'p99'],
  ] as const) {
    const [latency, risk] = [quantileOf(latencies, share), quantileOf(risks, share)];
    if (latency === undefined || risk === undefined) {
      expect(summary.latency[name]).toBeNull();
      continue;
    }
    expect(Math.abs((summary.latency[name] as number) - latency) / latency).toBeLessThanOrEqual(1 / 32);
    expect(Math.abs((summary.risk[name] as number) - risk)).toBeLessThanOrEqual(0.01 + 1e-9);
  }
}

describe('summary', () => {
  it('says what a plain recount of the same scans says, by the minute', async () => {
    await fc.assert(
      fc.asyncProperty(scans(START, 2 * HOUR), queries(3 * HOUR), async (events, query) => {
        const dashboard = securityDashboard({ clock: createFakeClock() });
        for (const event of events) dashboard.onScan?.(event);
        const summary = await dashboard.summary(query);
        expect(summary.from).toBeLessThanOrEqual(query.from as number);
        expect(summary.to).toBeGreaterThanOrEqual(query.to as number);
        expectRecount(summary, recount(events, summary, query));
      }),
      { numRuns: 150 },
    );
  });

  it('says what a plain recount says, by the hour', async () => {
    await fc.assert(
      fc.asyncProperty(scans(START, 29 * DAY), queries(29 * DAY), async (events, query) => {
        const dashboard = securityDashboard({ clock: createFakeClock() });
        for (const event of events) dashboard.onScan?.(event);
        const wide = { ...query, from: Math.min(query.from as number, START - 3 * DAY) };
        const summary = await dashboard.summary(wide);
        expect(summary.stepMs % HOUR).toBe(0);
        expectRecount(summary, recount(events, summary, wide));
      }),
      { numRuns: 60 },
    );
  });

  it('has at most 360 points, evenly spaced, also where nothing happened', async () => {
    await fc.assert(
      fc.asyncProperty(queries(365 * DAY), async (query) => {
        const { trend, stepMs, from, to } = await securityDashboard({ clock: createFakeClock() }).summary(query);
        expect(trend.length).toBeLessThanOrEqual(360);
        expect(trend.map(({ time }) => time)).toEqual(trend.map((_, i) => from + i * stepMs));
        expect(from + trend.length * stepMs).toBe(to);
      }),
      { numRuns: 50 },
    );
  });

  it('has quantiles at most 1/32 of latencies and 0.01 of risks from those of the values themselves', async () => {
    const values = fc.array(
      fc.record({
        latency: fc.oneof(fc.double({ min: 0.001, max: 1_000, noNaN: true }), fc.integer({ min: 1, max: 200_000 })),
        risk: fc.integer({ min: 0, max: 1_000 }),
      }),
      { minLength: 1, maxLength: 300, size: 'max' },
    );
    const event = buildScanEvent();
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const dashboard = securityDashboard({ clock: createFakeClock() });
        for (const { latency, risk } of given) {
          const result = { ...event.result, latencyMs: latency, riskScore: risk / 1_000 };
          dashboard.onScan?.({ ...event, time: START, result });
        }
        const summary = await dashboard.summary();
        const latencies = given.map(({ latency }) => latency).sort((a, b) => a - b);
        const risks = given.map(({ risk }) => risk / 1_000).sort((a, b) => a - b);
        expectQuantiles(summary, latencies, risks);
        expectQuantiles({ ...summary, latency: summary.trend.at(-1)!.latency }, latencies, risks);
      }),
    );
  });

  it('is of the last 24 hours when nothing else is asked', async () => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    dashboard.onScan?.(buildScanEvent({ time: START - DAY + 1 }));
    dashboard.onScan?.(buildScanEvent({ time: START - DAY - HOUR }));
    expect((await dashboard.summary()).scans).toBe(1);
    expect((await dashboard.summary({ from: START - 2 * DAY })).scans).toBe(2);
  });

  it('takes a scan from a clock that is ahead as one of now', async () => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    dashboard.onScan?.(buildScanEvent({ time: START + 400 * DAY }));
    dashboard.onScan?.(buildScanEvent({ time: START - HOUR }));
    expect((await dashboard.summary()).scans).toBe(2);
  });

  it('orders threats, rules and sources by their number', async () => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    const add = (times: number, rule: string, threatType: string) => {
      for (let i = 0; i < times; i++) {
        const findings = [buildFinding({ rule, threatType }), buildFinding({ rule, threatType })];
        dashboard.onScan?.(buildScanEvent({ time: START, result: { findings, threatType } }));
      }
    };
    add(1, 'a/rare', 'jailbreak');
    add(3, 'b/frequent', 'injection');
    const { topThreats, topRules } = await dashboard.summary();
    expect(topThreats).toEqual([
      { threatType: 'injection', scans: 3, blocked: 3 },
      { threatType: 'jailbreak', scans: 1, blocked: 1 },
    ]);
    expect(topRules.map(({ rule, scans }) => [rule, scans])).toEqual([
      ['b/frequent', 3],
      ['a/rare', 1],
    ]);
  });

  it('counts names beyond their number as other', async () => {
    const dashboard = securityDashboard({ clock: createFakeClock(), maxRules: 2, maxThreatTypes: 8 });
    for (let n = 0; n < 20; n++) {
      const findings = [0, 1].map((i) => buildFinding({ rule: `made-up/${n}-${i}`, threatType: `threat ${n}` }));
      dashboard.onScan?.(buildScanEvent({ time: START, result: { scanId: buildScanId(n), findings } }));
    }
    const { topRules, topThreats, scans } = await dashboard.summary();
    expect(scans).toBe(20);
    // Both of a scan are `other` from the second on: it counts once.
    expect(topRules[0]).toEqual({ rule: 'other', scans: 19, blocked: 19 });
    expect(topRules).toHaveLength(3);
    expect(topThreats[0]).toEqual({ threatType: 'other', scans: 12, blocked: 12 });
    expect((await dashboard.summary({ threatType: 'other' })).scans).toBe(12);
  });

  it.each<[string, SummaryQuery]>([
    ['a range that ends before it begins', { from: 2, to: 1 }],
    ['an empty range', { from: 1, to: 1 }],
    ['a range of more than a year', { from: 0, to: START }],
    ['no number', { from: Number.NaN }],
    ['an unknown source', { source: 'elsewhere' as never }],
  ])('refuses %s', async (_case, query) => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    await expect(dashboard.summary(query)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('retention', () => {
  it('forgets minutes after hours, and hours after days', async () => {
    const clock = createFakeClock();
    const dashboard = securityDashboard({ clock, minuteRetentionHours: 2, hourRetentionDays: 2 });
    dashboard.onScan?.(buildScanEvent({ time: START }));
    clock.advance(30 * 60_000);
    expect((await dashboard.summary({ from: START - 60_000 })).stepMs).toBe(60_000);
    clock.advance(3 * HOUR);
    dashboard.onScan?.(buildScanEvent({ time: clock.now() }));
    const byHour = await dashboard.summary({ from: START - HOUR });
    expect([byHour.scans, byHour.stepMs]).toEqual([2, HOUR]);
    clock.advance(46 * HOUR);
    dashboard.onScan?.(buildScanEvent({ time: clock.now() }));
    expect((await dashboard.summary({ from: START - DAY })).scans).toBe(2);
  });

  it('counts a scan that comes late in its own minute', async () => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    for (const ago of [0, 5, 1, 5, 90, 5]) dashboard.onScan?.(buildScanEvent({ time: START - ago * 60_000 }));
    const { trend } = await dashboard.summary({ from: START - 2 * HOUR });
    const used = trend.filter(({ scans }) => scans > 0);
    expect(used.map(({ scans }) => scans)).toEqual([1, 3, 1, 1]);
  });
});

describe('memory', () => {
  it('has a bound, whatever names, sessions and texts come', async () => {
    const clock = createFakeClock();
    const dashboard = securityDashboard({ clock });
    const event = buildScanEvent();
    const add = (n: number) => {
      const rule = `made-up/${n}-${'x'.repeat(100)}`;
      const result = { ...event.result, scanId: buildScanId(n), action: 'block', threatType: rule } as const;
      const findings = [buildFinding({ rule, threatType: rule, message: `${n}${'m'.repeat(10_000)}` })];
      dashboard.onScan?.({
        ...event,
        time: clock.now(),
        text: `${n}${'t'.repeat(2_000)}`,
        context: { sessionId: `${n}${'s'.repeat(10_000)}`, userId: `${n}`, requestId: `${n}${'r'.repeat(10_000)}` },
        result: { ...result, findings },
      });
      clock.advance(1_000);
    };
    const before = usedMegabytes();
    for (let n = 0; n < 20_000; n++) add(n);
    // What is shown of the last ones is cut out of them when the loop turns.
    await new Promise((resolve) => setImmediate(resolve));
    // Five hours. By the minute some kilobytes are kept, and of a thousand events some hundred characters each.
    expect(usedMegabytes() - before).toBeLessThan(10);
    expect((await dashboard.summary()).scans).toBe(20_000);
  });
});

describe('sessions', () => {
  it.each([100, 3_000, 50_000])('of %i are counted within the error of the sketch', async (count) => {
    const dashboard = securityDashboard({ clock: createFakeClock() });
    const event = buildScanEvent();
    for (let n = 0; n < count; n++) {
      const time = START - 90 * 60_000 + Math.floor((n * 90) / count) * 60_000;
      dashboard.onScan?.({ ...event, time, context: { sessionId: `session-${n}-of-a-user` } });
    }
    const { sessions } = await dashboard.summary({ from: START - 2 * HOUR });
    // Three standard errors of the sketch.
    expect(Math.abs(sessions - count) / count).toBeLessThanOrEqual(count <= 3_000 ? 0.002 : 0.1);
  });
});
