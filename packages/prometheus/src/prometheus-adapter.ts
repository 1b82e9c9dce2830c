import { type Adapter, type Finding, type ScanEvent, type ScannerInfo, SentinelError } from '@llm-sentinel/core';
import * as promClient from 'prom-client';
import { createActiveSessions } from './active-sessions.js';
import { type MetricName, metricCatalogue } from './catalogue.js';
import { NONE } from './label-guard.js';
import { categoryOf, injectionTypeOf, LAYERS, resultOf, statusOf } from './label-values.js';
import { type Exemplar, metricSetOf } from './metric-set.js';
import type { MetricsClient, MetricsRegistry } from './metrics-client.js';

declare const __VERSION__: string | undefined;
/** Release of this package, put in by the build; source that runs unbuilt has none. */
const RELEASE = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';

export interface PrometheusAdapterOptions<Registry extends MetricsRegistry = promClient.Registry> {
  /** Where the metrics go, for one page with the application's own. @default a registry of its own */
  readonly registry?: Registry;
  /** The metrics library, when it is not prom-client 15. @default prom-client */
  readonly client?: MetricsClient;
  /** Start of every name. Rules and dashboards are written for the default. @default 'sentinel_' */
  readonly prefix?: string;
  /** Distinct values a label of one metric may have; the rest are counted as `other`. @default 100 */
  readonly maxLabelValues?: number;
  /** Milliseconds after its last scan that a session counts as active. @default 1_800_000 */
  readonly sessionTtlMs?: number;
  /** Active sessions that are counted at most. Each takes about 150 bytes. @default 10_000 */
  readonly maxSessions?: number;
  /** Runs and wall time of each engine. Costs the scanner two clock reads an engine. @default true */
  readonly engineMetrics?: boolean;
  /** `layer_risk_score`: the risk score once more, by guard layer. @default false */
  readonly layerRiskScore?: boolean;
  /** Ids of the active span, kept as exemplar of scan count and latency. Needs a registry in OpenMetrics mode. */
  readonly traceContext?: () => { readonly traceId: string; readonly spanId: string } | undefined;
}

export interface PrometheusAdapter<Registry extends MetricsRegistry = promClient.Registry> extends Adapter {
  /** The registry that holds the metrics, for `metricsHandler`. */
  readonly registry: Registry;
}

const PREFIX = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*)?$/;
const OPENMETRICS = 'application/openmetrics-text';
// Someone who makes a scanner per request should not keep all of them alive through their health.
const MAX_SCANNERS = 64;
const STOPPED: readonly string[] = ['blocked', 'denied'];

/**
 * Counts scans, threats, latencies and the state of the scanner on prom-client metrics. Several adapters on one
 * registry share its metrics. No label ever holds a text, a user or a session.
 *
 * @example
 * const prometheus = prometheusAdapter();
 * configure({ adapters: [prometheus] });
 * await startMetricsServer({ registry: prometheus.registry, port: 9464, auth: { bearer: token } });
 */
export function prometheusAdapter<Registry extends MetricsRegistry = promClient.Registry>(
  options: PrometheusAdapterOptions<Registry> = {},
): PrometheusAdapter<Registry> {
  const { client = promClient, prefix = 'sentinel_', maxLabelValues = 100, traceContext } = options;
  const { sessionTtlMs = 30 * 60_000, maxSessions = 10_000, engineMetrics = true, layerRiskScore = false } = options;
  requirePositive({ maxLabelValues, sessionTtlMs, maxSessions });
  if (!PREFIX.test(prefix))
    throw invalid(`\`prefix\` must be the start of a metric name, got ${JSON.stringify(prefix)}.`);
  // Without a registry given, `Registry` is what the client makes; TypeScript cannot know that the two go together.
  const registry = options.registry ?? (new client.Registry() as Registry);
  const exemplars = traceContext !== undefined;
  if (exemplars && !registry.contentType.startsWith(OPENMETRICS)) {
    throw invalid('`traceContext` needs a `registry` in OpenMetrics mode: only that format has exemplars.');
  }
  const { family, adapters, collect } = metricSetOf({ client, registry, prefix, maxLabelValues, exemplars });

  for (const name of Object.keys(metricCatalogue) as MetricName[]) {
    if (!('optIn' in metricCatalogue[name])) family(name);
  }
  family('build_info').child(RELEASE, process.version).set(1);

  const scanTotal = family('scan_total');
  const scanLatency = family('scan_latency_seconds').child();
  const riskScore = family('risk_score').child();
  const threatsDetected = family('threats_detected_total');
  const threatsBlocked = family('threats_blocked_total');
  const findingsTotal = family('findings_total');
  const requests = family('requests_total');
  const requestLatency = family('request_latency_seconds');
  const layerRisk = layerRiskScore ? family('layer_risk_score') : undefined;
  const piiDetections = family('pii_detections_total');
  const injectionAttempts = family('injection_attempts_total');
  const engineRuns = family('engine_runs_total');
  const engineSeconds = family('engine_inference_seconds');
  const engineErrors = family('engine_errors_total');
  const confidence = family('confidence_score');
  const cacheHits = family('cache_hits_total').child('verdict');
  const cacheMisses = family('cache_misses_total').child('verdict');

  const sessions = createActiveSessions(sessionTtlMs, maxSessions);
  const scanners = new Set<ScannerInfo>();
  let scansInProgress = 0;
  let failure: string | undefined;
  const state = { scansInProgress: () => scansInProgress, activeSessions: sessions.count, engineMetrics, scanners };
  adapters.add(state);

  function countScan({ result, context }: ScanEvent): void {
    const layer = LAYERS[result.source];
    const seconds = result.latencyMs / 1_000;
    const exemplar = exemplarOf(traceContext);
    scanTotal.child(resultOf(result), result.threatType ?? NONE).inc(1, exemplar);
    scanLatency.observe(seconds, exemplar);
    riskScore.observe(result.riskScore);
    requests.child(layer, statusOf(result)).inc();
    requestLatency.child(layer).observe(seconds);
    layerRisk?.child(layer).observe(result.riskScore);
    (result.cached ? cacheHits : cacheMisses).inc();
    if (context.sessionId) sessions.touch(context.sessionId);
  }

  function countFindings({ result: { findings, source, action } }: ScanEvent): void {
    // Tallied first: a text with a thousand findings takes a handful of calls to the metrics.
    const severities = new Map<string, number>();
    const entities = new Map<string, number>();
    const strongest = new Map<string, Finding>();
    const sureness = new Map<string, number>();
    const injections = new Set<string>();
    for (const finding of findings) {
      const { severity, threatType, engine, score } = finding;
      severities.set(severity, (severities.get(severity) ?? 0) + 1);
      if (threatType === 'pii') entities.set(finding.entity ?? NONE, (entities.get(finding.entity ?? NONE) ?? 0) + 1);
      if (score > (strongest.get(threatType)?.score ?? -1)) strongest.set(threatType, finding);
      if (score > (sureness.get(engine) ?? -1)) sureness.set(engine, score);
      const injection = injectionTypeOf(finding, source);
      if (injection !== undefined) injections.add(injection);
    }
    for (const [severity, count] of severities) findingsTotal.child(severity).inc(count);
    for (const [entity, count] of entities) piiDetections.child(entity).inc(count);
    for (const [engine, score] of sureness) confidence.child(engine).observe(score);
    for (const injection of injections) injectionAttempts.child(injection).inc();
    for (const finding of strongest.values()) {
      threatsDetected.child(finding.threatType, finding.severity, categoryOf(finding)).inc();
      if (action === 'block') threatsBlocked.child(finding.threatType, finding.severity).inc();
    }
  }

  function countEngines({ result: { errors }, engineTimings }: ScanEvent): void {
    for (const { engine, ms } of engineTimings) {
      engineSeconds.child(engine).observe(ms / 1_000);
      if (!errors.some((error) => error.engine === engine)) engineRuns.child(engine, 'success').inc();
    }
    for (const { engine, code, type } of errors) {
      engineErrors.child(engine, type).inc();
      if (engineMetrics) engineRuns.child(engine, code === 'TIMEOUT' ? 'timeout' : 'failure').inc();
    }
  }

  /** A metrics library that throws must not reach the scan; `health` tells of it, until a scan is counted again. */
  function attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
    }
  }

  return {
    name: 'prometheus',
    engineTimings: engineMetrics,
    registry,
    onAttach(scanner) {
      const [oldest] = scanners.size >= MAX_SCANNERS ? scanners : [];
      if (oldest !== undefined) scanners.delete(oldest);
      scanners.add(scanner);
    },
    onScanStart() {
      scansInProgress += 1;
    },
    onScan(event) {
      // The scan of a stream is reported without a start: it has no beginning that anyone would wait for.
      if (scansInProgress > 0) scansInProgress -= 1;
      attempt(() => {
        countScan(event);
        if (event.result.findings.length > 0) countFindings(event);
        if (event.engineTimings.length > 0 || event.result.errors.length > 0) countEngines(event);
        failure = undefined;
      });
    },
    onFeedback({ verdict, threatType }) {
      attempt(() => {
        if (verdict === 'false_positive')
          family('false_positives_total')
            .child(threatType ?? NONE)
            .inc();
        if (verdict === 'false_negative')
          family('false_negatives_total')
            .child(threatType ?? NONE)
            .inc();
      });
    },
    onDecision({ component, decision, subject }) {
      if (component !== 'policy' || !STOPPED.includes(decision)) return;
      attempt(() => family('policy_blocks_total').child(subject).inc());
    },
    health() {
      if (failure === undefined) return { status: 'ok' };
      return { status: 'failed', detail: `The metrics library threw ${failure} on the last event.` };
    },
    async close() {
      // What the scanners lost until now is counted before they go.
      attempt(collect);
      adapters.delete(state);
      scanners.clear();
      sessions.clear();
    },
  };
}

function exemplarOf(traceContext: PrometheusAdapterOptions['traceContext']): Exemplar | undefined {
  const context = traceContext?.();
  return context && { trace_id: context.traceId, span_id: context.spanId };
}

function requirePositive(numbers: Readonly<Record<string, number>>): void {
  for (const [option, value] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw invalid(`\`${option}\` must be a positive integer, got ${String(value)}.`);
    }
  }
}

function invalid(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/prometheus] ${message}`);
}
