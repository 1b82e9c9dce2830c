import { type MetricDefinition, type MetricName, metricCatalogue } from './catalogue.js';
import { invalidOption } from './check.js';
import { createLabelGuard } from './label-guard.js';
import type { CounterSeries, GaugeSeries, HistogramSeries } from './metric-series.js';
import type { MetricsRegistry } from './metrics-client.js';
import { type AnySeries, registerMetric } from './registered-metric.js';
import { type AdapterState, createCollector } from './scanner-metrics.js';

type Catalogue = typeof metricCatalogue;
type SeriesOf<Name extends MetricName> = {
  counter: CounterSeries;
  gauge: GaugeSeries;
  histogram: HistogramSeries;
}[Catalogue[Name]['type']];
/** As many strings as there are labels. */
type StringPerLabel<Labels extends readonly string[]> = { readonly [Index in keyof Labels]: string };

/** One metric with all its series. */
export interface Family<Name extends MetricName = MetricName> {
  /** The series with these label values, in the order of the catalogue. Fast when the series is known. */
  child(...values: StringPerLabel<Catalogue[Name]['labels']>): SeriesOf<Name>;
  /** Shows none of the series until they are set again: for gauges whose label values come and go. */
  clear(): void;
}

/** Finds a metric, and makes it when it is asked for the first time. */
export type FamilyOf = <Name extends MetricName>(name: Name) => Family<Name>;

/** The metrics of one registry under one prefix, shared by all adapters there. */
export interface MetricSet {
  readonly family: FamilyOf;
  /** Adapters that have to be asked before a scrape reads the metrics. */
  readonly adapters: Set<AdapterState>;
  /** Asks them now. */
  collect(): void;
}

interface MetricSetOptions {
  readonly registry: MetricsRegistry;
  readonly prefix: string;
  readonly maxLabelValues: number;
  /** The values that `key_id` may have; none, and it has no value but `other`. */
  readonly apiKeyAliases: readonly string[];
}

// Kept on the registry itself: an adapter loaded a second time, as ESM beside CJS or after a hot reload, finds it
// there.
const SETS = Symbol.for('@llm-sentinel/prometheus/1');

const OVERFLOW = 'label_overflow_total';

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
    throw invalidOption(`\`registry\` has a metric ${taken} of another origin; choose another \`prefix\`.`);
  }
  const families = new Map<MetricName, Family>();
  const adapters = new Set<AdapterState>();

  function family<Name extends MetricName>(name: Name): Family<Name> {
    let found = families.get(name);
    if (found === undefined) {
      const fullName = options.prefix + name;
      // Its own overflow would be counted in itself, without end.
      const onOverflow = () => name !== OVERFLOW && family(OVERFLOW).child(fullName).inc();
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

/** Series by label value, one level a label; a series at the last. */
type Tree = Map<string, Tree | AnySeries>;

function createFamily(
  name: string,
  definition: MetricDefinition,
  options: MetricSetOptions,
  collect: () => void,
  onOverflow: () => void,
): Family {
  const { labels, initial = [], states = [] } = definition;
  const series = registerMetric(options.registry, name, definition, collect);
  const guards = labels.map((label, i) => guardOf(label, i, definition, options, onOverflow));
  const tree: Tree = new Map();
  const single = labels.length === 0 ? series.add([]) : undefined;

  /** Beside the fast path: a value not seen before, or one that the guard will not have. */
  function admit(values: readonly string[]): AnySeries {
    const admitted = values.map((value, i) => guards[i]?.(value) ?? value);
    const branch = admitted.slice(0, -1);
    let level = tree;
    for (const value of branch) {
      const next = (level.get(value) as Tree | undefined) ?? new Map();
      level.set(value, next);
      level = next;
    }
    if (level.size === 0) for (const state of states) level.set(state, series.add([...branch, state]));
    const last = admitted.at(-1) ?? '';
    const found = (level.get(last) as AnySeries | undefined) ?? series.add(admitted);
    level.set(last, found);
    return found;
  }

  function child(...values: readonly string[]): AnySeries {
    if (single !== undefined) return single;
    let level: Tree | AnySeries | undefined = tree;
    for (const value of values) {
      level = (level as Tree).get(value);
      if (level === undefined) return admit(values);
    }
    return level as AnySeries;
  }

  for (const row of initial) child(...row);
  // The erased signature serves every name: arity and kind of series are checked where a family is used.
  return { child: child as Family['child'], clear: series.reset };
}

function guardOf(
  label: string,
  place: number,
  { labels, initial = [], states = [], maxValues }: MetricDefinition,
  { maxLabelValues, apiKeyAliases }: MetricSetOptions,
  onOverflow: () => void,
) {
  // Whatever is passed here by mistake, a key above all, must not show: only what was configured is admitted.
  if (label === 'key_id') return createLabelGuard(apiKeyAliases.length, apiKeyAliases, onOverflow);
  const reserved = [...initial.flatMap((row) => row[place] ?? []), ...(place === labels.length - 1 ? states : [])];
  return createLabelGuard(Math.max(maxLabelValues, maxValues ?? 0), reserved, onOverflow);
}
