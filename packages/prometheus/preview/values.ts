/** A line of a chart: its name, and a value for each time, or none. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Sampled {
  readonly metric: Readonly<Record<string, string>>;
  readonly values?: readonly (readonly [number, string])[];
  readonly value?: readonly [number, string];
}

/** Times at which a range is asked for, in seconds. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Asks Prometheus for a range, and names the lines as Grafana would. */
export async function askRange(url: string, expr: string, legend: string, range: Range): Promise<Line[]> {
  const { start, end, step } = range;
  const result = await ask(`${url}/api/v1/query_range`, { query: expr, start, end, step });
  return result.map(({ metric, values = [] }) => {
    const byTime = new Map(values.map(([time, value]) => [Math.round((time - start) / step), Number(value)]));
    const count = Math.floor((end - start) / step) + 1;
    return { name: nameOf(metric, legend), values: Array.from({ length: count }, (_, i) => finite(byTime.get(i))) };
  });
}

/** Asks Prometheus for one moment. */
export async function askInstant(url: string, expr: string, legend: string, time: number) {
  const result = await ask(`${url}/api/v1/query`, { query: expr, time });
  return result.map(({ metric, value }) => ({
    name: nameOf(metric, legend),
    metric,
    value: finite(Number(value?.[1])),
  }));
}

async function ask(url: string, parameters: Readonly<Record<string, string | number>>): Promise<readonly Sampled[]> {
  const body = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const answer = (await (await fetch(url, { method: 'POST', body })).json()) as {
    status: string;
    error?: string;
    data: { result: Sampled[] };
  };
  if (answer.status !== 'success') throw new Error(`${answer.error}: ${parameters.query}`);
  return answer.data.result;
}

function nameOf(metric: Readonly<Record<string, string>>, legend: string): string {
  return legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? '');
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** A number as Grafana shows it in a unit. */
export function inUnit(value: number | null, unit: string): string {
  if (value === null) return '–';
  switch (unit) {
    case 'percentunit':
      return `${trim(value * 100)}%`;
    case 's':
      return seconds(value);
    case 'bytes':
      return scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB']);
    case 'reqps':
      return `${scaled(value, 1_000, ['', 'k', 'M'])} /s`;
    default:
      return scaled(value, 1_000, ['', 'k', 'M', 'G']);
  }
}

function seconds(value: number): string {
  if (value === 0) return '0 s';
  if (value < 0.001) return `${trim(value * 1e6)} µs`;
  if (value < 1) return `${trim(value * 1_000)} ms`;
  if (value < 120) return `${trim(value)} s`;
  return value < 7_200 ? `${trim(value / 60)} min` : `${trim(value / 3_600)} h`;
}

function scaled(value: number, base: number, units: readonly string[]): string {
  let rest = value;
  let unit = 0;
  while (Math.abs(rest) >= base && unit < units.length - 1) {
    rest /= base;
    unit++;
  }
  return `${trim(rest)}${units[unit] === '' ? '' : ` ${units[unit]}`}`;
}

function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}
