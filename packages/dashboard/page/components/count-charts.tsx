import { useMemo } from 'preact/hooks';
import type { Summary, TrendPoint } from '../../src/api.js';
import type { Marker } from '../charts/markers.js';
import { threatColor } from '../charts/palette.js';
import { threatCount } from '../charts/rebin.js';
import { RiskHeatmap } from '../charts/risk-heatmap.js';
import { type BarSeries, StackedBars } from '../charts/stacked-bars.js';
import { formatCount, formatExact, formatShare } from '../format/numbers.js';
import { plural, threatName } from '../format/words.js';
import { alerts, look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { ChartPanel } from './chart-panel.js';
import { Legend } from './legend.js';
import { useBins } from './use-bins.js';
import { useWidth } from './use-width.js';

const MAX_TYPES = 7;

function tableOf(bins: readonly TrendPoint[], binMs: number, series: readonly BarSeries[]) {
  return {
    columns: series.map(({ name }) => name),
    rows: bins.map(({ time }, index) => ({
      span: { from: time, to: time + binMs },
      values: series.map(({ values }) => formatExact(values[index] ?? 0)),
    })),
  };
}

interface CountChartProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
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

/** All scans by what was done with them, and when alerts began to fire. A click lists the events of one action. */
export function VolumeChart({ data, heightPx }: CountChartProps) {
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
        table={() => tableOf(bins, binMs, series)}
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

/** `5 min`, `1 h`: how long a bar is. */
function stepName(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 60) return minutes === 1 ? 'minute' : `${minutes} min`;
  return minutes === 60 ? 'hour' : minutes % 1440 === 0 ? `${minutes / 1440} d` : `${Math.round(minutes / 6) / 10} h`;
}

/** Scans in which a threat was found, by its type. A click looks at one type only. */
export function ThreatChart({ data, heightPx }: CountChartProps) {
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
        table={() => tableOf(bins, binMs, series)}
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

/** Where in the scale of risk scans lie, over time. */
export function RiskChart({ data, heightPx }: CountChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>(400);
  const { bins, binMs } = useBins(data, width);
  const risky = bins.reduce((sum, { risk }) => sum + risk.slice(5).reduce((some, count) => some + count, 0), 0);
  return (
    <div class="area-risk panel-host" ref={ref}>
      <ChartPanel
        title="Risk"
        area="risk"
        note="scans by score"
        summary={`${plural(risky, 'scan')} with a risk of 0.5 or more.`}
        table={() => ({
          columns: ['0 – 0.5', '0.5 – 0.7', '0.7 – 0.9', '0.9 – 1'],
          rows: bins.map(({ time, risk }) => ({
            span: { from: time, to: time + binMs },
            values: [risk.slice(0, 5), risk.slice(5, 7), risk.slice(7, 9), risk.slice(9)].map((levels) =>
              formatExact(levels.reduce((sum, count) => sum + count, 0)),
            ),
          })),
        })}
        heightPx={heightPx}
        isEmpty={data?.scans === 0}
        legend={
          <Legend
            items={[
              { name: 'Below 0.5', color: '--risk-low', value: formatCount((data?.scans ?? 0) - risky) },
              { name: '0.5 and more', color: '--risk-high', value: formatCount(risky) },
            ]}
          />
        }
      >
        {data && <RiskHeatmap bins={bins} binMs={binMs} span={data} heightPx={heightPx} />}
      </ChartPanel>
    </div>
  );
}
