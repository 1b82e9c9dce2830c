import type { Action } from '@llm-sentinel/core';
import { columns, headline, pad, padStart } from './columns.js';
import type { Explanation } from './explain.js';
import type { LogLine } from './log-file.js';
import type { Check, Count, Mismatch, Quantiles, SourceRow, Summary } from './summary.js';

export interface RenderOptions {
  readonly color: boolean;
}

const WIDTH = 100;
const ACTIONS = ['allow', 'flag', 'redact', 'block'] as const satisfies readonly Action[];
const ACTION_COLOR: Readonly<Record<Action, number>> = { allow: 32, flag: 33, redact: 36, block: 31 };
const MISMATCHES_SHOWN = 12;
const TOP = 8;
const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;

type Paint = (code: number, text: string) => string;

const painter =
  (color: boolean): Paint =>
  (code, text) =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;

/** The summary for people: at most 100 columns wide. */
export function renderSummary(summary: Summary, { color }: RenderOptions): string {
  const paint = painter(color);
  const { scans, texts, rounds, version } = summary;
  const sections = [
    [
      paint(BOLD, `${count(scans)} scans of ${count(texts)} texts in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`),
      `  rules and model ${headline(version, 80)}`,
    ],
    verdicts(summary, paint),
    mismatches(summary.mismatches, paint),
    top(summary.threats, summary.rules, paint),
    bySource(summary.sources, paint),
    riskScores(summary.riskHistogram, paint),
    speed(summary, paint),
    explanations(summary.examples, paint),
    checks(summary.checks, paint),
  ];
  return sections.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n');
}

/** Lines of the log as a person wants to see them while trying things out. */
export function renderLog(lines: readonly LogLine[], { color }: RenderOptions): string {
  const paint = painter(color);
  return lines
    .map(({ timestamp, level, event, layer, risk_score, threat_type, findings }) => {
      const levelColor = level === 'warn' ? YELLOW : level === 'error' ? RED : GREEN;
      const start = `${paint(DIM, timestamp.slice(11, 23))} ${paint(levelColor, pad(level, 5))}`;
      const middle = `${pad(event, 24)} ${pad(layer.replace('_guard', ''), 9)} risk ${risk_score.toFixed(2)}`;
      const more = findings.length > 1 ? ` +${findings.length - 1}` : '';
      const found = threat_type === undefined ? '' : `${threat_type}: ${findings[0]?.rule ?? ''}${more}`;
      return `${start} ${middle}  ${headline(found, 36)}`.trimEnd();
    })
    .join('\n');
}

function verdicts({ actions, scans, blockRate, asExpected, texts, agreement }: Summary, paint: Paint): string[] {
  const agreed = `${count(asExpected)} of ${count(texts)} texts (${percent(agreement)})`;
  return [
    paint(BOLD, 'Verdicts'),
    ...ACTIONS.map((action) => {
      const amount = actions[action];
      const share = percent(amount / Math.max(1, scans));
      const bar = paint(ACTION_COLOR[action], barOf(amount, scans, 60));
      return `  ${pad(action, 8)}${padStart(count(amount), 8)}${padStart(share, 9)}  ${bar}`;
    }),
    `  block rate ${percent(blockRate)}; as a person expects: ${agreed}`,
  ];
}

function mismatches(all: readonly Mismatch[], paint: Paint): string[] {
  if (all.length === 0) return [`${paint(BOLD, 'Not as expected')}: none`];
  const shown = all.slice(0, MISMATCHES_SHOWN);
  const title = shown.length < all.length ? `${shown.length} of ${all.length}` : `${all.length}`;
  return [
    `${paint(BOLD, 'Not as expected')} (${title})`,
    ...shown.map(({ id, expected, actual, text }) => {
      const [wanted, given] = [expected, actual].map((action) => paint(ACTION_COLOR[action], pad(action, 6)));
      return `  ${pad(id, 12)} ${wanted} → ${given}  ${headline(text, 60)}`;
    }),
  ];
}

function top(threats: readonly Count[], rules: readonly Count[], paint: Paint): string[] {
  const rows = Math.max(Math.min(TOP, threats.length), Math.min(TOP, rules.length));
  const cell = (entry: Count | undefined, width: number) =>
    entry === undefined
      ? ' '.repeat(width + 8)
      : `${pad(headline(entry.name, width), width)}${padStart(count(entry.count), 8)}`;
  return [
    `${paint(BOLD, pad('Top threats (scans)', 36))}${paint(BOLD, 'Top rules (findings)')}`,
    ...Array.from({ length: rows }, (_, row) => {
      const left = row < TOP ? threats[row] : undefined;
      return `  ${cell(left, 20)}      ${cell(rules[row], 48)}`;
    }),
  ];
}

function bySource(rows: readonly SourceRow[], paint: Paint): string[] {
  const cells = (values: readonly string[]) => values.map((value) => padStart(value, 10)).join('');
  return [
    `${paint(BOLD, pad('By source', 14))}${paint(DIM, cells(['scans', ...ACTIONS, 'blocked']))}`,
    ...rows.map((row) => {
      const amounts = [row.scans, ...ACTIONS.map((action) => row[action])].map(count);
      return `  ${pad(row.source, 12)}${cells([...amounts, percent(row.block / Math.max(1, row.scans))])}`;
    }),
  ];
}

function riskScores(bins: readonly number[], paint: Paint): string[] {
  const highest = Math.max(1, ...bins);
  return [
    paint(BOLD, 'Risk score'),
    ...bins.map((amount, bin) => {
      const range = `${(bin / 10).toFixed(1)} – ${((bin + 1) / 10).toFixed(1)}`;
      const bar = paint(bin < 4 ? GREEN : bin < 7 ? YELLOW : RED, barOf(amount, highest, 60));
      return `  ${range}${padStart(count(amount), 8)}  ${bar}`;
    }),
  ];
}

function speed({ latency, rate }: Summary, paint: Paint): string[] {
  const cells = (values: readonly string[]) => values.map((value) => padStart(value, 10)).join('');
  const row = (name: string, { p50, p95, p99 }: Quantiles) =>
    `  ${pad(name, 40)}${cells([p50, p95, p99].map(milliseconds))}`;
  const [uncached, cached] = [rate.uncached, rate.cached].map((value) => count(Math.round(value)));
  return [
    `${paint(BOLD, pad('Latency of a scan in ms', 42))}${paint(DIM, cells(['p50', 'p95', 'p99']))}`,
    row('seen for the first time, process cold', latency.firstTime),
    ...(latency.fromCache === null ? [] : [row('seen before, from the cache', latency.fromCache)]),
    `  warm, one thread: ${uncached} scans per second without the cache, ${cached} with it`,
  ];
}

function explanations(examples: readonly Explanation[], paint: Paint): string[] {
  return [
    paint(BOLD, 'Some verdicts explained'),
    ...examples.flatMap((example, index) => [...(index === 0 ? [] : ['']), ...explanation(example, paint)]),
  ];
}

function explanation(example: Explanation, paint: Paint): string[] {
  const { id, source, action, riskScore, threatType, rule, score, message, decodedFrom, excerpt, carets, redacted } =
    example;
  const where = decodedFrom === undefined ? '' : `, found in ${decodedFrom.join(' in ')}`;
  return [
    `  ${id} (${source}): ${paint(ACTION_COLOR[action], action)}, ${threatType}, risk ${riskScore.toFixed(2)}`,
    `    ${excerpt}`,
    `    ${paint(RED, carets)}`,
    ...wrap(`${message} Rule ${rule}, score ${score.toFixed(2)}${where}.`, WIDTH - 4).map((line) => `    ${line}`),
    ...(redacted === undefined ? [] : ['    goes on as:', `    ${redacted}`]),
  ];
}

function checks(all: readonly Check[], paint: Paint): string[] {
  return [
    paint(BOLD, 'Checks'),
    ...all.flatMap(({ name, ok, detail }) => {
      const mark = ok ? paint(GREEN, 'ok  ') : paint(RED, 'FAIL');
      const [first = '', ...more] = wrap(`${name}: ${detail}`, WIDTH - 8);
      return [`  ${mark}  ${first}`, ...more.map((line) => `        ${line}`)];
    }),
  ];
}

/** Breaks at blanks; a word that is longer than a line is cut. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of headline(text, 10 * width).split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? headline(word, width) : `${line} ${word}`;
  }
  return [...lines, line];
}

/** At least one block for what is not nothing. */
function barOf(amount: number, whole: number, width: number): string {
  return amount === 0 ? '' : '█'.repeat(Math.max(1, Math.round((amount / Math.max(1, whole)) * width)));
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function milliseconds(value: number): string {
  return value.toFixed(3);
}
