import type { Summary } from '../../src/api.js';
import { LatencyChart, QUANTILES } from '../charts/latency-chart.js';
import { formatLatency } from '../format/numbers.js';
import { ChartPanel } from './chart-panel.js';
import { Legend } from './legend.js';
import { useBins } from './use-bins.js';
import { useWidth } from './use-width.js';

interface LatencyPanelProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
}

export function LatencyPanel({ data, heightPx }: LatencyPanelProps) {
  const { ref, width } = useWidth<HTMLDivElement>(400);
  const { bins, binMs } = useBins(data, width);
  const measured = bins.filter(({ latency }) => latency.p50 !== null);
  return (
    <div class="area-latency panel-host" ref={ref}>
      <ChartPanel
        title="Latency"
        area="latency"
        note="of a scan"
        summary={QUANTILES.map(({ key }) => `${key} ${formatLatency(data?.latency[key] ?? null)}`).join(', ')}
        table={() => ({
          columns: QUANTILES.map(({ key }) => key),
          rows: measured.map(({ time, latency }) => ({
            span: { from: time, to: time + binMs },
            values: QUANTILES.map(({ key }) => formatLatency(latency[key])),
          })),
        })}
        heightPx={heightPx}
        isEmpty={measured.length === 0}
        legend={
          <Legend
            items={QUANTILES.map(({ key, color }) => ({
              name: key,
              color,
              value: formatLatency(data?.latency[key] ?? null),
            }))}
          />
        }
      >
        {data && <LatencyChart trend={bins} span={data} heightPx={heightPx} />}
      </ChartPanel>
    </div>
  );
}
