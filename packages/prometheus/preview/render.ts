// Draws each dashboard as it would look after a busy afternoon: a simulated history, stored in a real Prometheus, asked by the
// queries of the dashboards, drawn as SVG into docs/images. Run with: pnpm --filter @llm-sentinel/prometheus preview
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool, startPrometheus } from '@llm-sentinel/servers';
import { type Box, gauge, heatmap, pie, type Style, stat, table, text, timeseries } from './chart.js';
import { historyOf } from './history.js';
import { askInstant, askRange, type Range } from './values.js';

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  readonly fieldConfig?: {
    readonly overrides: readonly {
      readonly matcher: { readonly options: string };
      readonly properties: readonly { readonly value: { readonly fixedColor: string } }[];
    }[];
    readonly defaults: {
      readonly mappings?: readonly { readonly options: Readonly<Record<string, { readonly text: string }>> }[];
      readonly unit: string;
      readonly max?: number;
      readonly thresholds: { readonly steps: Style['thresholds'] };
      readonly custom?: { readonly stacking?: { readonly mode: string }; readonly thresholdsStyle?: unknown };
    };
  };
}

const WIDTH = 1_600;
const COLUMN = WIDTH / 24;
const ROW = 30;
const STEP = 180;
const HEADER = 56;

const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const dashboards = fileURLToPath(new URL('../dashboards/', import.meta.url));
// A fixed day, so that the pictures change only when the dashboards do.
const end = Date.UTC(2026, 5, 17, 16, 0, 0);
const range: Range = { start: end / 1_000 - 6 * 3_600, end: end / 1_000, step: STEP };
const times = Array.from({ length: (range.end - range.start) / STEP + 1 }, (_, i) => range.start + i * STEP);

const data = mkdtempSync(join(tmpdir(), 'sentinel-preview-'));
try {
  const history = [await historyOf('app-1:9464', 1, end), await historyOf('app-2:9464', 2, end), '# EOF\n'].join('\n');
  const blocks = await runTool('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', 'history.txt', data], {
    'history.txt': history,
  });
  if (blocks.code !== 0) throw new Error(blocks.output);
  const server = await startPrometheus({ config: 'scrape_configs: []\n', data });
  try {
    mkdirSync(images, { recursive: true });
    for (const file of readdirSync(dashboards)) {
      const { title, panels } = JSON.parse(readFileSync(join(dashboards, file), 'utf8')) as {
        title: string;
        panels: Panel[];
      };
      const name = `dashboard-${file.replace(/^llm-sentinel-(.*)\.json$/, '$1')}.svg`;
      writeFileSync(join(images, name), await draw(title, panels, server.url));
      console.log(`Wrote docs/images/${name}`);
    }
  } finally {
    await server.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function draw(title: string, panels: readonly Panel[], url: string): Promise<string> {
  const drawn: string[] = [];
  for (const panel of panels) drawn.push(await drawPanel(panel, url));
  const height = HEADER + ROW * Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h)) + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<rect width="${WIDTH}" height="${height}" fill="#111217"/>`,
    text(16, 36, title, 'fill="#fff" font-size="20" font-weight="500"'),
    text(WIDTH - 16, 34, 'Job: All · Instance: All · Last 6 hours', 'fill="#8e8e9a" font-size="13" text-anchor="end"'),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

async function drawPanel({ type, title, gridPos, targets = [], fieldConfig }: Panel, url: string): Promise<string> {
  const frame = {
    x: gridPos.x * COLUMN + 6,
    y: HEADER + gridPos.y * ROW,
    width: gridPos.w * COLUMN - 12,
    height: gridPos.h * ROW - 8,
  };
  if (type === 'row')
    return text(frame.x + 6, frame.y + 19, `▾ ${title}`, 'fill="#ccccdc" font-size="15" font-weight="500"');
  const box: Box = { x: frame.x + 4, y: frame.y + 30, width: frame.width - 8, height: frame.height - 34 };
  const defaults = fieldConfig?.defaults;
  const style: Style = {
    unit: defaults?.unit ?? 'short',
    stacked: defaults?.custom?.stacking?.mode === 'normal',
    max: defaults?.max,
    thresholds: defaults?.thresholds.steps ?? [],
    colors: Object.fromEntries(
      (fieldConfig?.overrides ?? []).map(({ matcher, properties }) => [
        matcher.options,
        properties[0]?.value.fixedColor ?? '',
      ]),
    ),
    words: Object.fromEntries(
      (defaults?.mappings ?? []).flatMap(({ options }) =>
        Object.entries(options).map(([value, { text }]) => [value, text]),
      ),
    ),
  };
  return [
    `<rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" rx="3" fill="#181b1f" stroke="#25272d"/>`,
    text(frame.x + 12, frame.y + 21, title, 'fill="#d8d9e0" font-size="13.5" font-weight="500"'),
    await drawChart(type, box, style, targets, url),
  ].join('');
}

async function drawChart(
  type: string,
  box: Box,
  style: Style,
  targets: NonNullable<Panel['targets']>,
  url: string,
): Promise<string> {
  const queries = targets.map(({ expr, legendFormat }) => ({ expr: filledIn(expr), legend: legendFormat }));
  if (type === 'piechart' || type === 'table') {
    const answers = await Promise.all(queries.map(({ expr, legend }) => askInstant(url, expr, legend, range.end)));
    return type === 'piechart' ? pie(box, answers.flat()) : table(box, answers.flat());
  }
  const answers = await Promise.all(queries.map(({ expr, legend }) => askRange(url, expr, legend, range)));
  const lines = answers.flat();
  if (type === 'stat') return stat(box, lines, style);
  if (type === 'gauge') return gauge(box, lines, style);
  if (type === 'heatmap') return heatmap(box, lines, style, times);
  return timeseries(box, lines, style, times);
}

/** The variables, as Grafana fills them in for all jobs and instances. A minute between scrapes asks for four at least. */
function filledIn(expression: string): string {
  return expression
    .replaceAll('$__rate_interval', '4m')
    .replaceAll('$__range', '6h')
    .replaceAll(/"\$(?:job|instance)"/g, '".+"');
}
