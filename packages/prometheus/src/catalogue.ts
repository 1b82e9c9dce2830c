/** One metric: all that instruments, alert rules, dashboards and the reference page need to know of it. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** In this order wherever values are listed. */
  readonly labels: readonly string[];
  /** Upper bounds; only of histograms. */
  readonly buckets?: readonly number[];
  /** Series that exist with 0 from the start, so that a ratio or `increase()` works from the first event on. */
  readonly initial?: readonly (readonly string[])[];
  /** How a cluster's primary joins the values of its workers. Counters and histograms are summed. */
  readonly aggregator?: 'sum' | 'min' | 'first';
  /** Brought up to date by a scrape instead of by events. */
  readonly collected?: true;
  /** Exists only when an option asks for it. */
  readonly optIn?: true;
  /** Can carry the trace of an event that it counted. */
  readonly exemplars?: true;
}

// Scans take tens of microseconds, so the first bounds lie below a millisecond. The thresholds of the service levels
// are bounds, and not whole numbers: Prometheus 3 rewrites le="1" to le="1.0".
const LATENCY = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;
const SCORE = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

const THREATS = ['injection', 'jailbreak', 'prompt_leak', 'pii', 'secret', 'exfiltration', 'obfuscation', 'harmful'];
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const LAYERS = ['input_guard', 'output_guard', 'tool_guard', 'retrieval_guard', 'system_guard'];

/** OWASP LLM Top 10 (2025) category of a built-in threat type, for findings whose rule names none. */
export const OWASP_CATEGORY: ReadonlyMap<string, string> = new Map([
  ['injection', 'LLM01'],
  ['jailbreak', 'LLM01'],
  ['prompt_leak', 'LLM07'],
  ['pii', 'LLM02'],
  ['secret', 'LLM02'],
  ['exfiltration', 'LLM02'],
  ['obfuscation', 'LLM01'],
  ['harmful', 'LLM05'],
]);

/** Every combination of the given values, in order. */
function each(...values: readonly (readonly string[])[]): string[][] {
  return values.reduce<string[][]>((rows, next) => rows.flatMap((row) => next.map((value) => [...row, value])), [[]]);
}

/**
 * Every metric by its name without the prefix. Names, labels and buckets are public: entries are added, never changed.
 */
export const metricCatalogue = {
  scan_total: {
    type: 'counter',
    help: 'Scans by what came of them. threat_type is the threat that decided, or none.',
    labels: ['result', 'threat_type'],
    initial: each(['allowed', 'blocked', 'flagged', 'redacted', 'error'], ['none']),
    exemplars: true,
  },
  scan_latency_seconds: {
    type: 'histogram',
    help: 'Wall time of a scan.',
    labels: [],
    buckets: LATENCY,
    exemplars: true,
  },
  risk_score: {
    type: 'histogram',
    help: 'Final risk of a scan, 0 to 1.',
    labels: [],
    buckets: SCORE,
  },
  active_sessions: {
    type: 'gauge',
    help: 'Sessions seen within the session time to live.',
    labels: [],
    aggregator: 'sum',
    collected: true,
  },
  active_scans: {
    type: 'gauge',
    help: 'Scans in progress.',
    labels: [],
    aggregator: 'sum',
    collected: true,
  },
  threats_detected_total: {
    type: 'counter',
    help: 'Kinds of threat found in a scan, each once, whatever came of it. category is an OWASP LLM Top 10 id.',
    labels: ['threat_type', 'severity', 'category'],
    initial: THREATS.flatMap((threat) => each([threat], SEVERITIES, [OWASP_CATEGORY.get(threat) ?? 'none'])),
  },
  threats_blocked_total: {
    type: 'counter',
    help: 'Kinds of threat found in a blocked scan, each once per scan.',
    labels: ['threat_type', 'severity'],
    initial: each(THREATS, SEVERITIES),
  },
  false_positives_total: {
    type: 'counter',
    help: 'Verdicts that a person reported as too strict.',
    labels: ['threat_type'],
    initial: each(['none', ...THREATS]),
  },
  false_negatives_total: {
    type: 'counter',
    help: 'Threats that a person reported as missed.',
    labels: ['threat_type'],
    initial: each(['none', ...THREATS]),
  },
  findings_total: {
    type: 'counter',
    help: 'Findings of all scans, whatever came of them.',
    labels: ['severity'],
    initial: each(SEVERITIES),
  },
  policy_blocks_total: {
    type: 'counter',
    help: 'Scans blocked by a named policy.',
    labels: ['policy'],
  },
  requests_total: {
    type: 'counter',
    help: 'Scans by guard layer. status is success when there is a verdict.',
    labels: ['layer', 'status'],
    initial: each(LAYERS, ['success', 'failure', 'timeout']),
  },
  request_latency_seconds: {
    type: 'histogram',
    help: 'Wall time of a scan by guard layer.',
    labels: ['layer'],
    buckets: LATENCY,
  },
  layer_risk_score: {
    type: 'histogram',
    help: 'Final risk of a scan by guard layer, 0 to 1.',
    labels: ['layer'],
    buckets: SCORE,
    optIn: true,
  },
  pii_detections_total: {
    type: 'counter',
    help: 'Pieces of personal data found.',
    labels: ['entity_type'],
    initial: each(['email', 'phone', 'credit_card']),
  },
  injection_attempts_total: {
    type: 'counter',
    help: 'Ways of injection and jailbreak found in a scan, each once per scan, whatever came of it.',
    labels: ['injection_type'],
    initial: each(['direct', 'indirect', 'encoded', 'roleplay', 'jailbreak']),
  },
  engine_runs_total: {
    type: 'counter',
    help: 'Runs of an engine. A verdict from the cache runs none.',
    labels: ['engine', 'status'],
    collected: true,
  },
  engine_inference_seconds: {
    type: 'histogram',
    help: 'Wall time of an engine.',
    labels: ['engine'],
    buckets: LATENCY,
  },
  engine_errors_total: {
    type: 'counter',
    help: 'Runs of an engine that threw or ran out of time, by class of the error.',
    labels: ['engine', 'error_type'],
  },
  engine_health: {
    type: 'gauge',
    help: '1 when the last run of the engine went well, 0 when it failed.',
    labels: ['engine'],
    aggregator: 'min',
    collected: true,
  },
  active_engines: {
    type: 'gauge',
    help: 'Engines whose last run went well.',
    labels: [],
    aggregator: 'sum',
    collected: true,
  },
  confidence_score: {
    type: 'histogram',
    help: 'How sure an engine was of its strongest finding in a scan, 0 to 1.',
    labels: ['engine'],
    buckets: SCORE,
  },
  errors_total: {
    type: 'counter',
    help: 'Failures beside the scan, such as an adapter that threw or rejected.',
    labels: ['component', 'error_type'],
    collected: true,
  },
  cache_hits_total: {
    type: 'counter',
    help: 'Scans answered by a cache.',
    labels: ['cache'],
    initial: each(['verdict']),
  },
  cache_misses_total: {
    type: 'counter',
    help: 'Scans that no cache could answer.',
    labels: ['cache'],
    initial: each(['verdict']),
  },
  adapter_queue_length: {
    type: 'gauge',
    help: 'Events that wait to be written by an adapter.',
    labels: ['adapter'],
    aggregator: 'sum',
    collected: true,
  },
  adapter_dropped_total: {
    type: 'counter',
    help: 'Events given up because the queue of an adapter was full or its write failed.',
    labels: ['adapter'],
    collected: true,
  },
  label_overflow_total: {
    type: 'counter',
    help: 'Label values counted as "other", because the metric has as many values as it may.',
    labels: ['metric'],
  },
  build_info: {
    type: 'gauge',
    help: 'Always 1. Version of the adapter and of Node.',
    labels: ['version', 'node_version'],
    aggregator: 'first',
  },
  ruleset_info: {
    type: 'gauge',
    help: 'Always 1. Release and digest of the rules and model in use.',
    labels: ['version', 'digest'],
    aggregator: 'first',
    collected: true,
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metricCatalogue;
