import type uPlot from 'uplot';
import { formatClock, formatDay } from '../format/time.js';
import type { Span } from '../state/ranges.js';
import { colorOf } from './palette.js';

const DAY = 86_400_000;
const FONT = '11px Inter, ui-sans-serif, system-ui, sans-serif';

/** Times of day, and days where a day begins. */
export function timeAxis(span: () => Span): uPlot.Axis {
  return {
    ...axis(),
    space: 64,
    size: 28,
    grid: { show: false },
    values: (_, splits) => splits.map((time) => labelOf(time, span())),
  };
}

/** Midnight, and every tick of a range of weeks, is a day; all else a time of day. */
function labelOf(time: number, { from, to }: Span): string {
  const isMidnight = formatClock(time) === '00:00';
  if (isMidnight && to - from > DAY / 2) return formatDay(time);
  return to - from > 8 * DAY ? formatDay(time) : formatClock(time);
}

/** Of whatever a chart measures, upwards. */
export function valueAxis(own: Partial<uPlot.Axis>): uPlot.Axis {
  return {
    ...axis(),
    size: 46,
    space: 34,
    grid: { stroke: colorOf('--chart-grid'), width: 1 },
    ...own,
  };
}

function axis(): uPlot.Axis {
  return { stroke: colorOf('--text-3'), font: FONT, ticks: { show: false }, gap: 6 };
}

/** From nothing to a little above the highest value; never flat, so that an empty chart has an axis too. */
export function fromZero(_: uPlot, __: number, max: number | null): [number, number] {
  return [0, Math.max(4, (max ?? 0) * 1.08)];
}
