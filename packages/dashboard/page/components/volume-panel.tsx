import { useMemo } from 'preact/hooks';
import type { Summary } from '../../src/api.js';
import type { Marker } from '../charts/markers.js';
import { type BarSeries, StackedBars } from '../charts/stacked-bars.js';
import { formatCount, formatShare } from '../format/numbers.js';
import { plural } from '../format/words.js';
import { alerts, look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { ChartPanel } from './chart-panel.js';
import { Legend } from './legend.js';
import { seriesTable } from './series-table.js';
import { useBins } from './use-bins.js';
import { useWidth } from './use-width.js';

interface VolumePanelProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
}

/** All scans by what was done with them, and when alerts began to fire. A click lists the events of one action. */
export function VolumePanel({ data, heightPx }: VolumePanelProps) {
  const { action: chosen } = useStore(view);
  const fired = useFired(data);
  const { ref, width } = useWidth<HTMLDivElement>(800);
  const { bins, binMs, times } = useBins(data, width);
  const series = useMemo<readonly (BarSeries & { readonly action?: 'block' | 'redact' | 'flag' })[]>(
    () => [
      { name: 'Blocked', action: 'block', color: '--block', values: bins.map(({ blocked }) => blocked) },
      { name: 'Redacted', action: 'redact', color: '--redact', values: bins.map(({ redacted }) => redacted) },
      { name: 'Flagged', action: 'flag', color: '--flag', values: bins.map(({ flagged }) => flagged) },
      {
        name: 'Allowed',
        color: '--allow',
        values: bins.map(({ scans, blocked, redacted, flagged }) => Math.max(0, scans - blocked - redacted - flagged)),
      },
    ],
    [bins],
  );
  const total = ({ values }: BarSeries) => values.reduce((sum, value) => sum + value, 0);
  return (
    <div class="area-volume panel-host" ref={ref}>
      <ChartPanel
        title="Scans"
        area="volume"
        note={<>per {stepName(binMs)}</>}
        summary={`${plural(data?.scans ?? 0, 'scan')}, of which ${data?.blocked} were blocked (${formatShare(data?.blockRate ?? null)}), ${data?.redacted} redacted and ${data?.flagged} flagged. ${plural(fired.length, 'alert')} began to fire.`}
        table={() => seriesTable(bins, binMs, series)}
        heightPx={heightPx}
        isEmpty={data?.scans === 0}
        legend={
          <Legend
            items={series.map(({ action, ...one }) => ({
              name: one.name,
              color: one.color,
              value: formatCount(total(one)),
              ...(action !== undefined && {
                onClick: () => look({ action: chosen === action ? undefined : action }),
                isOn: chosen === action,
              }),
            }))}
          />
        }
      >
        {data && <StackedBars times={times} series={series} span={data} heightPx={heightPx} markers={fired} />}
      </ChartPanel>
    </div>
  );
}

/** What began to fire in the range, as marks on a chart. */
function useFired(data: Summary | undefined): readonly Marker[] {
  const { data: shown } = useStore(alerts);
  return useMemo(() => {
    const { from, to } = data ?? { from: 0, to: 0 };
    return (shown?.history ?? [])
      .filter(({ event, time }) => event === 'fired' && from <= time && time < to)
      .map(({ time, severity }) => ({
        time,
        color: severity === 'warning' || severity === 'info' ? '--flag' : '--block',
      }));
  }, [shown, data?.from, data?.to]);
}

/** `5 min`, `1 h`: how long a bar is. */
function stepName(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 60) return minutes === 1 ? 'minute' : `${minutes} min`;
  return minutes === 60 ? 'hour' : minutes % 1440 === 0 ? `${minutes / 1440} d` : `${Math.round(minutes / 6) / 10} h`;
}
