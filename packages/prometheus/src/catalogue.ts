/** One metric: all that instruments, alert rules, dashboards and the reference page need to know of it. */
export interface MetricDefinition {
  /** Kind of the metric. */
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** One sentence for the reader of a scrape. */
  readonly help: string;
  /** In this order wherever values are listed. */
  readonly labels: readonly string[];
  /** Where the numbers come from: core's events, the health that a scrape asks for, or calls of `adapter.metrics`. */
  readonly from: 'scans' | 'feedback' | 'decisions' | 'scrape' | 'packages';
  /** Upper bounds; only of histograms. */
  readonly buckets?: readonly number[];
  /** Series that exist with 0 from the start, so that a ratio or `increase()` works from the first event on. */
  readonly initial?: readonly (readonly string[])[];
  /** The closed set of values of the last label. The first of them brings the others along, with 0. */
  readonly states?: readonly string[];
  /** A gauge that is 1 for one of its `states` and 0 for the others. */
  readonly oneHot?: true;
  /** Distinct values a label may have, where they are ids from a configuration and more than `maxLabelValues`. */
  readonly maxValues?: number;
  /** How a cluster's primary joins the values of its workers. Counters and histograms are summed. */
  readonly aggregator?: 'sum' | 'min' | 'max' | 'first';
  /** Exists only when an option asks for it. */
  readonly optIn?: true;
  /** Can carry the trace of an event that it counted. */
  readonly exemplars?: true;
}

// Scans take tens of microseconds, so the first bounds lie below a millisecond. The thresholds of the service levels
// are bounds, and not whole numbers: Prometheus 3 rewrites le="1" to le="1.0".
const LATENCY = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;
const SCORE = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
const NETWORK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

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
    from: 'scans',
    // Also with each threat: a series that begins with its first hundred blocked texts has no rate until the next come.
    initial: [
      ...each(['allowed', 'blocked', 'flagged', 'redacted', 'error'], ['none']),
      ...each(['blocked', 'flagged', 'redacted'], THREATS),
    ],
    exemplars: true,
  },
  scan_latency_seconds: {
    type: 'histogram',
    help: 'Wall time of a scan.',
    labels: [],
    from: 'scans',
    buckets: LATENCY,
    exemplars: true,
  },
  risk_score: {
    type: 'histogram',
    help: 'Final risk of a scan, 0 to 1.',
    labels: [],
    from: 'scans',
    buckets: SCORE,
  },
  active_sessions: {
    type: 'gauge',
    help: 'Sessions seen within the session time to live.',
    labels: [],
    from: 'scrape',
    aggregator: 'sum',
  },
  active_scans: {
    type: 'gauge',
    help: 'Scans in progress.',
    labels: [],
    from: 'scrape',
    aggregator: 'sum',
  },
  threats_detected_total: {
    type: 'counter',
    help: 'Kinds of threat found in a scan, each once, whatever came of it. category is an OWASP LLM Top 10 id.',
    labels: ['threat_type', 'severity', 'category'],
    from: 'scans',
    initial: THREATS.flatMap((threat) => each([threat], SEVERITIES, [OWASP_CATEGORY.get(threat) ?? 'none'])),
  },
  threats_blocked_total: {
    type: 'counter',
    help: 'Kinds of threat found in a blocked scan, each once per scan.',
    labels: ['threat_type', 'severity'],
    from: 'scans',
    initial: each(THREATS, SEVERITIES),
  },
  false_positives_total: {
    type: 'counter',
    help: 'Verdicts that a person reported as too strict.',
    labels: ['threat_type'],
    from: 'feedback',
    initial: each(['none', ...THREATS]),
  },
  false_negatives_total: {
    type: 'counter',
    help: 'Threats that a person reported as missed.',
    labels: ['threat_type'],
    from: 'feedback',
    initial: each(['none', ...THREATS]),
  },
  findings_total: {
    type: 'counter',
    help: 'Findings of all scans, whatever came of them.',
    labels: ['severity'],
    from: 'scans',
    initial: each(SEVERITIES),
  },
  rule_findings_total: {
    type: 'counter',
    help: 'Findings by the rule that made them, whatever came of them.',
    labels: ['rule'],
    from: 'scans',
    // Rule ids come from code and configuration, not from texts: a thousand built-in ones cannot become more.
    maxValues: 1_000,
  },
  policy_blocks_total: {
    type: 'counter',
    help: 'Scans blocked by a named policy.',
    labels: ['policy'],
    from: 'decisions',
  },
  requests_total: {
    type: 'counter',
    help: 'Scans by guard layer. status is success when there is a verdict.',
    labels: ['layer', 'status'],
    from: 'scans',
    initial: each(LAYERS, ['success', 'failure', 'timeout']),
  },
  request_latency_seconds: {
    type: 'histogram',
    help: 'Wall time of a scan by guard layer.',
    labels: ['layer'],
    from: 'scans',
    buckets: LATENCY,
  },
  layer_risk_score: {
    type: 'histogram',
    help: 'Final risk of a scan by guard layer, 0 to 1.',
    labels: ['layer'],
    from: 'scans',
    buckets: SCORE,
    optIn: true,
  },
  pii_detections_total: {
    type: 'counter',
    help: 'Pieces of personal data found.',
    labels: ['entity_type'],
    from: 'scans',
    initial: each(['email', 'phone', 'credit_card']),
  },
  injection_attempts_total: {
    type: 'counter',
    help: 'Ways of injection and jailbreak found in a scan, each once per scan, whatever came of it.',
    labels: ['injection_type'],
    from: 'scans',
    initial: each(['direct', 'indirect', 'encoded', 'roleplay', 'jailbreak']),
  },
  engine_runs_total: {
    type: 'counter',
    help: 'Runs of an engine. A verdict from the cache runs none.',
    labels: ['engine', 'status'],
    from: 'scans',
    states: ['success', 'failure', 'timeout'],
  },
  engine_inference_seconds: {
    type: 'histogram',
    help: 'Wall time of an engine.',
    labels: ['engine'],
    from: 'scans',
    buckets: LATENCY,
  },
  engine_errors_total: {
    type: 'counter',
    help: 'Runs of an engine that threw or ran out of time, by class of the error.',
    labels: ['engine', 'error_type'],
    from: 'scans',
  },
  engine_health: {
    type: 'gauge',
    help: '1 when the last run of the engine went well, 0 when it failed.',
    labels: ['engine'],
    from: 'scrape',
    aggregator: 'min',
  },
  active_engines: {
    type: 'gauge',
    help: 'Engines whose last run went well.',
    labels: [],
    from: 'scrape',
    aggregator: 'sum',
  },
  confidence_score: {
    type: 'histogram',
    help: 'How sure an engine was of its strongest finding in a scan, 0 to 1.',
    labels: ['engine'],
    from: 'scans',
    buckets: SCORE,
  },
  errors_total: {
    type: 'counter',
    help: 'Failures beside the scan, such as an adapter that threw or rejected.',
    labels: ['component', 'error_type'],
    from: 'scrape',
  },
  cache_hits_total: {
    type: 'counter',
    help: 'Scans answered by a cache.',
    labels: ['cache'],
    from: 'scans',
    initial: each(['verdict']),
  },
  cache_misses_total: {
    type: 'counter',
    help: 'Scans that no cache could answer.',
    labels: ['cache'],
    from: 'scans',
    initial: each(['verdict']),
  },
  patterns_discovered_total: {
    type: 'counter',
    help: 'Candidate patterns found in traffic.',
    labels: ['pattern_type'],
    from: 'packages',
  },
  patterns_deployed_total: {
    type: 'counter',
    help: 'Patterns put into service.',
    labels: ['pattern_type'],
    from: 'packages',
  },
  rollbacks_total: {
    type: 'counter',
    help: 'Patterns taken out of service again.',
    labels: ['reason'],
    from: 'packages',
  },
  threat_feed_updates_total: {
    type: 'counter',
    help: 'Updates of a threat feed.',
    labels: ['feed', 'status'],
    from: 'packages',
    states: ['success', 'failure', 'timeout', 'skipped'],
  },
  threat_feed_last_success_timestamp_seconds: {
    type: 'gauge',
    help: 'When a threat feed was last updated, in seconds since the epoch.',
    labels: ['feed'],
    from: 'packages',
    aggregator: 'max',
  },
  threat_feed_indicators: {
    type: 'gauge',
    help: 'Indicators in force of a threat feed.',
    labels: ['feed'],
    from: 'packages',
    aggregator: 'max',
  },
  threat_matches_total: {
    type: 'counter',
    help: 'Texts that an indicator of a threat feed matched.',
    labels: ['severity'],
    from: 'packages',
    initial: each(SEVERITIES),
  },
  reviews_pending: {
    type: 'gauge',
    help: 'Verdicts that wait for a person.',
    labels: [],
    from: 'packages',
    aggregator: 'max',
  },
  reviews_completed_total: {
    type: 'counter',
    help: 'Reviews by what came of them.',
    labels: ['action'],
    from: 'decisions',
    initial: each(['approve', 'reject', 'escalate', 'expire']),
  },
  api_key_requests_total: {
    type: 'counter',
    help: 'Requests by API key. key_id is a configured alias, never a part of the key.',
    labels: ['key_id', 'status'],
    from: 'packages',
    states: ['success', 'failure'],
  },
  drift_incidents_total: {
    type: 'counter',
    help: 'Times that traffic or scores moved away from their baseline.',
    labels: ['kind'],
    from: 'packages',
  },
  llm_tokens_total: {
    type: 'counter',
    help: 'Tokens that calls of a model used.',
    labels: ['model', 'token_type'],
    from: 'packages',
    states: ['input', 'output'],
  },
  http_requests_total: {
    type: 'counter',
    help: 'HTTP requests. route is the template, never the path.',
    labels: ['method', 'route', 'status_code'],
    from: 'packages',
  },
  http_request_duration_seconds: {
    type: 'histogram',
    help: 'Time to answer an HTTP request.',
    labels: ['method', 'route'],
    from: 'packages',
    buckets: NETWORK,
  },
  audit_records_total: {
    type: 'counter',
    help: 'Audit records by what became of them.',
    labels: ['status'],
    from: 'packages',
    initial: each(['written', 'spooled', 'duplicate', 'failed']),
  },
  audit_dropped_total: {
    type: 'counter',
    help: 'Audit records that were lost. Must stay 0.',
    labels: ['reason'],
    from: 'packages',
    initial: each(['queue_full', 'spool_full', 'write_failed']),
  },
  audit_queue_length: {
    type: 'gauge',
    help: 'Audit records that wait to be written.',
    labels: [],
    from: 'packages',
    aggregator: 'sum',
  },
  audit_spool_bytes: {
    type: 'gauge',
    help: 'Size of the spool file, where audit records wait for the database.',
    labels: [],
    from: 'packages',
    aggregator: 'sum',
  },
  audit_write_seconds: {
    type: 'histogram',
    help: 'Time to write a batch of audit records.',
    labels: [],
    from: 'packages',
    buckets: NETWORK,
  },
  audit_chain_failures_total: {
    type: 'counter',
    help: 'Verifications of the audit log that found it altered.',
    labels: [],
    from: 'packages',
  },
  store_query_seconds: {
    type: 'histogram',
    help: 'Time of a query to a store.',
    labels: ['store', 'operation'],
    from: 'packages',
    buckets: NETWORK,
  },
  store_size_bytes: {
    type: 'gauge',
    help: 'Size of a store.',
    labels: ['store'],
    from: 'packages',
    aggregator: 'max',
  },
  retries_total: {
    type: 'counter',
    help: 'Attempts after the first, by what came of them.',
    labels: ['operation', 'outcome'],
    from: 'packages',
    states: ['succeeded', 'failed', 'exhausted'],
  },
  circuit_state: {
    type: 'gauge',
    help: '1 for the state that a circuit is in, 0 for the others. A cluster shows how many of its workers are in it.',
    labels: ['circuit', 'state'],
    from: 'decisions',
    states: ['closed', 'open', 'half_open'],
    oneHot: true,
    aggregator: 'sum',
  },
  circuit_events_total: {
    type: 'counter',
    help: 'What happened to a circuit and to the calls through it.',
    labels: ['circuit', 'event'],
    from: 'decisions',
    states: ['opened', 'closed', 'half_open', 'rejected', 'timeout', 'failure', 'success'],
  },
  rate_limit_decisions_total: {
    type: 'counter',
    help: 'Checks of a rate limit by what it decided, also in the absence of its store.',
    labels: ['limit', 'decision'],
    from: 'decisions',
    states: ['allowed', 'denied', 'unavailable_local', 'unavailable_allow', 'unavailable_deny'],
  },
  alerts_sent_total: {
    type: 'counter',
    help: 'Alerts handed to a channel.',
    labels: ['channel', 'status'],
    from: 'packages',
    states: ['sent', 'failed'],
  },
  alerts_suppressed_total: {
    type: 'counter',
    help: 'Alerts that were held back.',
    labels: ['reason'],
    from: 'packages',
    initial: each(['dedup', 'silence', 'inhibit', 'rate_limit']),
  },
  adapter_queue_length: {
    type: 'gauge',
    help: 'Events that wait to be written by an adapter.',
    labels: ['adapter'],
    from: 'scrape',
    aggregator: 'sum',
  },
  adapter_dropped_total: {
    type: 'counter',
    help: 'Events given up because the queue of an adapter was full or its write failed.',
    labels: ['adapter'],
    from: 'scrape',
  },
  label_overflow_total: {
    type: 'counter',
    help: 'Label values counted as "other", because the metric has as many values as it may.',
    labels: ['metric'],
    from: 'scrape',
    // As many as there are metrics.
    maxValues: 100,
  },
  build_info: {
    type: 'gauge',
    help: 'Always 1. Version of the adapter and of Node.',
    labels: ['version', 'node_version'],
    from: 'scrape',
    aggregator: 'first',
  },
  ruleset_info: {
    type: 'gauge',
    help: 'Always 1. Release and digest of the rules and model in use.',
    labels: ['version', 'digest'],
    from: 'scrape',
    aggregator: 'first',
  },
} as const satisfies Record<string, MetricDefinition>;

/** Names of metrics, without the prefix. */
export type MetricName = keyof typeof metricCatalogue;
