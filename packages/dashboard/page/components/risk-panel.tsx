import type { Summary } from '../../src/api.js';
import { RiskHeatmap } from '../charts/risk-heatmap.js';
import { formatCount, formatExact } from '../format/numbers.js';
import { plural } from '../format/words.js';
import { ChartPanel } from './chart-panel.js';
import { Legend } from './legend.js';
import { useBins } from './use-bins.js';
import { useWidth } from './use-width.js';

interface RiskPanelProps {
  readonly data: Summary | undefined;
  readonly heightPx: number;
}

/** Where in the scale of risk scans lie, over time. */
export function RiskPanel({ data, heightPx }: RiskPanelProps) {
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
