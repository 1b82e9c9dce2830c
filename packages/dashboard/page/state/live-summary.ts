import type { Summary, TrendPoint } from '../../src/api.js';

const COUNTS = ['scans', 'blocked', 'flagged', 'redacted', 'errors'] as const;

/**
 * The summary with the newest minute put in its place. The range moves on with the clock, and counts follow; what cannot be
 * told from a minute, such as quantiles and ranks, stays until the summary is asked for again.
 *
 * Only for steps of a minute: longer ones cannot take a minute in. A point from before the range leaves it as it is.
 */
export function withPoint(summary: Summary, point: TrendPoint): Summary {
  const { trend, stepMs } = summary;
  if (stepMs !== 60_000 || point.time < summary.from) return summary;
  const kept = trend.filter(({ time }) => time !== point.time);
  const index = kept.findIndex(({ time }) => time > point.time);
  kept.splice(index < 0 ? kept.length : index, 0, point);
  const to = Math.max(summary.to, point.time + stepMs);
  const from = summary.from + (to - summary.to);
  const inside = fillGaps(kept, stepMs).filter(({ time }) => time >= from);
  const counts = Object.fromEntries(
    COUNTS.map((name) => [name, Math.max(0, summary[name] + sum(inside, name) - sum(trend, name))]),
  ) as Record<(typeof COUNTS)[number], number>;
  const blockRate = counts.scans === 0 ? null : Math.min(1, counts.blocked / counts.scans);
  return { ...summary, ...counts, from, to, blockRate, trend: inside };
}

/** Minutes in which nothing happened are not sent, but drawn. */
function fillGaps(points: readonly TrendPoint[], stepMs: number): TrendPoint[] {
  const filled: TrendPoint[] = [];
  for (const point of points) {
    const last = filled.at(-1);
    if (last !== undefined) {
      // Bounded: a clock that jumped by years must not fill the memory.
      const from = Math.max(last.time + stepMs, point.time - 360 * stepMs);
      for (let time = from; time < point.time; time += stepMs) filled.push(emptyPoint(time));
    }
    filled.push(point);
  }
  return filled;
}

function emptyPoint(time: number): TrendPoint {
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
  };
}

function sum(points: readonly TrendPoint[], name: (typeof COUNTS)[number]): number {
  return points.reduce((total, point) => total + point[name], 0);
}
