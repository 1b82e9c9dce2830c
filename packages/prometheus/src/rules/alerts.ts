import type { AlertRule } from './rule.js';

// Ratios say nothing at night, when one blocked text is half of the traffic.
const BUSY = 'job:sentinel_scan:rate5m > 0.2';

/** What arrives, and what becomes of it. */
export const trafficAlerts: readonly AlertRule[] = [
  {
    alert: 'SentinelHighThreatRate',
    expr: 'sum by (job) (rate(sentinel_scan_total{result="blocked"}[5m])) > 10',
    for: '2m',
    severity: 'warning',
    summary: 'More than ten texts a second are blocked in {{ $labels.job }}.',
    description: '{{ $value | humanize }} texts a second are blocked.',
  },
  {
    alert: 'SentinelPossibleAttack',
    expr: `job:sentinel_scan_blocked:ratio_rate5m > 0.5 and ${BUSY}`,
    for: '1m',
    severity: 'critical',
    summary: 'Most texts are blocked in {{ $labels.job }}: an attack, or a broken rule.',
    description: '{{ $value | humanizePercentage }} of texts are blocked.',
  },
  {
    alert: 'SentinelBlockRateHigh',
    expr: `job:sentinel_scan_blocked:ratio_rate5m > 0.2 and ${BUSY}`,
    for: '10m',
    severity: 'warning',
    summary: 'An unusual share of texts is blocked in {{ $labels.job }}.',
    description: '{{ $value | humanizePercentage }} of texts are blocked.',
  },
  {
    alert: 'SentinelRiskScoreSpike',
    expr: `job:sentinel_risk_score:p95_5m > 0.7 and ${BUSY}`,
    for: '5m',
    severity: 'critical',
    summary: 'Texts are far riskier than usual in {{ $labels.job }}.',
    description: 'One in twenty texts has a risk above {{ $value | printf "%.2f" }}.',
  },
  {
    alert: 'SentinelHighLatency',
    expr: 'job:sentinel_scan_latency_seconds:p99_5m > 0.5',
    for: '5m',
    severity: 'warning',
    summary: 'Scans are slow in {{ $labels.job }}.',
    description: 'One in a hundred scans takes longer than {{ $value | humanizeDuration }}.',
  },
  {
    alert: 'SentinelDriftIncident',
    // A kind that is seen for the first time begins with 1, which `increase` takes for no change.
    expr:
      'sum by (job, kind) (increase(sentinel_drift_incidents_total[15m])) > 0\n' +
      'or\n' +
      '(sum by (job, kind) (sentinel_drift_incidents_total) unless sum by (job, kind) (sentinel_drift_incidents_total offset 15m)) > 0',
    for: '0m',
    severity: 'warning',
    summary: 'Traffic of {{ $labels.job }} has moved away from its baseline.',
    description: 'Drift of kind {{ $labels.kind }} was reported {{ $value | humanize }} times in 15 minutes.',
  },
];

/** The scanner and what it is made of. */
export const scannerAlerts: readonly AlertRule[] = [
  {
    alert: 'SentinelDown',
    expr: 'up{job=~"sentinel.*"} == 0',
    for: '1m',
    severity: 'critical',
    summary: '{{ $labels.instance }} of {{ $labels.job }} cannot be scraped.',
    description: 'Prometheus has had no answer from {{ $labels.instance }} for a minute.',
  },
  {
    alert: 'SentinelAbsent',
    expr: 'absent(sentinel_build_info)',
    for: '10m',
    severity: 'critical',
    summary: 'No instance reports metrics.',
    description: 'Prometheus has no metrics of LLM Sentinel at all: no other alert can fire.',
  },
  {
    alert: 'SentinelEngineUnhealthy',
    expr: 'min by (job, engine) (sentinel_engine_health) == 0',
    for: '5m',
    severity: 'warning',
    summary: 'Engine {{ $labels.engine }} fails in {{ $labels.job }}.',
    description: 'The last run of {{ $labels.engine }} failed in at least one instance. Texts are judged without it.',
  },
  {
    alert: 'SentinelEngineErrors',
    expr:
      'sum by (job, engine) (rate(sentinel_engine_runs_total{status!="success"}[5m]))\n' +
      '/ (sum by (job, engine) (rate(sentinel_engine_runs_total[5m])) > 0) > 0.05',
    for: '10m',
    severity: 'warning',
    summary: 'Engine {{ $labels.engine }} fails often in {{ $labels.job }}.',
    description: '{{ $value | humanizePercentage }} of the runs of {{ $labels.engine }} fail or run out of time.',
  },
  {
    alert: 'SentinelCircuitOpen',
    expr: 'max by (job, circuit) (sentinel_circuit_state{state="open"}) > 0',
    for: '5m',
    severity: 'warning',
    summary: 'The circuit {{ $labels.circuit }} is open in {{ $labels.job }}.',
    description: 'Calls through {{ $labels.circuit }} are refused, because too many failed.',
  },
  {
    alert: 'SentinelAdapterDropping',
    expr: 'sum by (job, adapter) (increase(sentinel_adapter_dropped_total[10m])) > 0',
    for: '0m',
    severity: 'warning',
    summary: 'Adapter {{ $labels.adapter }} loses events in {{ $labels.job }}.',
    description: '{{ $value | humanize }} events were given up in 10 minutes: the queue is full, or writes fail.',
  },
];

/** Feeds, people, the audit log and the alerts themselves. */
export const operationsAlerts: readonly AlertRule[] = [
  {
    alert: 'SentinelThreatFeedStale',
    expr: 'time() - max by (job, feed) (sentinel_threat_feed_last_success_timestamp_seconds) > 24 * 3600',
    for: '15m',
    severity: 'warning',
    summary: 'The threat feed {{ $labels.feed }} is out of date in {{ $labels.job }}.',
    description: 'The last update that worked was {{ $value | humanizeDuration }} ago.',
  },
  {
    alert: 'SentinelReviewQueueBacklog',
    expr: 'max by (job) (sentinel_reviews_pending) > 100',
    for: '30m',
    severity: 'warning',
    summary: 'Reviews pile up in {{ $labels.job }}.',
    description: '{{ $value | humanize }} verdicts wait for a person.',
  },
  {
    alert: 'SentinelAuditBacklog',
    expr: 'sum by (job) (sentinel_audit_queue_length) > 1000 or sum by (job) (sentinel_audit_spool_bytes) > 0',
    for: '10m',
    severity: 'warning',
    summary: 'Audit records of {{ $labels.job }} do not reach the database.',
    description: 'More than 1000 records wait, or the spool file is in use ({{ $value | humanize }}).',
  },
  {
    alert: 'SentinelAlertDeliveryFailing',
    expr: 'sum by (job, channel) (increase(sentinel_alerts_sent_total{status="failed"}[15m])) > 0',
    for: '0m',
    severity: 'warning',
    summary: 'The channel {{ $labels.channel }} of {{ $labels.job }} does not take alerts.',
    description: '{{ $value | humanize }} alerts could not be delivered in 15 minutes.',
  },
  {
    alert: 'SentinelAuditRecordsDropped',
    // The second part finds a reason that is seen for the first time: it begins with 1, which `increase` takes for no change.
    expr:
      'sum by (job) (increase(sentinel_audit_dropped_total[15m])) > 0\n' +
      'or\n' +
      'sum by (job) (sentinel_audit_dropped_total) - sum by (job) (sentinel_audit_dropped_total offset 15m) > 0',
    for: '0m',
    severity: 'critical',
    summary: 'Audit records of {{ $labels.job }} were lost.',
    description: '{{ $value | humanize }} audit records were lost in 15 minutes.',
  },
  {
    alert: 'SentinelAuditChainBroken',
    expr: 'sum by (job) (increase(sentinel_audit_chain_failures_total[15m])) > 0',
    for: '0m',
    severity: 'critical',
    summary: 'The audit log of {{ $labels.job }} was altered.',
    description: 'A verification of the audit log failed: an entry was changed, removed or reordered.',
  },
  {
    alert: 'SentinelWatchdog',
    expr: 'vector(1)',
    for: '0m',
    severity: 'none',
    summary: 'Alerting works.',
    description: 'Always fires. Whoever receives it raises the alarm when it stops.',
  },
];
