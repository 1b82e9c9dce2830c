import pico from 'picocolors';
import { type BarRow, barRows } from './bar-rows.js';
import { sparkline } from './bars.js';
import { beside, box, innerWidth } from './box.js';
import { NOTHING, showCount, showDuration, showLatency, showRisk, showShare, showTime } from './figures.js';
import type { Paint } from './paint.js';
import { fit, padEnd, safeText, widthOf } from './safe-text.js';
import type { DashboardView } from './view.js';

/** How wide to draw, and whether in colour. */
export interface DrawOptions {
  /** Columns, 30 to 200; others count as the nearest of these. @default 80 */
  readonly width?: number;
  /** Colours, as ANSI escape sequences. @default false */
  readonly color?: boolean;
}

/** A block of the view: its title, and its lines for a number of columns. */
interface Block {
  readonly title: string;
  readonly lines: (width: number) => readonly string[];
}

const MIN_WIDTH = 30;
/** From here on blocks stand in pairs. */
const TWO_COLUMNS = 96;
const MAX_WIDTH = 200;
const TOP = 6;
const HOURS = 12;

/** Draws a view of the dashboard as lines of text. Whatever names are in it, it holds no control characters but colours. */
export function drawDashboard(view: DashboardView, options: DrawOptions = {}): string {
  const width = Math.min(Math.max(Math.floor(options.width ?? 80), MIN_WIDTH), MAX_WIDTH);
  const paint = pico.createColors(options.color ?? false);
  const framed = ({ title, lines }: Block) => box(title, lines(innerWidth(width)), width, paint.dim);
  const rows = [...headLines(view, width, paint), ...framed(trafficBlock(view, paint))];
  const [threats, rules, hours, sources] = blocksOfBars(view, paint);
  if (width < TWO_COLUMNS) rows.push(...[threats, rules, hours, sources].flatMap(framed));
  else rows.push(...pair(threats, rules, width, paint), ...pair(hours, sources, width, paint));
  if (view.alerts !== null && view.alerts.firing.length > 0) rows.push(...framed(alertsBlock(view, paint)));
  if (view.events.length > 0) rows.push(...framed(eventsBlock(view, paint)));
  return `${rows.join('\n')}\n`;
}

function headLines({ title, summary, health }: DashboardView, width: number, paint: Paint): readonly string[] {
  const mark = { ok: paint.green('● ok'), degraded: paint.yellow('● degraded'), failed: paint.red('● failed') };
  const status = mark[health.status];
  const name = fit(safeText(title), width - widthOf(status) - 1);
  const { from, to } = summary;
  const range = `${showTime(from, true)} – ${showTime(to, to - from > 86_400_000)} UTC`;
  const broken = [...health.engines, ...health.adapters, ...health.parts].filter((part) => part.status !== 'ok');
  return [
    `${padEnd(paint.bold(name), width - widthOf(status))}${status}`,
    paint.dim(fit(range, width)),
    ...broken.map((part) => {
      const detail = 'detail' in part && part.detail !== undefined ? `: ${part.detail}` : '';
      return paint.yellow(fit(safeText(`! ${part.name} ${part.status}${detail}`), width));
    }),
  ];
}

function trafficBlock({ summary }: DashboardView, paint: Paint): Block {
  const { scans, blocked, blockRate, flagged, redacted, errors, sessions, risk, latency, trend, stepMs } = summary;
  return {
    title: 'Scans',
    lines(width) {
      const figures = [
        ['total', showCount(scans)],
        ['blocked', paint.red(`${showCount(blocked)} (${showShare(blockRate)})`)],
        ['flagged', paint.yellow(showCount(flagged))],
        ['redacted', paint.cyan(showCount(redacted))],
        ['errors', errors > 0 ? paint.red(showCount(errors)) : showCount(errors)],
        ['sessions', showCount(sessions)],
      ] as const;
      const scansLine = trend.map((point) => point.scans);
      const blockedLine = trend.map((point) => point.blocked);
      return [
        ...flow(
          figures.map(([name, value]) => `${paint.dim(name)} ${paint.bold(value)}`),
          width,
        ),
        ...flow(
          [
            `${paint.dim('risk average')} ${showRisk(risk.average)}`,
            `${paint.dim('p95')} ${showRisk(risk.p95)}`,
            `${paint.dim('latency p50')} ${showLatency(latency.p50)}`,
            `${paint.dim('p95')} ${showLatency(latency.p95)}`,
            `${paint.dim('p99')} ${showLatency(latency.p99)}`,
          ],
          width,
        ),
        '',
        paint.dim(fit(`scans, and of them blocked, by ${showDuration(stepMs)}`, width)),
        paint.cyan(sparkline(scansLine, width)),
        paint.red(sparkline(blockedLine, width)),
      ];
    },
  };
}

function blocksOfBars({ summary }: DashboardView, paint: Paint): [Block, Block, Block, Block] {
  const { topThreats, topRules, sources } = summary;
  const hours = summary.hourly.slice(-HOURS);
  const withDay = new Set(hours.map(({ time }) => new Date(time).getUTCDate())).size > 1;
  const block = (title: string, rowsOf: (width: number) => readonly BarRow[]): Block => ({
    title,
    lines: (width) => barRows(rowsOf(width), width, paint),
  });
  return [
    block('Top threats', () =>
      topThreats.slice(0, TOP).map(({ threatType, ...row }) => ({ name: threatType, ...row })),
    ),
    block('Top rules', () => topRules.slice(0, TOP).map(({ rule, ...row }) => ({ name: rule, ...row }))),
    block('Hourly (UTC)', (width) =>
      hours.map(({ time, ...row }) => ({ name: showTime(time, withDay && width >= MIN_WIDTH), ...row })),
    ),
    block('Sources', () => sources.map(({ source, ...row }) => ({ name: source, ...row }))),
  ];
}

/** Two frames of the same height side by side. */
function pair(left: Block, right: Block, width: number, paint: Paint): string[] {
  const columns = [Math.floor((width - 1) / 2), Math.ceil((width - 1) / 2)] as const;
  const [leftLines, rightLines] = [left.lines(innerWidth(columns[0])), right.lines(innerWidth(columns[1]))];
  const height = Math.max(leftLines.length, rightLines.length);
  const filled = (lines: readonly string[]) => [...lines, ...new Array<string>(height - lines.length).fill('')];
  return beside(
    box(left.title, filled(leftLines), columns[0], paint.dim),
    box(right.title, filled(rightLines), columns[1], paint.dim),
    columns[0],
  );
}

function alertsBlock({ alerts }: DashboardView, paint: Paint): Block {
  const colors = { info: paint.cyan, warning: paint.yellow, error: paint.red, critical: paint.red };
  const firing = alerts?.firing ?? [];
  return {
    title: 'Alerts',
    lines: (width) => [
      ...firing.slice(0, TOP).map(({ severity, title, acknowledged, silenced }) => {
        const state = silenced ? ' (silenced)' : acknowledged ? ' (acknowledged)' : '';
        return colors[severity](fit(safeText(`${severity}: ${title}${state}`), width));
      }),
      ...(firing.length > TOP ? [paint.dim(`and ${showCount(firing.length - TOP)} more`)] : []),
    ],
  };
}

function eventsBlock({ events }: DashboardView, paint: Paint): Block {
  const colors = { allow: paint.dim, flag: paint.yellow, redact: paint.cyan, block: paint.red };
  return {
    title: 'Recent events',
    lines: (width) =>
      events.map(({ time, action, threatType, riskScore, source, findings }) => {
        const seconds = new Date(time).toISOString().slice(11, 19);
        const rest = [threatType ?? NOTHING, showRisk(riskScore), source, findings[0]?.rule ?? ''].join('  ');
        const room = width - widthOf(seconds) - 10;
        return `${paint.dim(seconds)}  ${colors[action](padEnd(action, 6))}  ${fit(safeText(rest), room)}`;
      }),
  };
}

/** Puts parts on as few lines as they need. */
function flow(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 3 + widthOf(part) <= width) lines[lines.length - 1] = `${last}   ${part}`;
    else lines.push(part);
  }
  return lines;
}
