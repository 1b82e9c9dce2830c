import type { MetricDefinition } from './catalogue.js';
import { CounterSeries, GaugeSeries, HistogramSeries, type Sample } from './metric-series.js';
import type { MetricsRegistry } from './metrics-client.js';

export type AnySeries = CounterSeries | GaugeSeries | HistogramSeries;

/** All series of one metric, on a registry. */
interface RegisteredMetric {
  /** A new series with these label values, in the order of the catalogue. */
  add(values: readonly string[]): AnySeries;
  /** Takes all back to the beginning; a gauge is not on the page until it is set again. */
  reset(): void;
}

/**
 * Puts a metric on a registry that keeps its numbers itself. The metrics of prom-client look a series up by a string that
 * they join from all labels, 150 to 300 ns a step; and they take histograms one observation at a time. So the registry
 * asks for the numbers when it is scraped, as collectors do in other languages.
 *
 * @param onScrape Runs before the numbers are read.
 */
export function registerMetric(
  registry: MetricsRegistry,
  name: string,
  definition: MetricDefinition,
  onScrape: () => void,
): RegisteredMetric {
  const { type, help, labels: labelNames, aggregator = 'sum', buckets = [] } = definition;
  const all: AnySeries[] = [];

  function samples(): Sample[] {
    onScrape();
    const list: Sample[] = [];
    for (const series of all) series.sample(list);
    return list;
  }

  const metric = {
    name,
    help,
    type,
    aggregator,
    // A registry in OpenMetrics mode takes the suffix off `name` and puts it back on the page, so it is read when asked for.
    getForPromString: () => ({ name: metric.name, help, type, aggregator, values: samples() }),
    // For the primary of a cluster, and whoever wants JSON: all labels of a sample in one place.
    get: async () => ({ name: metric.name, help, type, aggregator, values: samples().map(withAllLabels) }),
    reset() {
      for (const series of all) series.reset();
    },
  };
  registry.registerMetric(metric as never);

  return {
    add(values) {
      // One object for the life of a series: registries remember how it reads on the page.
      const labels = Object.fromEntries(labelNames.map((label, i) => [label, values[i] ?? '']));
      const series =
        type === 'counter'
          ? new CounterSeries(labels)
          : type === 'gauge'
            ? new GaugeSeries(labels)
            : new HistogramSeries(labels, name, buckets);
      all.push(series);
      return series;
    },
    reset: metric.reset,
  };
}

function withAllLabels({ sharedLabels, labels, ...sample }: Sample) {
  return { ...sample, labels: { ...labels, ...sharedLabels } };
}
