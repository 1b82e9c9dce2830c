// The parts of prom-client that are used. Structural, so that its successor @prometheus-io/client fits as well.

/** Where metrics are kept. */
export interface MetricsRegistry {
  /** `Content-Type` of what `metrics()` returns. */
  readonly contentType: string;
  /** All metrics in the text format. */
  metrics(): Promise<string>;
  /** The metric of this name, or undefined. */
  getSingleMetric(name: string): unknown;
  // `never` is assignable to whatever class of metric a client declares here.
  /** Takes a metric in. */
  registerMetric(metric: never): void;
}

/** A metrics library: `import * as client from 'prom-client'`. */
export interface MetricsClient {
  /** Makes a registry, where none is given. */
  readonly Registry: new () => MetricsRegistry;
  /** Used for `processMetrics` only. */
  readonly collectDefaultMetrics?: (configuration: { register: never }) => void;
}
