/** One line of Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** The samples of a scrape. Values are kept as they are written: escapes in labels are not undone. */
export function parseMetrics(text: string): readonly Sample[] {
  const samples: Sample[] = [];
  for (const line of text.split('\n')) {
    const match = line.startsWith('#') ? null : SAMPLE.exec(line);
    if (match === null) continue;
    const [, name = '', labels = '', value] = match;
    samples.push({
      name,
      labels: Object.fromEntries(Array.from(labels.matchAll(LABEL), ([, key, content]) => [key, content])),
      value: Number(value),
    });
  }
  return samples;
}

/** Sum of a metric's samples per value of a label. */
export function sumBy(samples: readonly Sample[], name: string, label: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const sample of samples) {
    if (sample.name !== name) continue;
    const key = sample.labels[label] ?? '';
    sums[key] = (sums[key] ?? 0) + sample.value;
  }
  return sums;
}
