import type { Quantiles, Summary, SummaryQuery, TrendPoint } from '../api.js';
import { addFigures } from './bucket.js';
import { type Cell, createCell, SOURCES, sourceOfKey, threatOfKey } from './cell.js';
import { countDistinct } from './distinct.js';
import { gridOf } from './grid.js';
import { binAtShare, latencyOfBin, RISK_BINS, riskOfBin } from './latency-bins.js';
import { HOUR_MS, MINUTE_MS, type TimeSeries } from './time-series.js';

const TOP_RULES = 20;
const RISK_BINS_OF_POINT = 10;

/** A query whose parts are known to be right. */
export interface CheckedQuery extends SummaryQuery {
  readonly from: number;
  readonly to: number;
}

interface Pair {
  scans: number;
  blocked: number;
}

/** Sums of the scans of a range. The range is widened to whole steps of the trend. */
export function summarise(series: TimeSeries, query: CheckedQuery, now: number): Summary {
  const grid = gridOf(series, query, now);
  const total = createCell();
  const points = new Map<number, { cell: Cell; threats: Map<number, number> }>();
  const hours = new Map<number, Pair>();
  const threats = new Map<number, Pair>();
  const sources = new Map<number, Pair>();
  const isWanted = filterOf(series, query);

  grid.ring.read(grid.from, grid.to, (start, key, counts) => {
    if (!isWanted(key)) return null;
    const point = entryOf(points, Math.floor(start / grid.stepMs) * grid.stepMs, newPoint);
    const threat = threatOfKey(key);
    if (threat > 0) {
      point.threats.set(threat, (point.threats.get(threat) ?? 0) + counts.scans);
      addPair(entryOf(threats, threat, newPair), counts);
    }
    addPair(entryOf(sources, sourceOfKey(key), newPair), counts);
    addPair(entryOf(hours, Math.floor(start / HOUR_MS) * HOUR_MS, newPair), counts);
    return { figures: point.cell, details: total };
  });
  for (const { cell } of points.values()) addFigures(total, cell);

  const threatName = (threat: number) => series.threats.nameOf(threat - 1);
  return {
    from: grid.from,
    to: grid.to,
    ...countsOf(total),
    blockRate: total.scans === 0 ? null : total.blocked / total.scans,
    sessions: countDistinct(total.sessions),
    risk: {
      ...quantiles(total.risk, total.scans, riskOfBin),
      average: total.scans === 0 ? null : total.riskSum / total.scans,
    },
    latency: { ...latencyQuantiles(total), max: total.scans === 0 ? null : total.latencyMax },
    topThreats: ranked(threats).map(([threat, pair]) => ({ threatType: threatName(threat), ...pair })),
    topRules: ranked(total.rules)
      .slice(0, TOP_RULES)
      .map(([rule, { scans, blocked }]) => ({ rule: series.rules.nameOf(rule), scans, blocked })),
    sources: ranked(sources).map(([source, pair]) => ({ source: SOURCES[source] ?? 'user', ...pair })),
    trend: stepsOf(grid.from, grid.to, grid.stepMs).map((time) => {
      const { cell, threats: found } = points.get(time) ?? newPoint();
      return pointOf(time, cell, Object.fromEntries([...found].map(([threat, scans]) => [threatName(threat), scans])));
    }),
    stepMs: grid.stepMs,
    hourly: stepsOf(Math.floor(grid.from / HOUR_MS) * HOUR_MS, grid.to, HOUR_MS).map((time) => ({
      time,
      ...(hours.get(time) ?? newPair()),
    })),
  };
}

/** The minute of a time, as a point of a trend. */
export function minutePoint(series: TimeSeries, time: number): TrendPoint {
  const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
  const { cell, threats } = newPoint();
  series.minutes.read(start, start + MINUTE_MS, (_start, key, { scans }) => {
    const threat = threatOfKey(key);
    if (threat > 0) threats.set(threat, (threats.get(threat) ?? 0) + scans);
    return { figures: cell, details: null };
  });
  return pointOf(
    start,
    cell,
    Object.fromEntries([...threats].map(([threat, scans]) => [series.threats.nameOf(threat - 1), scans])),
  );
}

function filterOf(series: TimeSeries, { threatType, source }: SummaryQuery): (key: number) => boolean {
  const threat = threatType === undefined ? undefined : series.threats.find(threatType) + 1;
  const wanted = source === undefined ? undefined : SOURCES.indexOf(source);
  // 0 would be the scans without a threat: of a name never seen there are none.
  if (threat === 0) return () => false;
  return (key) =>
    (threat === undefined || threatOfKey(key) === threat) && (wanted === undefined || sourceOfKey(key) === wanted);
}

function pointOf(time: number, cell: Cell, threats: Record<string, number>): TrendPoint {
  const risk = new Array<number>(RISK_BINS_OF_POINT).fill(0);
  cell.risk.forEach((count, bin) => {
    risk[Math.floor((bin * RISK_BINS_OF_POINT) / RISK_BINS)]! += count;
  });
  return { time, ...countsOf(cell), latency: latencyQuantiles(cell), risk, threats };
}

function countsOf({ scans, blocked, flagged, redacted, errors }: Cell) {
  return { scans, blocked, flagged, redacted, errors };
}

function latencyQuantiles({ latency, scans, latencyMax }: Cell): Quantiles {
  // The middle of the last bin may be beyond the largest value.
  return quantiles(latency, scans, (bin) => Math.min(latencyOfBin(bin), latencyMax));
}

function quantiles(counts: Uint32Array, total: number, ofBin: (bin: number) => number): Quantiles {
  const at = (share: number) => (total === 0 ? null : ofBin(binAtShare(counts, total, share)));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The most frequent first; of equals the one first seen. */
function ranked(pairs: ReadonlyMap<number, Pair>): [number, Pair][] {
  return [...pairs].sort(([a, { scans: ofA }], [b, { scans: ofB }]) => ofB - ofA || a - b);
}

function stepsOf(from: number, to: number, stepMs: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / stepMs)) }, (_, i) => from + i * stepMs);
}

function newPair(): Pair {
  return { scans: 0, blocked: 0 };
}

function newPoint(): { cell: Cell; threats: Map<number, number> } {
  return { cell: createCell(), threats: new Map() };
}

function addPair(target: Pair, { scans, blocked }: Pair): void {
  target.scans += scans;
  target.blocked += blocked;
}

function entryOf<Value>(map: Map<number, Value>, key: number, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
