import fc from 'fast-check';
import type { RecentEvent, Summary, TrendPoint } from '../../src/api.js';

export const MINUTE = 60_000;

export function buildPoint(time: number, counts: Partial<TrendPoint> = {}): TrendPoint {
  return {
    time,
    scans: 0,
    blocked: 0,
    flagged: 0,
    redacted: 0,
    errors: 0,
    latency: { p50: null, p95: null, p99: null },
    risk: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    threats: {},
    ...counts,
  };
}

export function buildEvent(scanId: string, own: Partial<RecentEvent> = {}): RecentEvent {
  return {
    scanId,
    time: 0,
    action: 'block',
    threatType: 'injection',
    severity: 'high',
    riskScore: 0.9,
    source: 'user',
    latencyMs: 0.1,
    inputLength: 10,
    findings: [],
    ...own,
  };
}

const count = fc.nat({ max: 1_000 });

/** Minutes in a row, in which anything may have happened. Some types are called as what every object has. */
export const arbitraryTrend = fc
  .array(
    fc.record({
      allowed: count,
      blocked: count,
      flagged: count,
      redacted: count,
      errors: count,
      risk: fc.array(count, { minLength: 10, maxLength: 10 }),
      p95: fc.option(fc.double({ min: 0.001, max: 100, noNaN: true })),
      threats: fc.dictionary(fc.constantFrom('injection', 'pii', 'constructor', 'toString'), fc.nat({ max: 100 })),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((minutes) =>
    minutes.map(({ allowed, blocked, flagged, redacted, errors, risk, p95, threats }, index) =>
      buildPoint((28_000_000 + index) * MINUTE, {
        scans: allowed + blocked + flagged + redacted,
        blocked,
        flagged,
        redacted,
        errors,
        risk,
        latency: { p50: p95, p95, p99: p95 },
        threats,
      }),
    ),
  );

const COUNTS = ['scans', 'blocked', 'flagged', 'redacted', 'errors'] as const;

export function sumsOf(points: readonly TrendPoint[]): Record<(typeof COUNTS)[number], number> {
  const sum = (name: (typeof COUNTS)[number]) => points.reduce((total, point) => total + point[name], 0);
  return Object.fromEntries(COUNTS.map((name) => [name, sum(name)])) as Record<(typeof COUNTS)[number], number>;
}

/** The summary that a server would make of a trend. */
export function buildSummary(trend: readonly TrendPoint[]): Summary {
  const sums = sumsOf(trend);
  return {
    from: trend[0]!.time,
    to: trend.at(-1)!.time + MINUTE,
    ...sums,
    blockRate: sums.scans === 0 ? null : sums.blocked / sums.scans,
    sessions: 0,
    risk: { p50: null, p95: null, p99: null, average: null },
    latency: { p50: null, p95: null, p99: null, max: null },
    topThreats: [],
    topRules: [],
    sources: [],
    trend,
    stepMs: MINUTE,
    hourly: [],
  };
}
