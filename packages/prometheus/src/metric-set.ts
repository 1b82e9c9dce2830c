import { SentinelError } from '@llm-sentinel/core';
import { type MetricDefinition, type MetricName, metricCatalogue } from './catalogue.js';
import { createLabelGuard } from './label-guard.js';
import type {
  CounterLike,
  GaugeLike,
  HistogramLike,
  MetricConfiguration,
  MetricsClient,
  MetricsRegistry,
} from './metrics-client.js';
import { type AdapterState, createCollector } from './scanner-metrics.js';

/** Trace of an event, shown beside the number that counts it. */
export type Exemplar = Readonly<Record<string, string>>;

interface CounterChild {
  inc(value?: number, exemplar?: Exemplar): void;
}
interface GaugeChild {
  set(value: number): void;
}
interface HistogramChild {
  observe(value: number, exemplar?: Exemplar): void;
}

type Catalogue = typeof metricCatalogue;
type Child<Name extends MetricName> = {
  counter: CounterChild;
  gauge: GaugeChild;
  histogram: HistogramChild;
}[Catalogue[Name]['type']];
/** As many strings as there are labels. */
type StringPerLabel<Labels extends readonly string[]> = { readonly [Index in keyof Labels]: string };

/** One metric with all its series. */
interface Family<Name extends MetricName = MetricName> {
  /** The series with these label values, in the order of the catalogue. Fast when the series is known. */
  child(...values: StringPerLabel<Catalogue[Name]['labels']>): Child<Name>;
  /** Forgets all series of a gauge, for those whose label values come and go. */
  reset(): void;
}

/** Finds a metric, and makes it when it is asked for the first time. */
export type FamilyOf = <Name extends MetricName>(name: Name) => Family<Name>;

/** The metrics of one registry under one prefix, shared by all adapters there. */
interface MetricSet {
  readonly family: FamilyOf;
  /** Adapters that have to be asked before a scrape reads the collected metrics. */
  readonly adapters: Set<AdapterState>;
  /** Asks them now. */
  collect(): void;
}

interface MetricSetOptions {
  readonly client: MetricsClient;
  readonly registry: MetricsRegistry;
  readonly prefix: string;
  readonly maxLabelValues: number;
  readonly exemplars: boolean;
}

// Kept on the registry itself: an adapter loaded a second time, as ESM beside CJS or after a hot reload, finds it
// there.
const SETS = Symbol.for('@llm-sentinel/prometheus/1');

/** The metrics on the registry under the prefix. The first adapter there makes them and sets their limits. */
export function metricSetOf(options: MetricSetOptions): MetricSet {
  const holder = options.registry as { [SETS]?: Map<string, MetricSet> };
  if (holder[SETS] === undefined) Object.defineProperty(holder, SETS, { value: new Map<string, MetricSet>() });
  const sets = holder[SETS] as Map<string, MetricSet>;
  const known = sets.get(options.prefix);
  // A registry that was cleared since, as tests do, has no metric any more: those of the old set count for nobody.
  if (known !== undefined && namesOnRegistry(options).length > 0) return known;
  const created = createMetricSet(options);
  sets.set(options.prefix, created);
  return created;
}

function namesOnRegistry({ registry, prefix }: MetricSetOptions): string[] {
  const names = Object.keys(metricCatalogue).map((name) => prefix + name);
  return names.filter((name) => registry.getSingleMetric(name) !== undefined);
}

function createMetricSet(options: MetricSetOptions): MetricSet {
  const [taken] = namesOnRegistry(options);
  if (taken !== undefined) {
    throw new SentinelError(
      'INVALID_OPTION',
      `[@llm-sentinel/prometheus] \`registry\` has a metric ${taken} of another origin; choose another \`prefix\`.`,
    );
  }
  const families = new Map<MetricName, Family>();
  const adapters = new Set<AdapterState>();

  function family<Name extends MetricName>(name: Name): Family<Name> {
    let found = families.get(name);
    if (found === undefined) {
      const fullName = options.prefix + name;
      const onOverflow = () => family('label_overflow_total').child(fullName).inc();
      found = createFamily(fullName, metricCatalogue[name], options, collectOnce, onOverflow);
      families.set(name, found);
    }
    // A family is stored under its own name only.
    return found as Family<Name>;
  }

  const collect = createCollector(family, adapters);
  const collectOnce = oncePerScrape(collect);
  return { family, adapters, collect };
}

/**
 * A scrape asks all metrics for their values in one turn of the event loop; the first to be asked brings all up to
 * date.
 */
function oncePerScrape(run: () => void): () => void {
  let isFresh = false;
  return () => {
    if (isFresh) return;
    isFresh = true;
    queueMicrotask(() => {
      isFresh = false;
    });
    run();
  };
}

type AnyChild = CounterChild | GaugeChild | HistogramChild;
/** Children by label value, one level a label; a child at the last. */
type Series = Map<string, Series | AnyChild>;

function createFamily(
  name: string,
  definition: MetricDefinition,
  options: MetricSetOptions,
  collect: () => void,
  onOverflow: () => void,
): Family {
  const { labels, initial = [] } = definition;
  const { metric, makeChild } = createMetric(name, definition, options, collect);
  const guards = labels.map((_, i) => {
    const reserved = initial.flatMap((row) => row[i] ?? []);
    return createLabelGuard(options.maxLabelValues, reserved, onOverflow);
  });
  const series: Series = new Map();
  const single = labels.length === 0 ? makeChild([]) : undefined;

  /** Beside the fast path: a value not seen before, or one that the guard will not have. */
  function admit(values: readonly string[]): AnyChild {
    const admitted = values.map((value, i) => guards[i]?.(value) ?? value);
    let level = series;
    for (const value of admitted.slice(0, -1)) {
      const next = (level.get(value) as Series | undefined) ?? new Map();
      level.set(value, next);
      level = next;
    }
    const last = admitted.at(-1) ?? '';
    const child = (level.get(last) as AnyChild | undefined) ?? makeChild(admitted);
    level.set(last, child);
    return child;
  }

  function child(...values: readonly string[]): AnyChild {
    if (single !== undefined) return single;
    let level: Series | AnyChild | undefined = series;
    for (const value of values) {
      level = (level as Series).get(value);
      if (level === undefined) return admit(values);
    }
    return level as AnyChild;
  }

  for (const row of initial) (child(...row) as CounterChild).inc(0);
  // The erased signature serves every name: arity and kind of child are checked where a family is used.
  return { child: child as Family['child'], reset: () => (metric as GaugeLike).reset() };
}

interface Metric {
  readonly metric: CounterLike | GaugeLike | HistogramLike;
  makeChild(values: readonly string[]): AnyChild;
}

function createMetric(
  name: string,
  definition: MetricDefinition,
  { client, registry, exemplars }: MetricSetOptions,
  collect: () => void,
): Metric {
  const { type, help, labels, aggregator = 'sum', buckets = [] } = definition;
  const enableExemplars = exemplars && definition.exemplars === true;
  const configuration: MetricConfiguration = {
    name,
    help,
    labelNames: [...labels],
    registers: [registry as never],
    aggregator,
    enableExemplars,
    ...(definition.collected === true ? { collect } : {}),
  };
  const byName = (values: readonly string[]) => Object.fromEntries(labels.map((label, i) => [label, values[i] ?? '']));

  if (type === 'gauge') {
    const metric = new client.Gauge(configuration);
    return { metric, makeChild: (values) => (labels.length === 0 ? metric : metric.labels(...values)) };
  }
  if (type === 'counter' && !enableExemplars) return bufferedCounter(client, configuration);
  // With exemplars on, `labels()` of prom-client 15 takes the labels for the whole event and counts under none.
  if (type === 'counter') {
    const metric = new client.Counter(configuration);
    const makeChild = (values: readonly string[]): CounterChild => ({
      inc: (value = 1, exemplar) => metric.inc(withExemplar(byName(values), value, exemplar)),
    });
    return { metric, makeChild };
  }
  const metric = new client.Histogram({ ...configuration, buckets: [...buckets] });
  if (!enableExemplars) return { metric, makeChild: (values) => metric.labels(...values) };
  const makeChild = (values: readonly string[]): HistogramChild => ({
    observe: (value, exemplar) => metric.observe(withExemplar(byName(values), value, exemplar)),
  });
  return { metric, makeChild };
}

/**
 * prom-client looks a series up by a string that it joins from all labels: 150 to 300 ns a step, most of what a scan
 * would cost. So between scrapes a series is a plain number here, and the scrape adds it.
 */
function bufferedCounter(client: MetricsClient, configuration: MetricConfiguration): Metric {
  const dirty: (() => void)[] = [];
  const { collect: collectFirst } = configuration;
  const collect = () => {
    collectFirst?.();
    for (const flush of dirty.splice(0)) flush();
  };
  const metric = new client.Counter({ ...configuration, collect });
  const makeChild = (values: readonly string[]): CounterChild => {
    const series = metric.labels(...values);
    series.inc(0);
    let pending = 0;
    const flush = () => {
      series.inc(pending);
      pending = 0;
    };
    return {
      inc(value = 1) {
        if (value === 0) return;
        if (pending === 0) dirty.push(flush);
        pending += value;
      },
    };
  };
  return { metric, makeChild };
}

/** Without an exemplar the key has to be absent: an empty one would replace the last that was seen. */
function withExemplar(labels: Record<string, string>, value: number, exemplar: Exemplar | undefined) {
  return exemplar === undefined ? { labels, value } : { labels, value, exemplarLabels: { ...exemplar } };
}
