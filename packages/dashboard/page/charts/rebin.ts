import type { TrendPoint } from '../../src/api.js';

/** How many points to put together so that at most `maxBins` bars remain: a divisor that people like. */
export function groupSize(points: number, maxBins: number): number {
  const needed = Math.ceil(points / Math.max(1, maxBins));
  return [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60].find((size) => size >= needed) ?? needed;
}

/** Puts `size` neighbours together, counted from the epoch, so that bars keep their place while the range moves on. */
export function rebin(points: readonly TrendPoint[], stepMs: number, size: number): readonly TrendPoint[] {
  if (size <= 1) return points;
  const wide = stepMs * size;
  const bins: TrendPoint[] = [];
  for (const point of points) {
    const time = Math.floor(point.time / wide) * wide;
    const last = bins.at(-1);
    if (last !== undefined && last.time === time) bins[bins.length - 1] = merge(last, point);
    else bins.push({ ...point, time });
  }
  return bins;
}

function merge(a: TrendPoint, b: TrendPoint): TrendPoint {
  const threats: Record<string, number> = { ...a.threats };
  for (const [type, count] of Object.entries(b.threats)) threats[type] = threatCount(a, type) + count;
  return {
    time: a.time,
    scans: a.scans + b.scans,
    blocked: a.blocked + b.blocked,
    flagged: a.flagged + b.flagged,
    redacted: a.redacted + b.redacted,
    errors: a.errors + b.errors,
    // Quantiles cannot be put together; the worst of them hides nothing.
    latency: {
      p50: worst(a.latency.p50, b.latency.p50),
      p95: worst(a.latency.p95, b.latency.p95),
      p99: worst(a.latency.p99, b.latency.p99),
    },
    risk: a.risk.map((count, index) => count + (b.risk[index] ?? 0)),
    threats,
  };
}

function worst(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Scans of a threat type. Custom types may be called like what every object has. */
export function threatCount({ threats }: Pick<TrendPoint, 'threats'>, type: string): number {
  return Object.hasOwn(threats, type) ? threats[type]! : 0;
}

/** Running sums from the first series up: what a chart of stacked series draws, the last one first. */
export function stack(series: readonly (readonly number[])[]): number[][] {
  const sums: number[][] = [];
  for (const values of series) {
    const below = sums.at(-1);
    sums.push(values.map((value, index) => value + (below?.[index] ?? 0)));
  }
  return sums;
}
