import type { DashboardSpec } from './panel.js';
import { aggregate, foreign, heat, quantile, rateBy, series, shareOf, totalBy } from './query.js';

// How many times faster than allowed the budget of 30 days is used up.
const errorBurn = (window: string) => `(${shareOf('scan_total', 'result="error"', window)}) / 0.001`;
const slowBurn = (window: string) => {
  const fast = aggregate('', `rate(${series('scan_latency_seconds', 'le="0.1"', '_bucket')}[${window}])`);
  const all = aggregate('', `rate(${series('scan_latency_seconds', '', '_count')}[${window}])`);
  return `(1 - ${fast} / (${all} > 0)) / 0.01`;
};

export const overview: DashboardSpec = {
  name: 'llm-sentinel-overview',
  title: 'LLM Sentinel / Overview',
  description: 'What arrives, what is stopped, and whether the guard itself is well.',
  rows: [
    {
      title: 'Now',
      panels: [
        {
          kind: 'stat',
          title: 'Scans per second',
          description: 'Texts judged a second, over all instances chosen.',
          unit: 'reqps',
          queries: [{ expr: rateBy('', 'scan_total'), legend: 'scans' }],
          width: 4,
          height: 5,
          thresholds: [[null, 'blue']],
        },
        {
          kind: 'gauge',
          title: 'Block rate',
          description: 'Share of texts that are blocked. Above a half for a minute pages: an attack, or a broken rule.',
          unit: 'percentunit',
          queries: [{ expr: shareOf('scan_total', 'result="blocked"'), legend: 'blocked' }],
          width: 4,
          height: 5,
          max: 1,
          thresholds: [
            [null, 'green'],
            [0.2, 'yellow'],
            [0.5, 'red'],
          ],
        },
        {
          kind: 'stat',
          title: 'Latency p99',
          description: 'One scan in a hundred takes longer. Promised: 99 % within 100 ms.',
          unit: 's',
          queries: [{ expr: quantile(0.99, '', 'scan_latency_seconds'), legend: 'p99' }],
          width: 4,
          height: 5,
          thresholds: [
            [null, 'green'],
            [0.1, 'yellow'],
            [0.5, 'red'],
          ],
        },
        {
          kind: 'stat',
          title: 'Active sessions',
          description: 'Sessions seen within the last 30 minutes.',
          unit: 'short',
          queries: [{ expr: aggregate('', series('active_sessions')), legend: 'sessions' }],
          width: 4,
          height: 5,
          thresholds: [[null, 'blue']],
        },
        {
          kind: 'stat',
          title: 'Error budget burn, 1 h',
          description: 'At 1 the budget of 30 days is used up in 30 days; above 14.4 somebody is paged.',
          unit: 'none',
          queries: [{ expr: errorBurn('1h'), legend: 'burn' }],
          width: 4,
          height: 5,
          decimals: 1,
          thresholds: [
            [null, 'green'],
            [1, 'yellow'],
            [14.4, 'red'],
          ],
        },
        {
          kind: 'stat',
          title: 'Instances down',
          description: 'Instances that Prometheus knows and cannot scrape.',
          unit: 'none',
          queries: [{ expr: `count(${foreign('up')} == 0) or 0 * count(${foreign('up')})`, legend: 'down' }],
          width: 4,
          height: 5,
          thresholds: [
            [null, 'green'],
            [1, 'red'],
          ],
        },
      ],
    },
    {
      title: 'Traffic',
      panels: [
        {
          kind: 'timeseries',
          title: 'Scans by result',
          description: 'error: engines failed and the others found nothing to decide by.',
          unit: 'reqps',
          queries: [{ expr: rateBy('result', 'scan_total'), legend: '{{result}}' }],
          width: 8,
          stacked: true,
          colors: { allowed: 'green', flagged: 'yellow', redacted: 'blue', blocked: 'red', error: 'purple' },
        },
        {
          kind: 'timeseries',
          title: 'Block rate',
          description: 'Share of texts that are blocked. The dashed lines are the thresholds of the alerts.',
          unit: 'percentunit',
          queries: [{ expr: shareOf('scan_total', 'result="blocked"'), legend: 'blocked' }],
          width: 8,
          max: 1,
          thresholds: [
            [null, 'green'],
            [0.2, 'yellow'],
            [0.5, 'red'],
          ],
        },
        {
          kind: 'timeseries',
          title: 'Scans by guard layer',
          description:
            'input_guard: people; output_guard: the model; retrieval_guard: documents; tool_guard: results of tools.',
          unit: 'reqps',
          queries: [{ expr: rateBy('layer', 'requests_total'), legend: '{{layer}}' }],
          width: 8,
          stacked: true,
        },
        {
          kind: 'heatmap',
          title: 'Risk scores',
          description: 'How many texts had which risk. A band that appears at the top is an attack, blocked or not.',
          unit: 'none',
          queries: [{ expr: heat('risk_score') }],
          width: 12,
          height: 9,
        },
        {
          kind: 'timeseries',
          title: 'Active sessions',
          description: 'Sessions seen within the last 30 minutes, by instance.',
          unit: 'short',
          queries: [{ expr: aggregate('instance', series('active_sessions')), legend: '{{instance}}' }],
          width: 12,
          height: 9,
        },
      ],
    },
    {
      title: 'Threats',
      panels: [
        {
          kind: 'piechart',
          title: 'Threats by type',
          description: 'Kinds of threat found in the time shown, each once a text, whatever came of it.',
          unit: 'short',
          queries: [{ expr: totalBy('threat_type', 'threats_detected_total'), legend: '{{threat_type}}' }],
          width: 8,
          height: 9,
        },
        {
          kind: 'table',
          title: 'Top rules',
          description: 'The ten rules with most findings in the time shown.',
          unit: 'short',
          queries: [{ expr: `topk(10, ${totalBy('rule', 'rule_findings_total')})` }],
          width: 8,
          height: 9,
          decimals: 0,
        },
        {
          kind: 'timeseries',
          title: 'Threats by severity',
          description: 'Threats found a second, by how severe they are.',
          unit: 'reqps',
          queries: [{ expr: rateBy('severity', 'threats_detected_total'), legend: '{{severity}}' }],
          width: 8,
          height: 9,
          stacked: true,
          colors: { low: 'blue', medium: 'yellow', high: 'orange', critical: 'red' },
        },
        {
          kind: 'timeseries',
          title: 'Personal data by entity',
          description: 'Pieces of personal data found a second.',
          unit: 'reqps',
          queries: [{ expr: rateBy('entity_type', 'pii_detections_total'), legend: '{{entity_type}}' }],
          width: 8,
          stacked: true,
        },
        {
          kind: 'timeseries',
          title: 'Injection by way',
          description:
            'indirect: in a document, a tool result or the answer of a model; encoded: hidden in an encoding.',
          unit: 'reqps',
          queries: [{ expr: rateBy('injection_type', 'injection_attempts_total'), legend: '{{injection_type}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Feedback per hour',
          description: 'Verdicts that people reported as wrong, within an hour.',
          unit: 'short',
          queries: [
            { expr: aggregate('', `increase(${series('false_positives_total')}[1h])`), legend: 'too strict' },
            { expr: aggregate('', `increase(${series('false_negatives_total')}[1h])`), legend: 'missed' },
          ],
          width: 8,
        },
      ],
    },
    {
      title: 'Service levels',
      panels: [
        {
          kind: 'timeseries',
          title: 'Latency',
          description:
            'Half, 95 % and 99 % of scans take at most this long. The dashed lines are the promise and the alert.',
          unit: 's',
          queries: [0.5, 0.95, 0.99].map((q) => ({
            expr: quantile(q, '', 'scan_latency_seconds'),
            legend: `p${q * 100}`,
          })),
          width: 12,
          thresholds: [
            [null, 'green'],
            [0.1, 'yellow'],
            [0.5, 'red'],
          ],
        },
        {
          kind: 'timeseries',
          title: 'Error budgets',
          description:
            'How many times faster than allowed the budgets are used up, over an hour and six. Above 6 for long, or 14.4, pages.',
          unit: 'none',
          queries: [
            { expr: errorBurn('1h'), legend: 'availability, 1 h' },
            { expr: errorBurn('6h'), legend: 'availability, 6 h' },
            { expr: slowBurn('1h'), legend: 'latency, 1 h' },
            { expr: slowBurn('6h'), legend: 'latency, 6 h' },
          ],
          width: 12,
          thresholds: [
            [null, 'green'],
            [6, 'yellow'],
            [14.4, 'red'],
          ],
        },
      ],
    },
    {
      title: 'The guard itself',
      panels: [
        {
          kind: 'timeseries',
          title: 'Cache hit ratio',
          description: 'Share of scans answered by the cache.',
          unit: 'percentunit',
          queries: [
            {
              expr: `${rateBy('cache', 'cache_hits_total')} / (${rateBy('cache', 'cache_hits_total')} + ${rateBy('cache', 'cache_misses_total')} > 0)`,
              legend: '{{cache}}',
            },
          ],
          width: 8,
          max: 1,
        },
        {
          kind: 'timeseries',
          title: 'Errors',
          description: 'Failures of engines, and of what stands beside the scan: adapters, the metrics themselves.',
          unit: 'reqps',
          queries: [
            { expr: rateBy('engine', 'engine_errors_total'), legend: 'engine {{engine}}' },
            { expr: rateBy('component', 'errors_total'), legend: '{{component}}' },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Adapter queues',
          description: 'Events that wait to be written, and those given up a second. The second must stay at 0.',
          unit: 'short',
          queries: [
            { expr: aggregate('adapter', series('adapter_queue_length')), legend: '{{adapter}} waiting' },
            { expr: rateBy('adapter', 'adapter_dropped_total'), legend: '{{adapter}} dropped a second' },
          ],
          width: 8,
        },
      ],
    },
  ],
};
