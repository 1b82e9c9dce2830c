import type { RecordingRule } from './rule.js';

/** Windows over which the burn-rate alerts look. */
export const SLO_WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;
type Window = (typeof SLO_WINDOWS)[number];

/** Rates and quantiles that alerts and dashboards share. */
export const recordingRules: readonly RecordingRule[] = [
  { record: 'job:sentinel_scan:rate5m', expr: 'sum by (job) (rate(sentinel_scan_total[5m]))' },
  { record: 'job_result:sentinel_scan:rate5m', expr: 'sum by (job, result) (rate(sentinel_scan_total[5m]))' },
  {
    // Without the `or`, no block at all would be no answer instead of 0.
    record: 'job:sentinel_scan_blocked:ratio_rate5m',
    expr:
      '(sum by (job) (rate(sentinel_scan_total{result="blocked"}[5m])) or 0 * sum by (job) (rate(sentinel_scan_total[5m])))\n' +
      '/ (sum by (job) (rate(sentinel_scan_total[5m])) > 0)',
  },
  {
    record: 'job_le:sentinel_scan_latency_seconds_bucket:rate5m',
    expr: 'sum by (job, le) (rate(sentinel_scan_latency_seconds_bucket[5m]))',
  },
  {
    record: 'job:sentinel_scan_latency_seconds:p99_5m',
    expr: 'histogram_quantile(0.99, sum by (job, le) (rate(sentinel_scan_latency_seconds_bucket[5m])))',
  },
  {
    record: 'job:sentinel_risk_score:p95_5m',
    expr: 'histogram_quantile(0.95, sum by (job, le) (rate(sentinel_risk_score_bucket[5m])))',
  },
];

/** The share of scans that broke a service level, over each window. A block is correct service and never counts. */
export const sloRules: readonly RecordingRule[] = SLO_WINDOWS.flatMap((window) => [
  { record: `job:sentinel_scan_errors:ratio_rate${window}`, expr: errorRatio(window) },
  { record: `job:sentinel_scan_slow:ratio_rate${window}`, expr: slowRatio(window) },
]);

function errorRatio(window: Window): string {
  const all = `sum by (job) (rate(sentinel_scan_total[${window}]))`;
  return `(sum by (job) (rate(sentinel_scan_total{result="error"}[${window}])) or 0 * ${all})\n/ (${all} > 0)`;
}

function slowRatio(window: Window): string {
  const fast = `sum by (job) (rate(sentinel_scan_latency_seconds_bucket{le="0.1"}[${window}]))`;
  return `1 - ${fast}\n/ (sum by (job) (rate(sentinel_scan_latency_seconds_count[${window}])) > 0)`;
}
