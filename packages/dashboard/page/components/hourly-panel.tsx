import { useMemo } from 'preact/hooks';
import type { Summary } from '../../src/api.js';
import { StackedBars } from '../charts/stacked-bars.js';
import { formatExact } from '../format/numbers.js';
import { formatDay } from '../format/time.js';
import { plural } from '../format/words.js';
import { ChartPanel } from './chart-panel.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHADES = 6;

interface HourlyPanelProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
}

/** The rhythm of the day: bars for two days at most, days by hours for more. */
export function HourlyPanel({ data, heightPx }: HourlyPanelProps) {
  const hours = data?.hourly ?? [];
  const isLong = data !== undefined && data.to - data.from > 2 * DAY;
  const busiest = hours.reduce((most, hour) => (hour.scans > (most?.scans ?? 0) ? hour : most), hours[0]);
  return (
    <ChartPanel
      title="By hour"
      area="hourly"
      note={isLong ? 'scans, UTC' : 'scans'}
      summary={
        busiest === undefined
          ? 'No scans.'
          : `Busiest at ${new Date(busiest.time).toISOString().slice(0, 13)}:00 UTC with ${plural(busiest.scans, 'scan')}.`
      }
      table={() => ({
        columns: ['Scans', 'Blocked'],
        rows: hours.map(({ time, scans, blocked }) => ({
          span: { from: time, to: time + HOUR },
          values: [formatExact(scans), formatExact(blocked)],
        })),
      })}
      heightPx={heightPx}
      isEmpty={hours.length === 0 || data?.scans === 0}
    >
      {data && (isLong ? <HourGrid hours={hours} /> : <HourBars data={data} heightPx={heightPx} />)}
    </ChartPanel>
  );
}

function HourBars({ data, heightPx }: { readonly data: Summary; readonly heightPx: number }) {
  const { hourly } = data;
  const times = useMemo(() => hourly.map(({ time }) => time), [hourly]);
  const series = useMemo(
    () => [
      { name: 'Blocked', color: '--block', values: hourly.map(({ blocked }) => blocked) },
      { name: 'Others', color: '--allow', values: hourly.map(({ scans, blocked }) => scans - blocked) },
    ],
    [hourly],
  );
  const first = times[0] ?? data.from;
  const span = { from: Math.min(first, data.from), to: Math.max((times.at(-1) ?? first) + HOUR, data.to) };
  return <StackedBars times={times} series={series} span={span} heightPx={heightPx} />;
}

/** A row for each day, a column for each hour: what recurs shows as a stripe. */
function HourGrid({ hours }: { readonly hours: Summary['hourly'] }) {
  const max = Math.max(1, ...hours.map(({ scans }) => scans));
  const days = new Map<number, Map<number, Summary['hourly'][number]>>();
  for (const hour of hours) {
    const day = Math.floor(hour.time / DAY) * DAY;
    const row = days.get(day) ?? new Map();
    days.set(day, row.set((hour.time - day) / HOUR, hour));
  }
  const columns = Array.from({ length: 24 }, (_, hour) => hour);
  return (
    <div class="hour-grid" aria-hidden="true">
      {[...days].map(([day, row]) => (
        <div class="hour-row" key={day}>
          {/* Noon: the day in UTC is the same day nearly everywhere. */}
          <span class="hour-day">{formatDay(day + DAY / 2)}</span>
          {columns.map((hour) => {
            const { scans = 0, blocked = 0 } = row.get(hour) ?? {};
            const level = scans === 0 ? 0 : 1 + Math.floor((scans / max) * (SHADES - 1.001));
            const title = `${String(hour).padStart(2, '0')}:00 UTC: ${plural(scans, 'scan')}, ${blocked} blocked`;
            return <span class={`hour-cell shade-${level}`} title={title} key={hour} />;
          })}
        </div>
      ))}
      <div class="hour-row hour-axis">
        <span />
        {columns.map((hour) => (
          <span key={hour}>{hour % 6 === 0 ? hour : ''}</span>
        ))}
      </div>
    </div>
  );
}
