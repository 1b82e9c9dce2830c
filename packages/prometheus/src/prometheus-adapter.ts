import type { Adapter, ScanEvent, ScannerInfo } from '@llm-sentinel/core';
import * as promClient from 'prom-client';
import { createActiveSessions } from './active-sessions.js';
import { type MetricName, metricCatalogue } from './catalogue.js';
import { invalidOption, number, onlyKnown } from './check.js';
import { createDecisionCounters } from './decision-counters.js';
import type { Exemplar } from './metric-series.js';
import { metricSetOf } from './metric-set.js';
import type { MetricsClient, MetricsRegistry } from './metrics-client.js';
import { createRecorder, type SentinelMetrics } from './recorder.js';
import { createScanCounters } from './scan-counters.js';

declare const __VERSION__: string | undefined;
/** Release of this package, put in by the build; source that runs unbuilt has none. */
const RELEASE = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';

/** Where metrics go, which there are, and how many series they may have. */
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
  /**
   * Names of API keys, for `api_key_requests_total`; the first adapter on a registry sets them. Any other `key_id` is
   * counted as `other`, so that no key can show by mistake. @default []
   */
  readonly apiKeyAliases?: readonly string[];
  /** Memory, CPU, event loop and garbage collection of this process, once a scanner uses the adapter. @default false */
  readonly processMetrics?: boolean;
  /** Runs and wall time of each engine. Costs the scanner two clock reads an engine. @default true */
  readonly engineMetrics?: boolean;
  /** `layer_risk_score`: the risk score once more, by guard layer. @default false */
  readonly layerRiskScore?: boolean;
  /** Ids of the active span, kept as exemplar of scan count and latency. Needs a registry in OpenMetrics mode. @default no exemplars */
  readonly traceContext?: () => { readonly traceId: string; readonly spanId: string } | undefined;
}

/** An adapter that counts scans, feedback and decisions. */
export interface PrometheusAdapter<Registry extends MetricsRegistry = promClient.Registry> extends Adapter {
  /** The registry that holds the metrics, for `metricsHandler`. */
  readonly registry: Registry;
  /** Records what packages and the application do beside the scans. Can be passed on as a `Telemetry`. */
  readonly metrics: SentinelMetrics;
}

const KNOWN: readonly string[] = [
  'registry',
  'client',
  'prefix',
  'maxLabelValues',
  'sessionTtlMs',
  'maxSessions',
  'apiKeyAliases',
  'processMetrics',
  'engineMetrics',
  'layerRiskScore',
  'traceContext',
] satisfies (keyof PrometheusAdapterOptions)[];

const PREFIX = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*)?$/;
const OPENMETRICS = 'application/openmetrics-text';
// Someone who makes a scanner per request should not keep all of them alive through their health.
const MAX_SCANNERS = 64;
/**
 * Scans that are counted together, or at the next scrape. Counting one takes a quarter of a microsecond, but bringing the
 * counters into the processor's cache, and the scanner's own data back, takes three: so it is done once for many.
 */
const BATCH = 16;
/** OpenMetrics allows an exemplar this many characters; one more, and Prometheus refuses the page. */
const MAX_EXEMPLAR_CHARS = 128;
/** Of the process's own metrics; when it is there, the others are too. */
const PROCESS_METRIC = 'process_cpu_seconds_total';
const AT_LEAST_ONE = { min: 1, whole: true };

/**
 * Counts scans, threats, latencies and the state of the scanner on prom-client metrics. Several adapters on one
 * registry share its metrics. No label ever holds a text, a user or a session.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const prometheus = prometheusAdapter();
 * configure({ adapters: [prometheus] });
 * await startMetricsServer({ registry: prometheus.registry, port: 9464, auth: { bearer: token } });
 */
export function prometheusAdapter<Registry extends MetricsRegistry = promClient.Registry>(
  options: PrometheusAdapterOptions<Registry> = {},
): PrometheusAdapter<Registry> {
  onlyKnown(options, KNOWN);
  const { client = promClient, prefix = 'sentinel_', apiKeyAliases = [], traceContext } = options;
  const { engineMetrics = true, layerRiskScore = false, processMetrics = false } = options;
  const maxLabelValues = number('maxLabelValues', options.maxLabelValues, 100, AT_LEAST_ONE);
  const sessionTtlMs = number('sessionTtlMs', options.sessionTtlMs, 30 * 60_000, AT_LEAST_ONE);
  const maxSessions = number('maxSessions', options.maxSessions, 10_000, AT_LEAST_ONE);
  requireNames(apiKeyAliases);
  if (!PREFIX.test(prefix))
    throw invalidOption(`\`prefix\` must be the start of a metric name, got ${JSON.stringify(prefix)}.`);
  if (processMetrics && typeof client.collectDefaultMetrics !== 'function') {
    throw invalidOption('`processMetrics` needs a `client` with collectDefaultMetrics().');
  }
  // Without a registry given, `Registry` is what the client makes; TypeScript cannot know that the two go together.
  const registry = options.registry ?? (new client.Registry() as Registry);
  if (traceContext !== undefined && !registry.contentType.startsWith(OPENMETRICS)) {
    throw invalidOption('`traceContext` needs a `registry` in OpenMetrics mode: only that format has exemplars.');
  }
  const { family, adapters, collect } = metricSetOf({ registry, prefix, maxLabelValues, apiKeyAliases });
  for (const name of Object.keys(metricCatalogue) as MetricName[]) {
    if (!('optIn' in metricCatalogue[name])) family(name);
  }
  family('build_info').child(RELEASE, process.version).set(1);

  const metrics = createRecorder(family);
  const { countScan, countFindings, countEngines } = createScanCounters(family, { layerRiskScore, engineMetrics });
  const { countDecision, countFeedback } = createDecisionCounters(family, metrics);
  const sessions = createActiveSessions(sessionTtlMs, maxSessions);
  const scanners = new Set<ScannerInfo>();
  let scansInProgress = 0;
  let failure: string | undefined;
  const waiting: ScanEvent[] = [];
  /** Of the waiting events, when there are traces. */
  const exemplars: (Exemplar | undefined)[] = [];
  const state = {
    countWaiting,
    scansInProgress: () => scansInProgress,
    activeSessions: sessions.count,
    engineMetrics,
    scanners,
  };
  adapters.add(state);

  return {
    name: 'prometheus',
    engineTimings: engineMetrics,
    registry,
    metrics,
    onAttach(scanner) {
      const [oldest] = scanners.size >= MAX_SCANNERS ? scanners : [];
      if (oldest !== undefined) scanners.delete(oldest);
      scanners.add(scanner);
      if (processMetrics && registry.getSingleMetric(PROCESS_METRIC) === undefined) {
        client.collectDefaultMetrics?.({ register: registry as never });
      }
    },
    onScanStart() {
      scansInProgress += 1;
    },
    onScan(event) {
      // The scan of a stream is reported without a start: it has no beginning that anyone would wait for.
      if (scansInProgress > 0) scansInProgress -= 1;
      waiting.push(event);
      if (traceContext !== undefined) exemplars.push(exemplar());
      if (waiting.length >= BATCH) countWaiting();
    },
    onFeedback: countFeedback,
    onDecision: countDecision,
    health() {
      if (failure === undefined) return { status: 'ok' };
      return {
        status: 'degraded',
        detail: `\`traceContext\` threw ${failure} for the last event, which has no trace.`,
      };
    },
    async close() {
      // What the scanners lost until now is counted before they go.
      collect();
      adapters.delete(state);
      scanners.clear();
      sessions.clear();
    },
  };

  function countWaiting(): void {
    waiting.forEach((event, i) => {
      countScan(event, exemplars[i]);
      if (event.result.findings.length > 0) countFindings(event);
      if (event.engineTimings.length > 0 || event.result.errors.length > 0) countEngines(event);
      if (event.context.sessionId) sessions.touch(event.context.sessionId, event.time);
    });
    waiting.length = 0;
    exemplars.length = 0;
  }

  /** The trace of the event that is counted. The application's own code tells it, and may throw: the scan is counted all the same. */
  function exemplar(): Exemplar | undefined {
    if (traceContext === undefined) return undefined;
    try {
      const context = traceContext();
      failure = undefined;
      return context && exemplarOf(context);
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
      return undefined;
    }
  }
}

function exemplarOf({ traceId, spanId }: { readonly traceId: string; readonly spanId: string }): Exemplar | undefined {
  const chars = 'trace_idspan_id'.length + traceId.length + spanId.length;
  return chars > MAX_EXEMPLAR_CHARS ? undefined : { trace_id: traceId, span_id: spanId };
}

function requireNames(names: readonly string[]): void {
  const areNames =
    Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '' && name.length <= 128);
  if (!areNames) throw invalidOption('`apiKeyAliases` must be a list of names of at most 128 characters.');
}
