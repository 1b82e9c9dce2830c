import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import { look } from '../state/app.js';
import { type Span, zoomTo } from '../state/ranges.js';
import { useStore } from '../state/store.js';
import { theme } from '../state/theme.js';
import { Tooltip, type TooltipRow } from './tooltip.js';

export interface ChartOptions {
  readonly series: uPlot.Series[];
  readonly axes: uPlot.Axis[];
  readonly y: uPlot.Scale;
}

export interface TimeChartProps {
  /** Milliseconds first, then a list for each series. */
  readonly data: uPlot.AlignedData;
  readonly span: Span;
  /** What is particular to this chart. Made anew when the theme or `shape` changes. */
  readonly options: (span: () => Span) => ChartOptions;
  /** Whatever must make the chart anew, as a text: its series. */
  readonly shape: string;
  /** At least; a panel with more room is filled. */
  readonly heightPx: number;
  /** Draws what no series can. */
  readonly draw?: (self: uPlot) => void;
  /** Draws again when this is another one, though the data are the same. */
  readonly drawn?: unknown;
  /** What to say of the point under the cursor. */
  readonly describe: (index: number) => { readonly time: number; readonly rows: readonly TooltipRow[] } | undefined;
}

/** What all charts over time have in common. */
const BASE: Partial<uPlot.Options> = {
  ms: 1,
  padding: [8, 18, 0, 0],
  legend: { show: false },
  cursor: {
    y: false,
    points: { show: false },
    drag: { x: true, y: false, setScale: false },
    sync: { key: 'time', scales: ['x', null] },
  },
};

interface Pointer {
  readonly index: number;
  readonly left: number;
}

/** A chart over time whose cursor the others share, and on which a range can be dragged. Says nothing to screen readers. */
export function TimeChart({ data, span, options, shape, heightPx, draw, drawn, describe }: TimeChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>();
  // The chart outlives what it was made with.
  const latest = useRef({ span, draw });
  latest.current = { span, draw };
  const [pointer, setPointer] = useState<Pointer>();
  const colors = useStore(theme);

  // New data follows by setData, without making the chart anew.
  useEffect(() => {
    const element = host.current!;
    const spanNow = () => latest.current.span;
    const { series, axes, y } = options(spanNow);
    const made = new uPlot(
      {
        ...BASE,
        series,
        axes,
        scales: { x: { time: true, range: () => [spanNow().from, spanNow().to] }, y },
        width: element.clientWidth,
        height: element.clientHeight,
        hooks: {
          setCursor: [(self) => setPointer(pointerOf(self))],
          setSelect: [zoom],
          draw: [(self) => latest.current.draw?.(self)],
        },
      },
      data,
      element,
    );
    chart.current = made;
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = undefined;
    };
  }, [colors, shape]);

  useEffect(() => chart.current?.setData(data), [data]);
  useEffect(() => chart.current?.redraw(false), [drawn]);

  const described = pointer === undefined ? undefined : describe(pointer.index);
  return (
    <div class="chart" aria-hidden="true" ref={host} style={{ minHeight: `${heightPx}px` }}>
      {pointer !== undefined && described !== undefined && (
        <Tooltip left={pointer.left} width={chart.current?.width ?? 0} {...described} />
      )}
    </div>
  );
}

/** Where the pointer is, when it is on this chart and not on one whose cursor moves this one's. */
function pointerOf({ cursor, over }: uPlot): Pointer | undefined {
  const { idx, left = -1 } = cursor;
  if (idx === null || idx === undefined || left < 0 || !over.matches(':hover')) return undefined;
  return { index: idx, left: left + over.offsetLeft };
}

function zoom(self: uPlot): void {
  const { left, width } = self.select;
  if (width === 0) return;
  const range = zoomTo(self.posToVal(left, 'x'), self.posToVal(left + width, 'x'));
  self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (range !== undefined) look({ range });
}
