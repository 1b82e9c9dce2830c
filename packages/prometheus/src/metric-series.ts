/** Trace of an event, shown beside the number that counts it. */
export type Exemplar = Readonly<Record<string, string>>;

export type Labels = Readonly<Record<string, string>>;

interface ShownExemplar {
  readonly labelSet: Exemplar;
  readonly value: number;
  readonly timestamp: number;
}

/** A line of the page, as registries take it. */
export interface Sample {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly sharedLabels: Labels;
  readonly value: number;
  readonly metricName?: string;
  readonly exemplar?: ShownExemplar | undefined;
}

const NO_LABELS = {};

// Classes, because objects of a class share their methods. Between two scans of a few dozen microseconds the series fall
// out of the processor's cache, and fetching them again is most of what counting costs: the less there is, the better.

export class CounterSeries {
  private total = 0;
  private latest: ShownExemplar | undefined;
  private readonly labels: Labels;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  inc(by = 1, exemplar?: Exemplar): void {
    this.total += by;
    if (exemplar !== undefined) this.latest = shown(exemplar, by);
  }

  sample(into: Sample[]): void {
    into.push({ labels: NO_LABELS, sharedLabels: this.labels, value: this.total, exemplar: this.latest });
  }

  reset(): void {
    this.total = 0;
    this.latest = undefined;
  }
}

/** Not on the page until it is set: what nobody reports is not 0. */
export class GaugeSeries {
  private current: number | undefined;
  private readonly labels: Labels;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  set(value: number): void {
    this.current = value;
  }

  sample(into: Sample[]): void {
    if (this.current !== undefined) into.push({ labels: NO_LABELS, sharedLabels: this.labels, value: this.current });
  }

  reset(): void {
    this.current = undefined;
  }
}

export class HistogramSeries {
  /** By the first bound that holds a value; the last place is for those beyond all bounds. */
  private readonly counts: number[];
  private sum = 0;
  private readonly bounds: readonly number[];
  private readonly labels: Labels;
  private readonly name: string;
  private exemplars: (ShownExemplar | undefined)[] | undefined;

  constructor(labels: Labels, name: string, bounds: readonly number[]) {
    this.labels = labels;
    this.name = name;
    this.bounds = bounds;
    this.counts = new Array(bounds.length + 1).fill(0);
  }

  observe(value: number, exemplar?: Exemplar): void {
    const { bounds } = this;
    let place = 0;
    while (place < bounds.length && value > (bounds[place] as number)) place++;
    this.counts[place]! += 1;
    this.sum += value;
    if (exemplar !== undefined) {
      this.exemplars ??= [];
      this.exemplars[place] = shown(exemplar, value);
    }
  }

  sample(into: Sample[]): void {
    const { bounds, counts, exemplars, labels: sharedLabels, name } = this;
    const metricName = `${name}_bucket`;
    let count = 0;
    for (let place = 0; place < counts.length; place++) {
      count += counts[place] as number;
      const labels = { le: bounds[place] ?? '+Inf' };
      into.push({ labels, sharedLabels, value: count, metricName, exemplar: exemplars?.[place] });
    }
    into.push({ labels: NO_LABELS, sharedLabels, value: this.sum, metricName: `${name}_sum` });
    into.push({ labels: NO_LABELS, sharedLabels, value: count, metricName: `${name}_count` });
  }

  reset(): void {
    this.counts.fill(0);
    this.sum = 0;
    this.exemplars = undefined;
  }
}

function shown(labelSet: Exemplar, value: number): ShownExemplar {
  return { labelSet, value, timestamp: Date.now() / 1_000 };
}
