import type { TrendPoint } from '../../src/api.js';
import type { BarSeries } from '../charts/stacked-bars.js';
import { formatExact } from '../format/numbers.js';
import type { ChartTable } from './chart-panel.js';

/** The figures of stacked bars. */
export function seriesTable(bins: readonly TrendPoint[], binMs: number, series: readonly BarSeries[]): ChartTable {
  return {
    columns: series.map(({ name }) => name),
    rows: bins.map(({ time }, index) => ({
      span: { from: time, to: time + binMs },
      values: series.map(({ values }) => formatExact(values[index] ?? 0)),
    })),
  };
}
