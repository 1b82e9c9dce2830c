import { useMemo } from 'preact/hooks';
import type { Summary } from '../../src/api.js';
import { threatColor } from '../charts/palette.js';
import { threatCount } from '../charts/rebin.js';
import { type BarSeries, StackedBars } from '../charts/stacked-bars.js';
import { formatCount } from '../format/numbers.js';
import { threatName } from '../format/words.js';
import { look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { ChartPanel } from './chart-panel.js';
import { Legend } from './legend.js';
import { seriesTable } from './series-table.js';
import { useBins } from './use-bins.js';
import { useWidth } from './use-width.js';

const MAX_TYPES = 7;

interface ThreatPanelProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
}

/** Scans in which a threat was found, by its type. A click looks at one type only. */
export function ThreatPanel({ data, heightPx }: ThreatPanelProps) {
  const { threatType } = useStore(view);
  const { ref, width } = useWidth<HTMLDivElement>(400);
  const { bins, binMs, times } = useBins(data, width);
  const types = useMemo(() => rankTypes(data), [data]);
  const series = useMemo<BarSeries[]>(
    () =>
      types.map(({ type }) => ({
        name: threatName(type),
        color: threatColor(type),
        values: bins.map((bin) => threatCount(bin, type)),
      })),
    [types, bins],
  );
  const toggle = (type: string) => look({ threatType: type === threatType ? undefined : type });
  const [first] = types;
  return (
    <div class="area-threats panel-host" ref={ref}>
      <ChartPanel
        title="Threats by type"
        area="threats"
        summary={
          first === undefined
            ? 'No threats.'
            : `Most often ${threatName(first.type)}: ${types.map(({ type, count }) => `${threatName(type)} ${count}`).join(', ')}.`
        }
        table={() => seriesTable(bins, binMs, series)}
        heightPx={heightPx}
        isEmpty={types.length === 0}
        legend={
          <Legend
            items={types.map(({ type, count }) => ({
              name: threatName(type),
              color: threatColor(type),
              value: formatCount(count),
              onClick: () => toggle(type),
              isOn: type === threatType,
            }))}
          />
        }
      >
        {data && <StackedBars times={times} series={series} span={data} heightPx={heightPx} />}
      </ChartPanel>
    </div>
  );
}

/** The most frequent types first. */
function rankTypes(data: Summary | undefined): readonly { readonly type: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { threats } of data?.trend ?? []) {
    for (const [type, count] of Object.entries(threats)) counts.set(type, (counts.get(type) ?? 0) + count);
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
    .slice(0, MAX_TYPES);
}
