import type { DashboardSpec } from './panel.js';
import { aggregate, quantile, rateBy, series, totalBy } from './query.js';

const mustBeZero = [
  [null, 'green'],
  [1, 'red'],
] as const;

export const operations: DashboardSpec = {
  name: 'llm-sentinel-operations',
  title: 'LLM Sentinel / Audit, stores and alerting',
  description: 'Whether every decision is kept, and whether what the guard depends on is there.',
  rows: [
    {
      title: 'Audit log',
      panels: [
        {
          kind: 'stat',
          title: 'Records lost',
          description: 'In the time shown. Must be 0.',
          unit: 'short',
          queries: [{ expr: totalBy('', 'audit_dropped_total'), legend: 'lost' }],
          width: 4,
          height: 5,
          decimals: 0,
          thresholds: mustBeZero,
        },
        {
          kind: 'stat',
          title: 'Failed verifications',
          description: 'Verifications that found the log altered, in the time shown. Must be 0.',
          unit: 'short',
          queries: [{ expr: totalBy('', 'audit_chain_failures_total'), legend: 'failed' }],
          width: 4,
          height: 5,
          decimals: 0,
          thresholds: mustBeZero,
        },
        {
          kind: 'stat',
          title: 'Waiting records',
          description: 'Records that are in no database and no file yet.',
          unit: 'short',
          queries: [{ expr: aggregate('', series('audit_queue_length')), legend: 'waiting' }],
          width: 4,
          height: 5,
          thresholds: [
            [null, 'green'],
            [1_000, 'orange'],
          ],
        },
        {
          kind: 'stat',
          title: 'Spool file',
          description: 'Where records wait while the database is away.',
          unit: 'bytes',
          queries: [{ expr: aggregate('', series('audit_spool_bytes')), legend: 'spool' }],
          width: 4,
          height: 5,
          thresholds: [
            [null, 'green'],
            [1, 'orange'],
          ],
        },
        {
          kind: 'stat',
          title: 'Alerts not delivered',
          description: 'By the in-process alerting, in the time shown.',
          unit: 'short',
          queries: [{ expr: totalBy('', 'alerts_sent_total', 'status="failed"'), legend: 'failed' }],
          width: 4,
          height: 5,
          decimals: 0,
          thresholds: mustBeZero,
        },
        {
          kind: 'stat',
          title: 'Reviews waiting',
          description: 'Verdicts that wait for a person.',
          unit: 'short',
          queries: [{ expr: aggregate('', series('reviews_pending'), 'max'), legend: 'waiting' }],
          width: 4,
          height: 5,
          thresholds: [
            [null, 'green'],
            [100, 'orange'],
          ],
        },
        {
          kind: 'timeseries',
          title: 'Audit records',
          description:
            'spooled: written to a file, because the database was away; duplicate: written before, which is normal after an outage.',
          unit: 'reqps',
          queries: [{ expr: rateBy('status', 'audit_records_total'), legend: '{{status}}' }],
          width: 8,
          stacked: true,
          colors: { written: 'green', duplicate: 'blue', spooled: 'yellow', failed: 'red' },
        },
        {
          kind: 'timeseries',
          title: 'Time to write a batch',
          description: 'Half and 95 % of batches take at most this long.',
          unit: 's',
          queries: [0.5, 0.95].map((q) => ({ expr: quantile(q, '', 'audit_write_seconds'), legend: `p${q * 100}` })),
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Spool files',
          description: 'Records that wait in files, by instance. What grows is a database that is away.',
          unit: 'bytes',
          queries: [{ expr: aggregate('instance', series('audit_spool_bytes')), legend: '{{instance}}' }],
          width: 8,
        },
      ],
    },
    {
      title: 'Stores and limits',
      panels: [
        {
          kind: 'timeseries',
          title: 'Store queries, p95',
          description: 'One query in twenty takes longer.',
          unit: 's',
          queries: [
            { expr: quantile(0.95, 'store, operation', 'store_query_seconds'), legend: '{{store}} {{operation}}' },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Size of stores',
          description: 'As the stores report it.',
          unit: 'bytes',
          queries: [{ expr: aggregate('store', series('store_size_bytes'), 'max'), legend: '{{store}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Rate limits',
          description: 'unavailable: the store was away, and the limit decided as `onUnavailable` says.',
          unit: 'reqps',
          queries: [
            {
              expr: rateBy('limit, decision', 'rate_limit_decisions_total', 'decision!="allowed"'),
              legend: '{{limit}} {{decision}}',
            },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Open circuits',
          description: 'Instances in which the circuit is open: what is behind it is out of service.',
          unit: 'none',
          queries: [{ expr: aggregate('circuit', series('circuit_state', 'state="open"')), legend: '{{circuit}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Retries',
          description: 'Attempts after the first. exhausted: the last one failed too.',
          unit: 'reqps',
          queries: [{ expr: rateBy('operation, outcome', 'retries_total'), legend: '{{operation}} {{outcome}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Requests by API key',
          description: 'By the alias of the key. other: a key without alias.',
          unit: 'reqps',
          queries: [{ expr: rateBy('key_id, status', 'api_key_requests_total'), legend: '{{key_id}} {{status}}' }],
          width: 8,
        },
      ],
    },
    {
      title: 'Alerts, feeds and people',
      panels: [
        {
          kind: 'timeseries',
          title: 'Alerts sent',
          description: 'Alerts handed to a channel within an hour.',
          unit: 'short',
          queries: [
            {
              expr: aggregate('channel, status', `increase(${series('alerts_sent_total')}[1h])`),
              legend: '{{channel}} {{status}}',
            },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Alerts held back',
          description: 'By why they were not sent, within an hour.',
          unit: 'short',
          queries: [
            { expr: aggregate('reason', `increase(${series('alerts_suppressed_total')}[1h])`), legend: '{{reason}}' },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Age of threat feeds',
          description: 'Time since the last update that worked.',
          unit: 's',
          queries: [
            {
              expr: `time() - ${aggregate('feed', series('threat_feed_last_success_timestamp_seconds'), 'max')}`,
              legend: '{{feed}}',
            },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Reviews per hour',
          description: 'What people decided. expire: nobody did.',
          unit: 'short',
          queries: [
            { expr: aggregate('action', `increase(${series('reviews_completed_total')}[1h])`), legend: '{{action}}' },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Patterns per hour',
          description: 'Patterns found in traffic, put into service, and taken out again.',
          unit: 'short',
          queries: [
            { expr: aggregate('', `increase(${series('patterns_discovered_total')}[1h])`), legend: 'discovered' },
            { expr: aggregate('', `increase(${series('patterns_deployed_total')}[1h])`), legend: 'deployed' },
            { expr: aggregate('', `increase(${series('rollbacks_total')}[1h])`), legend: 'rolled back' },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Drift and feed matches per hour',
          description:
            'Times that traffic moved away from its baseline, and texts that an indicator of a feed matched.',
          unit: 'short',
          queries: [
            { expr: aggregate('kind', `increase(${series('drift_incidents_total')}[1h])`), legend: 'drift {{kind}}' },
            {
              expr: aggregate('severity', `increase(${series('threat_matches_total')}[1h])`),
              legend: 'match {{severity}}',
            },
          ],
          width: 8,
        },
      ],
    },
  ],
};
