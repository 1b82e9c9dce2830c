// The parts of prom-client that are used. Structural, so that its successor @prometheus-io/client fits as well.

/** Where metrics are kept. */
export interface MetricsRegistry {
  readonly contentType: string;
  metrics(): Promise<string>;
  getSingleMetric(name: string): unknown;
  // `never` is assignable to whatever class of metric a client declares here.
  registerMetric(metric: never): void;
}

/** A metrics library: `import * as client from 'prom-client'`. */
export interface MetricsClient {
  readonly Registry: new () => MetricsRegistry;
  /** Used for `processMetrics` only. */
  readonly collectDefaultMetrics?: (configuration: { register: never }) => void;
}
