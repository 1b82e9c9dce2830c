import type { Summary, TrendPoint } from '../../src/api.js';
import { formatCount, formatLatency, formatScore, formatShare } from '../format/numbers.js';

/** A figure at the head of the page. */
export interface TileKind {
  readonly name: string;
  readonly color: string;
  readonly value: (data: Summary) => number | null;
  readonly format: (value: number | null) => string;
  /** Of a point of the trend; absent where the trend does not tell. */
  readonly course?: (point: TrendPoint) => number | null;
  /** What to say where there is no course to draw. */
  readonly hint?: (data: Summary) => string;
  /** Whether more of it is bad, or says nothing by itself. */
  readonly isBad?: boolean;
  /** Which events it counts. */
  readonly action?: 'block' | 'flag';
}

export const TILE_KINDS: readonly TileKind[] = [
  {
    name: 'Scans',
    color: '--accent',
    value: ({ scans }) => scans,
    format: (value) => formatCount(value ?? 0),
    course: ({ scans }) => scans,
  },
  {
    name: 'Blocked',
    color: '--block',
    value: ({ blocked }) => blocked,
    format: (value) => formatCount(value ?? 0),
    course: ({ blocked }) => blocked,
    isBad: true,
    action: 'block',
  },
  {
    name: 'Block rate',
    color: '--block',
    value: ({ blockRate }) => blockRate,
    format: formatShare,
    course: ({ scans, blocked }) => (scans === 0 ? null : blocked / scans),
    isBad: true,
  },
  {
    name: 'Flagged',
    color: '--flag',
    value: ({ flagged }) => flagged,
    format: (value) => formatCount(value ?? 0),
    course: ({ flagged }) => flagged,
    isBad: true,
    action: 'flag',
  },
  {
    name: 'Sessions',
    color: '--accent',
    value: ({ sessions }) => sessions,
    format: (value) => formatCount(value ?? 0),
    hint: ({ scans, sessions }) => (sessions === 0 ? '' : `${formatCount(Math.round(scans / sessions))} scans each`),
  },
  {
    name: 'Risk p95',
    color: '--risk-high',
    value: ({ risk }) => risk.p95,
    format: formatScore,
    course: ({ risk }) => quantileOfBins(risk, 0.95),
    isBad: true,
  },
  {
    name: 'Latency p99',
    color: '--latency-p99',
    value: ({ latency }) => latency.p99,
    format: formatLatency,
    course: ({ latency }) => latency.p99,
    isBad: true,
  },
];

/** The middle of the bin in which the quantile lies: near enough for a line without a scale. */
function quantileOfBins(counts: readonly number[], quantile: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let rest = total * quantile;
  const bin = counts.findIndex((count) => {
    rest -= count;
    return rest <= 0;
  });
  return total === 0 || bin < 0 ? null : (bin + 0.5) / counts.length;
}
