import type {
  DecisionEvent,
  FeedbackEvent,
  Finding,
  ScanEvent,
  ScannerHealth,
  ScannerInfo,
  ScanResult,
  Severity,
} from '@llm-sentinel/core';

// A fixed moment, so that a snapshot of what an adapter wrote stays the same from run to run.
const TIME = Date.UTC(2026, 0, 15, 10, 30, 45, 123);
const VERSION = '1.0.0+0123456789abcdef';
const SEVERITIES: readonly Severity[] = ['none', 'low', 'medium', 'high', 'critical'];

/** What `buildScanEvent` lets a test choose: parts of the event, and parts of its result. */
export type ScanEventOverrides = Partial<Omit<ScanEvent, 'type' | 'result'>> & {
  /** Members of the result, instead of the usual ones. */
  readonly result?: Partial<ScanResult>;
};

/** The n-th of a series of valid UUIDv7s, all of the same millisecond and in rising order. */
export function buildScanId(n = 0): string {
  const time = TIME.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A finding of the rule engine: an instruction override in the first characters of a text. */
export function buildFinding(overrides: Partial<Finding> = {}): Finding {
  return deepFreeze({
    engine: 'rules',
    rule: 'meaning/drop-earlier-instructions',
    threatType: 'injection',
    severity: 'high',
    score: 0.9,
    start: 0,
    end: 16,
    message: 'Asks the model to drop its earlier instructions.',
    references: ['LLM01', 'AML.T0051.000'],
    ...overrides,
  });
}

/**
 * A verdict whose parts fit together. What follows from the findings and the action (`isSafe`, `scores`, `riskScore`,
 * `severity`, `threatType`, `triggeredEngines`) is derived unless it is given. Without findings the text is allowed,
 * with findings blocked.
 */
export function buildResult(overrides: Partial<ScanResult> = {}): ScanResult {
  const { findings = [], action = findings.length === 0 ? 'allow' : 'block' } = overrides;
  const { scores = scoresOf(findings) } = overrides;
  return deepFreeze({
    scanId: buildScanId(),
    isSafe: action !== 'block',
    action,
    riskScore: riskOf(scores),
    severity: worstOf(findings),
    threatType: action === 'allow' ? null : dominantOf(scores),
    scores,
    triggeredEngines: [...new Set(findings.map((finding) => finding.engine))],
    findings,
    latencyMs: 0.25,
    inputLength: 42,
    source: 'user',
    cached: false,
    truncated: false,
    errors: [],
    version: VERSION,
    ...overrides,
  });
}

/** A scan event around `buildResult(overrides.result)`. Without overrides: a clean text, no context, no timings. */
export function buildScanEvent(overrides: ScanEventOverrides = {}): ScanEvent {
  const { result, ...rest } = overrides;
  return deepFreeze({ type: 'scan', time: TIME, result: buildResult(result), context: {}, engineTimings: [], ...rest });
}

/** A false positive, reported for the scan that `buildScanEvent()` describes. */
export function buildFeedbackEvent(overrides: Partial<Omit<FeedbackEvent, 'type'>> = {}): FeedbackEvent {
  return deepFreeze({
    type: 'feedback',
    time: TIME,
    scanId: buildScanId(),
    verdict: 'false_positive',
    threatType: 'injection',
    ...overrides,
  });
}

/** A guard that stopped a call because of its input. */
export function buildDecisionEvent(overrides: Partial<Omit<DecisionEvent, 'type'>> = {}): DecisionEvent {
  return deepFreeze({
    type: 'decision',
    time: TIME,
    component: 'guard',
    decision: 'blocked',
    subject: 'input',
    context: {},
    ...overrides,
  });
}

/** A scanner as adapters see it in `onAttach`: two engines, in good health unless `health` says otherwise. */
export function buildScannerInfo(health: Partial<ScannerHealth> = {}): ScannerInfo {
  const state: ScannerHealth = deepFreeze({
    status: 'ok',
    version: VERSION,
    engines: [
      { name: 'rules', status: 'ok', errors: 0 },
      { name: 'classifier', status: 'ok', errors: 0 },
    ],
    adapters: [],
    cache: { entries: 0, hits: 0, misses: 0 },
    ...health,
  });
  return { version: state.version, engines: state.engines.map((engine) => engine.name), health: () => state };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

function scoresOf(findings: readonly Finding[]): Record<string, number> {
  const scores = new Map<string, number>();
  for (const { threatType, score } of findings) scores.set(threatType, Math.max(score, scores.get(threatType) ?? 0));
  return Object.fromEntries(scores);
}

/** Personal data and secrets are sensitive, not hostile: core leaves them out of the risk as well. */
function riskOf(scores: Readonly<Record<string, number>>): number {
  const hostile = Object.entries(scores).filter(([threat]) => threat !== 'pii' && threat !== 'secret');
  return Math.max(0, ...hostile.map(([, score]) => score));
}

function worstOf(findings: readonly Finding[]): Severity {
  const ranks = findings.map((finding) => SEVERITIES.indexOf(finding.severity));
  return SEVERITIES[Math.max(0, ...ranks)] ?? 'none';
}

function dominantOf(scores: Readonly<Record<string, number>>): string | null {
  const [dominant] = Object.entries(scores).sort(([, a], [, b]) => b - a);
  return dominant === undefined ? null : dominant[0];
}
