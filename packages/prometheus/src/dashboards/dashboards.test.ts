// The rules of Grafana's dashboard-linter, and that every query is one that Prometheus understands and the code answers.
import { describeWithServer, runTool } from '@llm-sentinel/servers';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { outputs } from '../outputs.js';
import { knownSeries } from '../rules/known-series.js';
import { parsePromql } from '../rules/promql.js';

interface Target {
  readonly expr: string;
  readonly refId: string;
  readonly datasource: { readonly uid: string };
}
interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: { readonly uid: string };
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly Target[];
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly editable: boolean;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly Record<string, unknown>[] };
  readonly panels: readonly Panel[];
}

const dashboards = [...outputs()]
  .filter(([path]) => path.startsWith('dashboards/'))
  .map(([path, text]) => [path, JSON.parse(text) as Dashboard] as const);
const charts = dashboards.flatMap(([path, { panels }]) =>
  panels.filter(({ type }) => type !== 'row').map((panel) => [`${path}: ${panel.title}`, panel] as const),
);
// As Grafana fills them in.
const filledIn = (expression: string) =>
  expression
    .replaceAll('$__rate_interval', '1m')
    .replaceAll('$__range', '6h')
    .replaceAll(/"\$(?:job|instance)"/g, '".+"');

describe.each(dashboards)('%s', (path, dashboard) => {
  it('is read only, of the schema of current releases, and called as its file', () => {
    expect(dashboard.editable).toBe(false);
    expect(dashboard.schemaVersion).toBe(42);
    expect(path).toBe(`dashboards/${dashboard.uid}.json`);
  });

  it('lets choose data source, job and instance', () => {
    const [datasource, job, instance] = dashboard.templating.list;
    expect(datasource).toMatchObject({
      name: 'datasource',
      label: 'Data source',
      type: 'datasource',
      query: 'prometheus',
    });
    const chooser = {
      type: 'query',
      datasource: { uid: '$' + '{datasource}' },
      multi: true,
      includeAll: true,
      allValue: '.+',
      refresh: 2,
    };
    expect(job).toMatchObject({ ...chooser, name: 'job', label: 'Job' });
    expect(instance).toMatchObject({ ...chooser, name: 'instance', label: 'Instance' });
  });

  it('has panels of different ids that do not overlap and fill their rows', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = new Set<string>();
    for (const {
      title,
      gridPos: { x, y, w, h },
    } of panels) {
      for (let column = x; column < x + w; column++) {
        for (let row = y; row < y + h; row++) {
          expect(cells.has(`${column} ${row}`), `${title} overlaps`).toBe(false);
          cells.add(`${column} ${row}`);
        }
      }
    }
    const height = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
    expect(cells.size).toBe(24 * height);
  });
});

describe.each(charts)('%s', (_name, { type, title, description, datasource, fieldConfig, targets = [] }) => {
  it('says what it shows', () => {
    expect(['timeseries', 'stat', 'gauge', 'heatmap', 'piechart', 'table']).toContain(type);
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^\S.*[.]$/);
    expect(fieldConfig?.defaults.unit).toMatch(/^[a-z]+$/);
    expect(datasource?.uid).toBe('$' + '{datasource}');
  });

  it('asks for series that exist, of what was chosen', () => {
    expect(targets.length).toBeGreaterThan(0);
    for (const { expr, datasource } of targets) {
      expect(datasource.uid).toBe('$' + '{datasource}');
      const { metrics } = parsePromql(filledIn(expr));
      expect(metrics.filter((metric) => !knownSeries.has(metric))).toEqual([]);
      const selectors = expr.match(/\{[^}]*\}/g) ?? [];
      expect(selectors.length).toBeGreaterThan(0);
      for (const selector of selectors) expect(selector).toMatch(/^\{job=~"\$job", instance=~"\$instance"/);
    }
  });

  it('takes rates of counters over what fits the zoom, or over a window that it names', () => {
    for (const { expr } of targets) {
      // A counter as it is says nothing; nor does a bucket.
      const bare = expr.replaceAll(/(?:rate|increase)\(\w+\{[^}]*\}\[[^\]]+\]\)/g, '');
      expect(bare).not.toMatch(/_(?:total|bucket|sum|count)\{/);
      for (const [, window = ''] of expr.matchAll(/\[([^\]]+)\]/g)) {
        expect(['$__rate_interval', '$__range', '1h', '6h']).toContain(window);
      }
    }
  });
});

describe('the overview', () => {
  it('has at least twelve panels, one for each question of the first minute', () => {
    const [, overview] = dashboards.find(([path]) => path.endsWith('overview.json')) ?? [];
    const titles = overview?.panels.filter(({ type }) => type !== 'row').map(({ title }) => title) ?? [];
    expect(titles.length).toBeGreaterThanOrEqual(12);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Scans per second',
        'Block rate',
        'Risk scores',
        'Threats by type',
        'Top rules',
        'Latency',
        'Error budgets',
        'Active sessions',
        'Personal data by entity',
        'Cache hit ratio',
        'Errors',
        'Adapter queues',
      ]),
    );
  });
});

describeWithServer('promtool', 'promtool', () => {
  it('understands every query', async () => {
    const rules = charts.flatMap(([, { targets = [] }]) =>
      targets.map(({ expr }, i) => ({ record: `query:${i}`, expr: filledIn(expr) })),
    );
    expect(rules.length).toBeGreaterThan(60);
    const file = stringify({ groups: [{ name: 'queries', rules }] });
    const { code, output } = await runTool('promtool', ['check', 'rules', '--lint=none', 'queries.yml'], {
      'queries.yml': file,
    });
    expect(output).toContain(`SUCCESS: ${rules.length} rules found`);
    expect(code).toBe(0);
  });
});
