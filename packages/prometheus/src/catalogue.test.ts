import { describe, expect, it } from 'vitest';
import { type MetricDefinition, metricCatalogue } from './catalogue.js';

const entries = Object.entries(metricCatalogue) as [string, MetricDefinition][];

describe('metricCatalogue', () => {
  it('lists names, types and labels as published: a change here is a change for every dashboard', () => {
    const lines = entries.map(([name, { type, labels }]) => `${name} ${type} ${labels.join(',')}`.trimEnd());
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "scan_total counter result,threat_type
      scan_latency_seconds histogram
      risk_score histogram
      active_sessions gauge
      active_scans gauge
      threats_detected_total counter threat_type,severity,category
      threats_blocked_total counter threat_type,severity
      false_positives_total counter threat_type
      false_negatives_total counter threat_type
      findings_total counter severity
      rule_findings_total counter rule
      policy_blocks_total counter policy
      requests_total counter layer,status
      request_latency_seconds histogram layer
      layer_risk_score histogram layer
      pii_detections_total counter entity_type
      injection_attempts_total counter injection_type
      engine_runs_total counter engine,status
      engine_inference_seconds histogram engine
      engine_errors_total counter engine,error_type
      engine_health gauge engine
      active_engines gauge
      confidence_score histogram engine
      errors_total counter component,error_type
      cache_hits_total counter cache
      cache_misses_total counter cache
      patterns_discovered_total counter pattern_type
      patterns_deployed_total counter pattern_type
      rollbacks_total counter reason
      threat_feed_updates_total counter feed,status
      threat_feed_last_success_timestamp_seconds gauge feed
      threat_feed_indicators gauge feed
      threat_matches_total counter severity
      reviews_pending gauge
      reviews_completed_total counter action
      api_key_requests_total counter key_id,status
      drift_incidents_total counter kind
      llm_tokens_total counter model,token_type
      http_requests_total counter method,route,status_code
      http_request_duration_seconds histogram method,route
      audit_records_total counter status
      audit_dropped_total counter reason
      audit_queue_length gauge
      audit_spool_bytes gauge
      audit_write_seconds histogram
      audit_chain_failures_total counter
      store_query_seconds histogram store,operation
      store_size_bytes gauge store
      retries_total counter operation,outcome
      circuit_state gauge circuit,state
      circuit_events_total counter circuit,event
      rate_limit_decisions_total counter limit,decision
      alerts_sent_total counter channel,status
      alerts_suppressed_total counter reason
      adapter_queue_length gauge adapter
      adapter_dropped_total counter adapter
      label_overflow_total counter metric
      build_info gauge version,node_version
      ruleset_info gauge version,digest"
    `);
  });

  it.each(entries)(
    '%s follows the naming rules',
    (name, { type, buckets, initial, labels, help, aggregator, states, oneHot }) => {
      expect(name).toMatch(/^[a-z][a-z_]*[a-z]$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      expect(help).toMatch(/^[A-Z0-9].*\.$/);
      expect(buckets !== undefined).toBe(type === 'histogram');
      expect(aggregator !== undefined).toBe(type === 'gauge');
      for (const label of labels) expect(label).toMatch(/^[a-z][a-z_]*$/);
      for (const row of initial ?? []) expect(row).toHaveLength(labels.length);
      if (states !== undefined) expect(labels.length).toBeGreaterThan(1);
      if (oneHot) expect(type === 'gauge' && states !== undefined).toBe(true);
    },
  );

  it.each(entries.filter(([, { buckets }]) => buckets !== undefined))(
    '%s has rising buckets',
    (_name, { buckets = [] }) => {
      expect([...buckets].sort((a, b) => a - b)).toEqual(buckets);
      expect(new Set(buckets).size).toBe(buckets.length);
    },
  );

  it('has the thresholds of the service levels among the bounds of the latency', () => {
    expect(metricCatalogue.scan_latency_seconds.buckets).toEqual(expect.arrayContaining([0.1, 0.5]));
  });

  it('has no label that a text, a person or a session could fill', () => {
    const labels = new Set(entries.flatMap(([, definition]) => definition.labels));
    expect([...labels].sort()).toMatchInlineSnapshot(`
      [
        "action",
        "adapter",
        "cache",
        "category",
        "channel",
        "circuit",
        "component",
        "decision",
        "digest",
        "engine",
        "entity_type",
        "error_type",
        "event",
        "feed",
        "injection_type",
        "key_id",
        "kind",
        "layer",
        "limit",
        "method",
        "metric",
        "model",
        "node_version",
        "operation",
        "outcome",
        "pattern_type",
        "policy",
        "reason",
        "result",
        "route",
        "rule",
        "severity",
        "state",
        "status",
        "status_code",
        "store",
        "threat_type",
        "token_type",
        "version",
      ]
    `);
  });
});
