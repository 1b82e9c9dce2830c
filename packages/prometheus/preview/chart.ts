import { inUnit, type Line } from './values.js';

/** Where a drawing goes, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly unit: string;
  readonly stacked: boolean;
  readonly max?: number | undefined;
  /** Colours of lines by their name. */
  readonly colors: Readonly<Record<string, string>>;
  /** Words in place of numbers. */
  readonly words: Readonly<Record<string, string>>;
  readonly thresholds: readonly { readonly value: number | null; readonly color: string }[];
}

// The classic palette of Grafana.
const PALETTE = [
  '#73BF69',
  '#F2CC0C',
  '#8AB8FF',
  '#FF780A',
  '#F2495C',
  '#5794F2',
  '#B877D9',
  '#37872D',
  '#FADE2A',
  '#96D98D',
];
const NAMED: Readonly<Record<string, string>> = {
  green: '#73BF69',
  yellow: '#F2CC0C',
  orange: '#FF9830',
  red: '#F2495C',
  blue: '#8AB8FF',
  purple: '#B877D9',
};
const TEXT = '#ccccdc';
const FAINT = '#8e8e9a';
const GRID = '#2c2f36';

export function text(x: number, y: number, content: string, attributes = ''): string {
  const escaped = content.replace(/[<&>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${round(x)}" y="${round(y)}" ${attributes || `fill="${TEXT}" font-size="11"`}>${escaped}</text>`;
}

export function timeseries(box: Box, lines: readonly Line[], style: Style, times: readonly number[]): string {
  const legendHeight = legendRows(box, lines).length * 15;
  const plot = { x: box.x + 62, y: box.y + 6, width: box.width - 72, height: box.height - 28 - legendHeight };
  const shown = style.stacked ? stack(lines) : lines.map(({ values }) => ({ top: values, bottom: null }));
  const limits = style.thresholds.flatMap(({ value }) => value ?? []);
  const highest = Math.max(...shown.flatMap(({ top }) => top.map((value) => value ?? 0)));
  const nearby = limits.filter((limit) => limit <= highest * 2);
  const base = style.unit === 'bytes' ? 1024 : 1_000;
  const { max, step } = scale(style.max ?? Math.max(highest * 1.05, ...nearby.map((limit) => limit * 1.05)), base);
  const xOf = (i: number) => plot.x + (plot.width * i) / Math.max(1, times.length - 1);
  const yOf = (value: number) => plot.y + plot.height * (1 - Math.min(value, max) / max);

  if (lines.length === 0)
    return text(
      box.x + box.width / 2,
      box.y + box.height / 2,
      'No data',
      `fill="${FAINT}" font-size="13" text-anchor="middle"`,
    );
  const parts: string[] = [];
  for (let value = 0; value <= max * 1.001; value += step) {
    parts.push(`<path d="M${plot.x} ${round(yOf(value))}h${plot.width}" stroke="${GRID}"/>`);
    parts.push(
      text(plot.x - 6, yOf(value) + 3.5, inUnit(value, style.unit), `fill="${FAINT}" font-size="10" text-anchor="end"`),
    );
  }
  parts.push(...timeAxis(plot, times));
  for (const { value, color } of style.thresholds) {
    if (value === null || value > max) continue;
    parts.push(
      `<path d="M${plot.x} ${round(yOf(value))}h${plot.width}" stroke="${NAMED[color]}" stroke-dasharray="6 5" opacity=".8"/>`,
    );
  }
  shown.forEach(({ top, bottom }, n) => {
    const color = colorOf(lines, n, style);
    for (const run of runs(top)) {
      const upper = run.map((i) => `${round(xOf(i))} ${round(yOf(top[i] ?? 0))}`);
      const lower = [...run].reverse().map((i) => `${round(xOf(i))} ${round(yOf(bottom?.[i] ?? 0))}`);
      parts.push(
        `<path d="M${[...upper, ...lower].join('L')}Z" fill="${color}" opacity="${style.stacked ? 0.4 : 0.08}"/>`,
      );
      parts.push(`<path d="M${upper.join('L')}" fill="none" stroke="${color}" stroke-width="1.3"/>`);
    }
  });
  return parts.join('') + legend(box, lines, style);
}

export function heatmap(box: Box, lines: readonly Line[], style: Style, times: readonly number[]): string {
  const bounds = lines.map(({ name }) => ({ name, bound: name === '+Inf' ? Number.POSITIVE_INFINITY : Number(name) }));
  const order = bounds.map((_, i) => i).sort((a, b) => (bounds[a]?.bound ?? 0) - (bounds[b]?.bound ?? 0));
  const plot = { x: box.x + 62, y: box.y + 6, width: box.width - 72, height: box.height - 28 };
  // Buckets are cumulative: what is in one is what is not in the one below.
  const rows = order.map((line, n) =>
    times.map((_, i) => {
      const below = n === 0 ? 0 : (lines[order[n - 1] ?? 0]?.values[i] ?? 0);
      return Math.max(0, (lines[line]?.values[i] ?? 0) - below);
    }),
  );
  const highest = Math.max(1e-9, ...rows.flat());
  const [width, height] = [plot.width / times.length, plot.height / Math.max(1, rows.length)];
  const parts = rows.flatMap((row, n) => {
    const y = plot.y + plot.height - (n + 1) * height;
    return row.map((value, i) => {
      if (value < highest / 500) return '';
      const depth = (value / highest) ** 0.45;
      const color = `hsl(${Math.round(32 - depth * 14)} 95% ${Math.round(18 + depth * 52)}%)`;
      return `<rect x="${round(plot.x + i * width)}" y="${round(y)}" width="${round(width + 0.2)}" height="${round(height - 1)}" fill="${color}"/>`;
    });
  });
  order.forEach((line, n) => {
    const bound = bounds[line];
    const label = bound === undefined || !Number.isFinite(bound.bound) ? '+Inf' : inUnit(bound.bound, style.unit);
    parts.push(
      text(
        plot.x - 6,
        plot.y + plot.height - n * height - height + 9,
        label,
        `fill="${FAINT}" font-size="10" text-anchor="end"`,
      ),
    );
  });
  return parts.join('') + timeAxis(plot, times).join('');
}

export function stat(box: Box, lines: readonly Line[], style: Style): string {
  const count = Math.max(1, lines.length);
  const width = box.width / count;
  const shown = lines.length > 0 ? lines : [{ name: '', values: [null] }];
  return shown
    .map(({ name, values }, n) => {
      const last = values.findLast((value) => value !== null) ?? null;
      const color = thresholdColor(last, style);
      const left = box.x + n * width;
      const numbers = values.map((value) => value ?? 0);
      const highest = Math.max(1e-9, ...numbers);
      const xOf = (i: number) => left + 8 + ((width - 16) * i) / Math.max(1, numbers.length - 1);
      const bottom = box.y + box.height - 4;
      const points = numbers.map(
        (value, i) => `${round(xOf(i))} ${round(bottom - (value / highest) * box.height * 0.3)}`,
      );
      const spark = `<path d="M${round(xOf(0))} ${bottom}L${points.join('L')}L${round(xOf(numbers.length - 1))} ${bottom}Z" fill="${color}" opacity=".18"/>`;
      const size = Math.min(34, (width - 16) / Math.max(4, shownAs(last, style).length) / 0.56);
      const middle = left + width / 2;
      const title =
        lines.length > 1 ? text(middle, box.y + 20, name, `fill="${TEXT}" font-size="12" text-anchor="middle"`) : '';
      const label = text(
        middle,
        box.y + box.height * 0.58,
        shownAs(last, style),
        `fill="${color}" font-size="${round(size)}" font-weight="600" text-anchor="middle"`,
      );
      return spark + title + label;
    })
    .join('');
}

export function gauge(box: Box, lines: readonly Line[], style: Style): string {
  const last = lines[0]?.values.findLast((value) => value !== null) ?? null;
  const max = style.max ?? 1;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height * 0.78];
  const radius = Math.min(box.width / 2.3, box.height * 0.62);
  const point = (share: number, r: number) => {
    const angle = Math.PI * (1 - share);
    return `${round(cx + r * Math.cos(angle))} ${round(cy - r * Math.sin(angle))}`;
  };
  const arc = (from: number, to: number, r: number) => `M${point(from, r)}A${r} ${r} 0 0 1 ${point(to, r)}`;
  const share = Math.min(1, (last ?? 0) / max);
  const marks = style.thresholds.map(({ value, color }, i) => {
    const from = (value ?? 0) / max;
    const to = (style.thresholds[i + 1]?.value ?? max) / max;
    return `<path d="${arc(from, to, radius + 10)}" fill="none" stroke="${NAMED[color]}" stroke-width="3"/>`;
  });
  return [
    `<path d="${arc(0, 1, radius)}" fill="none" stroke="${GRID}" stroke-width="13"/>`,
    `<path d="${arc(0, Math.max(0.005, share), radius)}" fill="none" stroke="${thresholdColor(last, style)}" stroke-width="13"/>`,
    ...marks,
    text(
      cx,
      cy - 4,
      shownAs(last, style),
      `fill="${thresholdColor(last, style)}" font-size="24" font-weight="600" text-anchor="middle"`,
    ),
  ].join('');
}

export function pie(box: Box, slices: readonly { readonly name: string; readonly value: number | null }[]): string {
  const sorted = slices.filter(({ value }) => (value ?? 0) > 0).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const total = sorted.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const radius = Math.min(box.width * 0.17, box.height * 0.34);
  const [cx, cy] = [box.x + radius * 1.25 + 14, box.y + box.height / 2 - 4];
  let angle = -Math.PI / 2;
  return sorted
    .map(({ name, value }, i) => {
      const share = (value ?? 0) / total;
      const end = angle + share * 2 * Math.PI;
      const at = (a: number) => `${round(cx + radius * Math.cos(a))} ${round(cy + radius * Math.sin(a))}`;
      const slice = `<path d="M${at(angle)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(end - 0.01)}" fill="none" stroke="${colorAt(i)}" stroke-width="${round(radius * 0.5)}"/>`;
      angle = end;
      const y = box.y + 22 + i * 22;
      const left = cx + radius * 1.25 + 22;
      return [
        slice,
        `<rect x="${round(left)}" y="${y - 8}" width="12" height="4" rx="2" fill="${colorAt(i)}"/>`,
        text(left + 18, y - 2, name),
        text(box.x + box.width - 62, y - 2, inUnit(value, 'short'), `fill="${TEXT}" font-size="11" text-anchor="end"`),
        text(
          box.x + box.width - 12,
          y - 2,
          `${Math.round(share * 100)}%`,
          `fill="${FAINT}" font-size="11" text-anchor="end"`,
        ),
      ].join('');
    })
    .join('');
}

export function table(
  box: Box,
  rows: readonly { readonly metric: Readonly<Record<string, string>>; readonly value: number | null }[],
): string {
  const sorted = [...rows].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [label = ''] = Object.keys(sorted[0]?.metric ?? {});
  const right = `fill="${TEXT}" font-size="12" text-anchor="end"`;
  const head =
    text(box.x + 10, box.y + 16, label, `fill="${NAMED.blue}" font-size="12"`) +
    text(box.x + box.width - 14, box.y + 16, 'count', `fill="${NAMED.blue}" font-size="12" text-anchor="end"`);
  const room = Math.floor((box.height - 20) / 20);
  return (
    head +
    sorted
      .slice(0, room)
      .map(({ metric, value }, i) => {
        const y = box.y + 36 + i * 20;
        const line = `<path d="M${box.x + 8} ${y - 14}h${box.width - 16}" stroke="${GRID}"/>`;
        return (
          line +
          text(box.x + 10, y, metric[label] ?? '', `fill="${TEXT}" font-size="12"`) +
          text(box.x + box.width - 14, y, String(Math.round(value ?? 0)), right)
        );
      })
      .join('')
  );
}

function timeAxis(plot: Box, times: readonly number[]): string[] {
  const marks = Math.max(2, Math.floor(plot.width / 90));
  const every = Math.ceil(times.length / marks / 30) * 30;
  return times.flatMap((time, i) => {
    const date = new Date(time * 1_000);
    if ((Math.round(time / 60) % every !== 0 && times.length > 40) || i === 0) return [];
    const label = date.toISOString().slice(11, 16);
    const x = plot.x + (plot.width * i) / Math.max(1, times.length - 1);
    return x > plot.x + plot.width - 14
      ? []
      : [text(x, plot.y + plot.height + 14, label, `fill="${FAINT}" font-size="10" text-anchor="middle"`)];
  });
}

function legend(box: Box, lines: readonly Line[], style: Style): string {
  const rows = legendRows(box, lines);
  return rows
    .flatMap((row, r) => {
      const y = box.y + box.height - (rows.length - r) * 15 + 9;
      return row.map(
        ({ name, n, x }) =>
          `<rect x="${round(x)}" y="${y - 6}" width="11" height="3" rx="1.5" fill="${colorOf(lines, n, style)}"/>${text(x + 16, y, name, `fill="${TEXT}" font-size="10.5"`)}`,
      );
    })
    .join('');
}

/** Two lines of names at most; what does not fit is told by number. */
function legendRows(box: Box, lines: readonly Line[]) {
  const rows: { name: string; n: number; x: number }[][] = [[]];
  let x = box.x + 12;
  for (const [n, { name }] of lines.entries()) {
    const width = 26 + name.length * 5.7;
    if (x + width > box.x + box.width - 6) {
      if (rows.length === 2) return rows;
      rows.push([]);
      x = box.x + 12;
    }
    rows.at(-1)?.push({ name, n, x });
    x += width;
  }
  return rows;
}

/** Each line on the shoulders of those before. */
function stack(lines: readonly Line[]) {
  const sums: number[] = [];
  return lines.map(({ values }) => {
    const bottom = values.map((_, i) => sums[i] ?? 0);
    for (const [i, value] of values.entries()) sums[i] = (sums[i] ?? 0) + (value ?? 0);
    return { bottom, top: values.map((value, i) => (value === null ? null : (sums[i] ?? 0))) };
  });
}

/** Places of values without a gap between them. */
function runs(values: readonly (number | null)[]): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  for (const [i, value] of values.entries()) {
    if (value !== null) run.push(i);
    if ((value === null || i === values.length - 1) && run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  return found;
}

/** A round number at or above the highest, and four or five steps to it; round in its unit, which is a power of the base. */
function scale(highest: number, base: number): { max: number; step: number } {
  if (!(highest > 0)) return { max: 1, step: 0.25 };
  const unit = highest < 1 ? 1 : base ** Math.floor(Math.log(highest) / Math.log(base));
  const rough = highest / unit / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    unit * ([1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power);
  return { max: step * Math.ceil(highest / step - 1e-9), step };
}

function shownAs(value: number | null, { unit, words }: Style): string {
  return words[String(value)] ?? inUnit(value, unit);
}

function thresholdColor(value: number | null, { thresholds }: Style): string {
  const reached = thresholds.filter((threshold) => threshold.value === null || (value ?? 0) >= threshold.value);
  return NAMED[reached.at(-1)?.color ?? 'green'] ?? TEXT;
}

function colorOf(lines: readonly Line[], n: number, { colors }: Style): string {
  return NAMED[colors[lines[n]?.name ?? ''] ?? ''] ?? colorAt(n);
}

function colorAt(n: number): string {
  return PALETTE[n % PALETTE.length] as string;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
