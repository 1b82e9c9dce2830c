import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import type { TrendPoint } from '../../src/api.js';
import { formatLatency } from '../format/numbers.js';
import type { Span } from '../state/ranges.js';
import { timeAxis, valueAxis } from './axes.js';
import { colorOf } from './palette.js';
import { TimeChart } from './time-chart.js';

/** From the fastest up; widths tell them apart without colour. */
export const QUANTILES = [
  { key: 'p50', color: '--latency-p50', width: 1.25 },
  { key: 'p95', color: '--latency-p95', width: 1.75 },
  { key: 'p99', color: '--latency-p99', width: 2.25 },
] as const;

interface LatencyChartProps {
  readonly trend: readonly TrendPoint[];
  readonly span: Span;
  readonly heightPx: number;
}

/** Quantiles of the time of a scan, on a logarithmic scale: a slow scan takes a thousand times as long as a fast one. */
export function LatencyChart({ trend, span, heightPx }: LatencyChartProps) {
  const data = useMemo(
    () =>
      [
        trend.map(({ time }) => time),
        // A logarithm has no place for nothing at all.
        ...QUANTILES.map(({ key }) => trend.map(({ latency }) => latency[key] || null)),
      ] as uPlot.AlignedData,
    [trend],
  );
  return (
    <TimeChart
      data={data}
      span={span}
      heightPx={heightPx}
      shape="latency"
      options={(spanNow) => ({
        y: { distr: 3, range: wholeDecades },
        axes: [
          timeAxis(spanNow),
          valueAxis({
            size: 54,
            splits: decades,
            // Not every other one, as logarithmic scales have it by themselves.
            filter: (_, splits) => splits,
            values: (_, splits) => splits.map(formatLatency),
          }),
        ],
        series: [
          {},
          ...QUANTILES.map(({ key, color, width }) => ({
            label: key,
            stroke: colorOf(color),
            width,
            // A point between two gaps has no line; a dot shows it.
            points: { size: 3, fill: colorOf(color) },
          })),
        ],
      })}
      describe={(index) => {
        const point = trend[index];
        if (point === undefined) return undefined;
        const rows = QUANTILES.map(({ key, color }) => ({
          name: key,
          color,
          value: formatLatency(point.latency[key]),
        }));
        return { time: point.time, rows: rows.reverse() };
      }}
    />
  );
}

function wholeDecades(_: uPlot, min: number | null, max: number | null): [number, number] {
  const low = 10 ** Math.floor(Math.log10(min ?? 0.01));
  const high = 10 ** Math.ceil(Math.log10(max ?? 1));
  return low < high ? [low, high] : [low, low * 10];
}

/** The grid of a logarithmic scale has a line for each tenfold; more would only be noise. */
function decades(_: uPlot, __: number, min: number, max: number): number[] {
  const first = Math.round(Math.log10(min));
  const last = Math.round(Math.log10(max));
  return Array.from({ length: last - first + 1 }, (_value, index) => 10 ** (first + index));
}
