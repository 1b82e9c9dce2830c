/** Names and values of a metric's labels. Values are countable: a name from configuration, a state, a class of error. */
export type TelemetryLabels = Readonly<Record<string, string>>;

/**
 * Where a package reports what it did beside a scan: a retry, a circuit's state, the length of a queue, the time of a
 * query. `prometheusAdapter().metrics` is one. Implementations never throw and never block.
 *
 * Names are those of the catalogue of metrics, without prefix: `retries_total` with `{ operation, outcome }`.
 *
 * @example
 * telemetry?.increment('retries_total', { operation: 'audit_write', outcome: 'succeeded' });
 */
export interface Telemetry {
  /** Adds to a counter. @default 1 for `by` */
  increment(name: string, labels: TelemetryLabels, by?: number): void;
  /** Sets a gauge. Of one whose label is a state, setting a state to 1 sets the others to 0. */
  set(name: string, labels: TelemetryLabels, value: number): void;
  /** Adds an observation to a histogram, in base units: seconds, bytes, a score from 0 to 1. */
  observe(name: string, labels: TelemetryLabels, value: number): void;
}
