import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import type { TrendPoint } from '../../src/api.js';
import { formatExact } from '../format/numbers.js';
import type { Span } from '../state/ranges.js';
import { timeAxis, valueAxis } from './axes.js';
import { colorOf } from './palette.js';

import { TimeChart } from './time-chart.js';

interface RiskHeatmapProps {
  readonly bins: readonly TrendPoint[];
  readonly binMs: number;
  readonly span: Span;
  readonly heightPx: number;
}

const LEVELS = 10;

/** How dark a cell is, 0 to 1: by the root, so that few risky scans are seen beside many harmless ones. */
function shade(count: number, max: number): number {
  return max === 0 ? 0 : Math.sqrt(count / max);
}

/** Scans by time and risk: a cloud at the bottom is everyday traffic, dots at the top are attacks. */
export function RiskHeatmap({ bins, binMs, span, heightPx }: RiskHeatmapProps) {
  const data = useMemo(
    () => [bins.map(({ time }) => time), bins.map(({ scans }) => scans)] as uPlot.AlignedData,
    [bins],
  );
  return (
    <TimeChart
      data={data}
      span={span}
      heightPx={heightPx}
      shape="risk"
      draw={(self) => drawCells(self, bins, binMs)}
      options={(spanNow) => ({
        y: { range: () => [0, 1] },
        axes: [
          timeAxis(spanNow),
          valueAxis({
            size: 46,
            splits: () => [0, 0.2, 0.4, 0.6, 0.8, 1],
            values: (_, splits) => splits.map((risk) => risk.toFixed(1)),
            grid: { show: false },
          }),
        ],
        series: [{}, { paths: () => null, points: { show: false } }],
      })}
      describe={(index) => {
        const bin = bins[index];
        if (bin === undefined) return undefined;
        const rows = bin.risk
          .map((count, level) => ({ name: `${level / LEVELS} – ${(level + 1) / LEVELS}`, count }))
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => ({ name, value: formatExact(count) }));
        return { time: bin.time, rows: rows.reverse() };
      }}
    />
  );
}

function drawCells(self: uPlot, bins: readonly TrendPoint[], binMs: number): void {
  const { ctx } = self;
  const max = Math.max(1, ...bins.flatMap(({ risk }) => risk));
  const [low, high] = [colorOf('--risk-low'), colorOf('--risk-high')];
  ctx.save();
  ctx.beginPath();
  ctx.rect(self.bbox.left, self.bbox.top, self.bbox.width, self.bbox.height);
  ctx.clip();
  for (const { time, risk } of bins) {
    const left = Math.round(self.valToPos(time, 'x', true));
    const right = Math.round(self.valToPos(time + binMs, 'x', true));
    for (const [level, count] of risk.entries()) {
      if (count === 0) continue;
      const top = Math.round(self.valToPos((level + 1) / LEVELS, 'y', true));
      const bottom = Math.round(self.valToPos(level / LEVELS, 'y', true));
      // What is likely an attack has a hue of its own, and even one of it must be seen.
      ctx.fillStyle = level < LEVELS / 2 ? low : high;
      ctx.globalAlpha = 0.14 + 0.86 * shade(count, max);
      ctx.fillRect(left, top, Math.max(1, right - left - 1), Math.max(1, bottom - top - 1));
    }
  }
  ctx.restore();
}
