import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as gauge from '@grafana/grafana-foundation-sdk/gauge';
import * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import type { DashboardSpec, PanelSpec, Query, Thresholds } from './panel.js';

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana, which it fills in.
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };
const TAG = 'llm-sentinel';

/** The JSON that Grafana loads, of a dashboard described as data. */
export function buildDashboard({ name, title, description, rows }: DashboardSpec): dashboard.Dashboard {
  const builder = new dashboard.DashboardBuilder(title)
    .uid(name)
    .description(description)
    .tags([TAG])
    .readonly()
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .timezone('browser')
    .link(
      new dashboard.DashboardLinkBuilder('LLM Sentinel')
        .type(dashboard.DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(true)
        .keepTime(true)
        .includeVars(true),
    )
    .withVariable(new dashboard.DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withVariable(labelVariable('job', 'Job', 'label_values(sentinel_build_info, job)'))
    .withVariable(labelVariable('instance', 'Instance', 'label_values(sentinel_build_info{job=~"$job"}, instance)'));
  // Links to a panel name its id, so it must not depend on how Grafana counts.
  let id = 1;
  for (const row of rows) {
    builder.withRow(new dashboard.RowBuilder(row.title).id(id++));
    for (const spec of row.panels) builder.withPanel(buildPanel(spec, id++));
  }
  return builder.build();
}

function labelVariable(name: string, label: string, query: string) {
  return new dashboard.QueryVariableBuilder(name)
    .label(label)
    .datasource(DATASOURCE)
    .query({ query, refId: `${name}-values` })
    .definition(query)
    .multi(true)
    .includeAll(true)
    .allValue('.+')
    .current({ selected: true, text: 'All', value: '$__all' })
    .refresh(dashboard.VariableRefresh.OnTimeRangeChanged)
    .sort(dashboard.VariableSort.AlphabeticalAsc);
}

function buildPanel(spec: PanelSpec, id: number): Builder<dashboard.Panel> {
  return panelOf(spec).id(id);
}

function panelOf(spec: PanelSpec) {
  switch (spec.kind) {
    case 'timeseries':
      return timeseriesPanel(spec);
    case 'stat':
      return withCommon(new stat.PanelBuilder(), spec)
        .reduceOptions(lastNotNull())
        .colorMode(common.BigValueColorMode.Value)
        .graphMode(common.BigValueGraphMode.Area);
    case 'gauge':
      return withCommon(new gauge.PanelBuilder(), spec).reduceOptions(lastNotNull()).min(0);
    case 'heatmap':
      return withCommon(new heatmap.PanelBuilder(), spec)
        .calculate(false)
        .cellGap(1)
        .color(
          new heatmap.HeatmapColorOptionsBuilder().mode(heatmap.HeatmapColorMode.Scheme).scheme('Oranges').steps(64),
        )
        .yAxis(new heatmap.YAxisConfigBuilder().unit(spec.unit));
    case 'piechart':
      return withCommon(new piechart.PanelBuilder(), spec)
        .pieType(piechart.PieChartType.Donut)
        .reduceOptions(lastNotNull())
        .legend(
          new piechart.PieChartLegendOptionsBuilder()
            .displayMode(common.LegendDisplayMode.Table)
            .placement(common.LegendPlacement.Right)
            .showLegend(true)
            .values([piechart.PieChartLegendValues.Value, piechart.PieChartLegendValues.Percent]),
        );
    case 'table':
      return withCommon(new table.PanelBuilder(), spec)
        .withTransformation({
          id: 'organize',
          options: { excludeByName: { Time: true }, renameByName: { Value: 'count' } },
        })
        .sortBy([new common.TableSortByFieldStateBuilder().displayName('count').desc(true)]);
  }
}

function timeseriesPanel(spec: PanelSpec) {
  const panel = withCommon(new timeseries.PanelBuilder(), spec)
    .min(0)
    .lineWidth(1)
    .fillOpacity(spec.stacked ? 40 : 10)
    .showPoints(common.VisibilityMode.Never)
    .legend(
      new common.VizLegendOptionsBuilder()
        .displayMode(common.LegendDisplayMode.List)
        .placement(common.LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    )
    .tooltip(
      new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending),
    );
  if (spec.stacked) panel.stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal));
  if (spec.thresholds)
    panel.thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed));
  return panel;
}

/** The methods that the builders of all kinds share. */
interface AnyPanelBuilder<Self> {
  title(title: string): Self;
  description(description: string): Self;
  unit(unit: string): Self;
  datasource(datasource: typeof DATASOURCE): Self;
  span(width: number): Self;
  height(height: number): Self;
  max(max: number): Self;
  decimals(decimals: number): Self;
  thresholds(thresholds: dashboard.ThresholdsConfigBuilder): Self;
  noValue(text: string): Self;
  mappings(mappings: dashboard.ValueMapping[]): Self;
  overrideByName(name: string, properties: dashboard.DynamicConfigValue[]): Self;
  withTarget(target: Builder<Dataquery>): Self;
}

function withCommon<Panel extends AnyPanelBuilder<Panel>>(panel: Panel, spec: PanelSpec): Panel {
  panel
    .title(spec.title)
    .description(spec.description)
    .unit(spec.unit)
    .datasource(DATASOURCE)
    .span(spec.width)
    .height(spec.height ?? 8)
    .noValue('–')
    .thresholds(thresholdsOf(spec.thresholds ?? [[null, 'green']]));
  if (spec.max !== undefined) panel.max(spec.max);
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.words !== undefined) panel.mappings([wordsOf(spec.words)]);
  for (const [name, color] of Object.entries(spec.colors ?? {})) {
    panel.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor: color } }]);
  }
  for (const [i, query] of spec.queries.entries()) panel.withTarget(buildQuery(spec, query, i));
  return panel;
}

function wordsOf(words: Readonly<Record<string, string>>): dashboard.ValueMap {
  const options = Object.fromEntries(Object.entries(words).map(([value, text], index) => [value, { text, index }]));
  return { type: dashboard.MappingType.ValueToText, options };
}

function thresholdsOf(steps: Thresholds): dashboard.ThresholdsConfigBuilder {
  return new dashboard.ThresholdsConfigBuilder()
    .mode(dashboard.ThresholdsMode.Absolute)
    .steps(steps.map(([value, color]) => ({ value, color })));
}

function buildQuery({ kind }: PanelSpec, { expr, legend = '__auto' }: Query, i: number): Builder<Dataquery> {
  const query = new prometheus.DataqueryBuilder()
    .datasource(DATASOURCE)
    .refId(String.fromCharCode('A'.charCodeAt(0) + i))
    .expr(expr)
    .legendFormat(legend);
  if (kind === 'heatmap') return query.format(prometheus.PromQueryFormat.Heatmap).legendFormat('{{le}}').range();
  if (kind === 'table') return query.format(prometheus.PromQueryFormat.Table).instant();
  return kind === 'piechart' ? query.instant() : query.range();
}

function lastNotNull() {
  return new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false);
}
