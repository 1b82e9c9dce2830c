// The parts of prom-client that are used. Structural, so that its successor @prometheus-io/client fits as well.

export interface CounterLike {
  inc(event: { labels: Record<string, string>; value: number; exemplarLabels?: Record<string, string> }): void;
  labels(...values: string[]): { inc(value?: number): void };
}

export interface GaugeLike {
  labels(...values: string[]): { set(value: number): void };
  set(value: number): void;
  reset(): void;
}

export interface HistogramLike {
  observe(event: { labels: Record<string, string>; value: number; exemplarLabels?: Record<string, string> }): void;
  labels(...values: string[]): { observe(value: number): void };
}

export interface MetricConfiguration {
  name: string;
  help: string;
  labelNames: string[];
  // `never[]` is assignable to whatever class of registry a client declares here.
  registers: never[];
  aggregator: 'sum' | 'min' | 'first';
  enableExemplars: boolean;
  collect?: () => void;
}

/** Where metrics are kept. */
export interface MetricsRegistry {
  readonly contentType: string;
  metrics(): Promise<string>;
  getSingleMetric(name: string): unknown;
}

/** A metrics library: `import * as client from 'prom-client'`. */
export interface MetricsClient {
  readonly Counter: new (configuration: MetricConfiguration) => CounterLike;
  readonly Gauge: new (configuration: MetricConfiguration) => GaugeLike;
  readonly Histogram: new (configuration: MetricConfiguration & { buckets: number[] }) => HistogramLike;
  readonly Registry: new () => MetricsRegistry;
}
