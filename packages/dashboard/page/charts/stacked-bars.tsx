import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import { formatCount, formatExact } from '../format/numbers.js';
import type { Span } from '../state/ranges.js';
import { fromZero, timeAxis, valueAxis } from './axes.js';
import { drawMarkers, type Marker } from './markers.js';
import { colorOf } from './palette.js';
import { stack } from './rebin.js';
import { TimeChart } from './time-chart.js';

export interface BarSeries {
  readonly name: string;
  /** A custom property. */
  readonly color: string;
  readonly values: readonly number[];
}

interface StackedBarsProps {
  readonly times: readonly number[];
  /** The lowest first. */
  readonly series: readonly BarSeries[];
  readonly span: Span;
  readonly heightPx: number;
  readonly markers?: readonly Marker[];
}

// Nobody scans half a text.
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((zeros) => [1, 2, 5].map((digit) => digit * 10 ** zeros));

const NONE: readonly Marker[] = [];

const bars = uPlot.paths.bars!({ size: [0.84, 28], align: 1, gap: 1 });

/** Counts over time. What matters most is at the bottom, where its height can be compared. */
export function StackedBars({ times, series, span, heightPx, markers = NONE }: StackedBarsProps) {
  // A bar drawn over the ones below it shows only its own part: the highest comes first.
  const data = useMemo(
    () => [[...times], ...stack(series.map(({ values }) => values)).reverse()] as uPlot.AlignedData,
    [times, series],
  );
  return (
    <TimeChart
      data={data}
      span={span}
      heightPx={heightPx}
      draw={(self) => drawMarkers(self, markers)}
      drawn={markers}
      shape={series.map(({ name, color }) => name + color).join('\n')}
      options={(spanNow) => ({
        y: { range: fromZero },
        axes: [
          timeAxis(spanNow),
          valueAxis({
            incrs: WHOLE_STEPS,
            values: (_, splits) => splits.map(formatCount),
          }),
        ],
        series: [
          {},
          ...[...series].reverse().map(({ name, color }) => ({
            label: name,
            fill: colorOf(color),
            width: 0,
            points: { show: false },
            paths: bars,
          })),
        ],
      })}
      describe={(index) => {
        const time = times[index];
        if (time === undefined) return undefined;
        const rows = series.map(({ name, color, values }) => ({ name, color, value: formatExact(values[index] ?? 0) }));
        return { time, rows: rows.reverse() };
      }}
    />
  );
}
