import type { DashboardSpec } from './panel.js';
import { aggregate, foreign, heat, quantile, rateBy, series } from './query.js';

export const engines: DashboardSpec = {
  name: 'llm-sentinel-engines',
  title: 'LLM Sentinel / Engines and performance',
  description: 'Where the time of a scan goes, which engine fails, and how the process is doing.',
  rows: [
    {
      title: 'Engines',
      panels: [
        {
          kind: 'stat',
          title: 'Engine health',
          description: 'Whether the last run of the engine went well in all instances chosen.',
          unit: 'none',
          queries: [{ expr: aggregate('engine', series('engine_health'), 'min'), legend: '{{engine}}' }],
          width: 12,
          height: 5,
          thresholds: [
            [null, 'red'],
            [1, 'green'],
          ],
          words: { 0: 'fails', 1: 'well' },
        },
        {
          kind: 'stat',
          title: 'Scans in progress',
          description: 'Above 0 for long only where engines wait for something.',
          unit: 'none',
          queries: [{ expr: aggregate('', series('active_scans')), legend: 'in progress' }],
          width: 6,
          height: 5,
          thresholds: [[null, 'blue']],
        },
        {
          kind: 'stat',
          title: 'Engines that work',
          description: 'Engines whose last run went well, over all instances.',
          unit: 'none',
          queries: [{ expr: aggregate('', series('active_engines')), legend: 'engines' }],
          width: 6,
          height: 5,
          thresholds: [[null, 'blue']],
        },
        {
          kind: 'timeseries',
          title: 'Time of engines, p99',
          description: 'One run in a hundred of the engine takes longer.',
          unit: 's',
          queries: [{ expr: quantile(0.99, 'engine', 'engine_inference_seconds'), legend: '{{engine}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Runs that fail',
          description: 'failure: it threw; timeout: it was late. Texts are then judged without it.',
          unit: 'reqps',
          queries: [
            {
              expr: rateBy('engine, status', 'engine_runs_total', 'status!="success"'),
              legend: '{{engine}} {{status}}',
            },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Errors by class',
          description: 'The class of the error that an engine threw.',
          unit: 'reqps',
          queries: [{ expr: rateBy('engine, error_type', 'engine_errors_total'), legend: '{{engine}} {{error_type}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'Runs',
          description: 'Runs a second. A verdict from the cache runs no engine.',
          unit: 'reqps',
          queries: [{ expr: rateBy('engine', 'engine_runs_total'), legend: '{{engine}}' }],
          width: 12,
        },
        {
          kind: 'heatmap',
          title: 'Confidence',
          description: 'How sure engines were of their strongest finding. Much in the middle means much to doubt.',
          unit: 'none',
          queries: [{ expr: heat('confidence_score') }],
          width: 12,
        },
      ],
    },
    {
      title: 'Latency',
      panels: [
        {
          kind: 'heatmap',
          title: 'Time of scans',
          description:
            'How many scans took how long. Two bands are two kinds of text, or the cache beside the engines.',
          unit: 's',
          queries: [{ expr: heat('scan_latency_seconds') }],
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Time by guard layer, p99',
          description: 'Documents are longer than messages: retrieval_guard is the slowest where all is well.',
          unit: 's',
          queries: [{ expr: quantile(0.99, 'layer', 'request_latency_seconds'), legend: '{{layer}}' }],
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'HTTP requests',
          description: 'Requests a second by the template of their route.',
          unit: 'reqps',
          queries: [{ expr: rateBy('method, route', 'http_requests_total'), legend: '{{method}} {{route}}' }],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'HTTP errors',
          description: 'Requests a second that ended in an error of the server, or without their client (499).',
          unit: 'reqps',
          queries: [
            {
              expr: rateBy('route, status_code', 'http_requests_total', 'status_code=~"5..|499"'),
              legend: '{{route}} {{status_code}}',
            },
          ],
          width: 8,
        },
        {
          kind: 'timeseries',
          title: 'HTTP latency, p95',
          description: 'One request in twenty takes longer, by the template of its route.',
          unit: 's',
          queries: [{ expr: quantile(0.95, 'route', 'http_request_duration_seconds'), legend: '{{route}}' }],
          width: 8,
        },
      ],
    },
    {
      title: 'Process',
      panels: [
        {
          kind: 'timeseries',
          title: 'Processor',
          description: 'Processors in use, by instance. Needs `processMetrics`, as the panels beside it.',
          unit: 'short',
          queries: [
            {
              expr: aggregate('instance', `rate(${foreign('process_cpu_seconds_total')}[$__rate_interval])`),
              legend: '{{instance}}',
            },
          ],
          width: 6,
        },
        {
          kind: 'timeseries',
          title: 'Memory',
          description: 'Memory that the process holds, by instance.',
          unit: 'bytes',
          queries: [{ expr: aggregate('instance', foreign('process_resident_memory_bytes')), legend: '{{instance}}' }],
          width: 6,
        },
        {
          kind: 'timeseries',
          title: 'Event loop lag, p99',
          description: 'How late timers are. Scans are synchronous: long texts show here.',
          unit: 's',
          queries: [
            { expr: aggregate('instance', foreign('nodejs_eventloop_lag_p99_seconds'), 'max'), legend: '{{instance}}' },
          ],
          width: 6,
        },
        {
          kind: 'timeseries',
          title: 'Garbage collection',
          description: 'Share of time in which nothing else runs.',
          unit: 'percentunit',
          queries: [
            {
              expr: aggregate('instance', `rate(${foreign('nodejs_gc_duration_seconds_sum')}[$__rate_interval])`),
              legend: '{{instance}}',
            },
          ],
          width: 6,
        },
        {
          kind: 'timeseries',
          title: 'Tokens of models',
          description: 'Tokens a second by model and direction.',
          unit: 'short',
          queries: [{ expr: rateBy('model, token_type', 'llm_tokens_total'), legend: '{{model}} {{token_type}}' }],
          width: 12,
        },
        {
          kind: 'timeseries',
          title: 'Labels beyond their limit',
          description:
            'Label values counted as "other". Steady growth is a label that should not be one, or somebody who floods it.',
          unit: 'reqps',
          queries: [{ expr: rateBy('metric', 'label_overflow_total'), legend: '{{metric}}' }],
          width: 12,
        },
      ],
    },
  ],
};
