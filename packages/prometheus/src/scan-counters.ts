import type { Finding, ScanEvent, Source } from '@llm-sentinel/core';
import { NONE } from './label-guard.js';
import { categoryOf, injectionTypeOf, LAYERS, resultOf, statusOf } from './label-values.js';
import type { CounterSeries, Exemplar, HistogramSeries } from './metric-series.js';
import type { FamilyOf } from './metric-set.js';

/** Counts what core reports of scans. */
export interface ScanCounters {
  countScan(event: ScanEvent, exemplar: Exemplar | undefined): void;
  countFindings(event: ScanEvent): void;
  countEngines(event: ScanEvent): void;
}

/** The series that findings of one rule count in. Of a finding that differs from `like`, others. */
interface RuleSeries {
  readonly like: Finding;
  readonly findings: CounterSeries;
  readonly ofRule: CounterSeries;
  readonly pii: CounterSeries | undefined;
  readonly detected: CounterSeries;
  readonly blocked: CounterSeries;
  readonly confidence: HistogramSeries;
}

interface EngineSeries {
  readonly engine: string;
  readonly seconds: HistogramSeries;
  readonly succeeded: CounterSeries;
}

// An engine may make rule ids up, as a judge that is a model itself could.
const MAX_RULES = 2_000;

/** Makes the counters of scans. This runs in the stack of every scan: it allocates next to nothing. */
export function createScanCounters(
  family: FamilyOf,
  { layerRiskScore, engineMetrics }: { readonly layerRiskScore: boolean; readonly engineMetrics: boolean },
): ScanCounters {
  const scanTotal = family('scan_total');
  const scanLatency = family('scan_latency_seconds').child();
  const riskScore = family('risk_score').child();
  const requests = family('requests_total');
  const requestLatency = family('request_latency_seconds');
  const layerRisk = layerRiskScore ? family('layer_risk_score') : undefined;
  const injectionAttempts = family('injection_attempts_total');
  const engineRuns = family('engine_runs_total');
  const engineErrors = family('engine_errors_total');
  const cacheHits = family('cache_hits_total').child('verdict');
  const cacheMisses = family('cache_misses_total').child('verdict');

  const rules = new Map<string, RuleSeries>();
  /** By the place of the engine in the timings, which is the same from scan to scan. */
  const engines: EngineSeries[] = [];
  // Filled and emptied by `countFindings`. A scan has a handful of threats and engines: looking through a list of them is
  // faster than a map.
  const strongestOfThreat: Strongest[] = [];
  const strongestOfEngine: Strongest[] = [];
  const injections: string[] = [];

  function seriesOf(finding: Finding): RuleSeries {
    const known = rules.get(finding.rule);
    if (known !== undefined && countsAlike(known.like, finding)) return known;
    const { rule, engine, severity, threatType, entity = NONE } = finding;
    const made: RuleSeries = {
      like: finding,
      findings: family('findings_total').child(severity),
      ofRule: family('rule_findings_total').child(rule),
      pii: threatType === 'pii' ? family('pii_detections_total').child(entity) : undefined,
      detected: family('threats_detected_total').child(threatType, severity, categoryOf(finding)),
      blocked: family('threats_blocked_total').child(threatType, severity),
      confidence: family('confidence_score').child(engine),
    };
    if (rules.size >= MAX_RULES) rules.clear();
    rules.set(rule, made);
    return made;
  }

  function countFinding(finding: Finding, source: Source): void {
    const series = seriesOf(finding);
    series.findings.inc();
    series.ofRule.inc();
    series.pii?.inc();
    keepStrongest(strongestOfThreat, finding.threatType, finding, series);
    keepStrongest(strongestOfEngine, finding.engine, finding, series);
    const injection = injectionTypeOf(finding, source);
    if (injection !== undefined && !injections.includes(injection)) injections.push(injection);
  }

  function engineAt(place: number, engine: string): EngineSeries {
    const known = engines[place];
    if (known?.engine === engine) return known;
    const seconds = family('engine_inference_seconds').child(engine);
    const made = { engine, seconds, succeeded: engineRuns.child(engine, 'success') };
    engines[place] = made;
    return made;
  }

  return {
    countScan({ result }, exemplar) {
      const layer = LAYERS[result.source];
      const seconds = result.latencyMs / 1_000;
      scanTotal.child(resultOf(result), result.threatType ?? NONE).inc(1, exemplar);
      scanLatency.observe(seconds, exemplar);
      riskScore.observe(result.riskScore);
      requests.child(layer, statusOf(result)).inc();
      requestLatency.child(layer).observe(seconds);
      layerRisk?.child(layer).observe(result.riskScore);
      (result.cached ? cacheHits : cacheMisses).inc();
    },

    countFindings({ result: { findings, source, action } }) {
      for (const finding of findings) countFinding(finding, source);
      for (const injection of injections) injectionAttempts.child(injection).inc();
      for (const { series, score } of strongestOfEngine) series.confidence.observe(score);
      for (const { series } of strongestOfThreat) {
        series.detected.inc();
        if (action === 'block') series.blocked.inc();
      }
      strongestOfThreat.length = 0;
      strongestOfEngine.length = 0;
      injections.length = 0;
    },

    countEngines({ result: { errors }, engineTimings }) {
      for (let place = 0; place < engineTimings.length; place++) {
        const { engine, ms } = engineTimings[place]!;
        const series = engineAt(place, engine);
        series.seconds.observe(ms / 1_000);
        if (!errors.some((error) => error.engine === engine)) series.succeeded.inc();
      }
      for (const { engine, code, type } of errors) {
        engineErrors.child(engine, type).inc();
        if (engineMetrics) engineRuns.child(engine, code === 'TIMEOUT' ? 'timeout' : 'failure').inc();
      }
    },
  };
}

/** Whether two findings of one rule count in the same series. */
function countsAlike(a: Finding, b: Finding): boolean {
  return (
    a.severity === b.severity &&
    a.threatType === b.threatType &&
    a.engine === b.engine &&
    a.entity === b.entity &&
    (a.references === b.references || categoryOf(a) === categoryOf(b))
  );
}

interface Strongest {
  readonly key: string;
  score: number;
  series: RuleSeries;
}

/** Keeps, of the findings with the same key, the one with the highest score; of equal ones the first. */
function keepStrongest(strongest: Strongest[], key: string, { score }: Finding, series: RuleSeries): void {
  for (let i = 0; i < strongest.length; i++) {
    const known = strongest[i]!;
    if (known.key !== key) continue;
    if (score > known.score) {
      known.score = score;
      known.series = series;
    }
    return;
  }
  strongest.push({ key, score, series });
}
