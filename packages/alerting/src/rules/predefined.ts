import type { ScanEvent, ScannerHealth } from '@llm-sentinel/core';
import { pollRule } from './poll-rule.js';
import type { AlertRule } from './rule.js';
import { runbook } from './runbook.js';
import { type Measured, type ThresholdRuleOptions, thresholdRule } from './threshold-rule.js';

/** What may be changed of a predefined rule. */
export type RuleTuning = Partial<
  Omit<ThresholdRuleOptions, 'name' | 'measure' | 'aggregate' | 'by' | 'byLabel' | 'isIdentifier'>
>;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const isBlocked = (event: ScanEvent) => event.result.action === 'block';

/**
 * Share of scans in which a threat led to more than `allow`.
 *
 * @default at least 30 % of the last 100 scans within 5 minutes
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function threatRate(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelHighThreatRate',
    measure: (event) => event.result.action !== 'allow',
    threshold: 0.3,
    windowSize: 100,
    title: 'Many texts hold threats',
    message: ({ value, samples }) => `${percent(value)} of the last ${samples} scans found a threat.`,
    runbookUrl: runbook('high-threat-rate'),
    ...tuning,
  });
}

/**
 * Share of blocked scans.
 *
 * @default at least 20 % over 5 minutes, for a minute
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function blockRate(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelBlockRateHigh',
    measure: isBlocked,
    threshold: 0.2,
    forMs: 60_000,
    title: 'Many texts are blocked',
    message: ({ value, samples }) => `${percent(value)} of ${samples} scans were blocked: an attack, or a broken rule.`,
    runbookUrl: runbook('block-rate-high'),
    ...tuning,
  });
}

/**
 * Most texts of the last minute were blocked.
 *
 * @default at least 50 % of at least 20 scans
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function possibleAttack(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelPossibleAttack',
    measure: isBlocked,
    threshold: 0.5,
    windowMs: 60_000,
    severity: 'critical',
    title: 'Most texts are blocked: an attack',
    message: ({ value, samples }) => `${percent(value)} of ${samples} scans were blocked.`,
    runbookUrl: runbook('possible-attack'),
    ...tuning,
  });
}

/**
 * The 95th percentile of the risk.
 *
 * @default above 0.8 over 5 minutes, for a minute
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function riskSpike(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelRiskScoreSpike',
    measure: (event) => event.result.riskScore,
    aggregate: { quantile: 0.95 },
    threshold: 0.8,
    forMs: 60_000,
    title: 'The risk of texts rose',
    runbookUrl: runbook('risk-score-spike'),
    ...tuning,
  });
}

/**
 * Share of scans in which an engine failed.
 *
 * @default at least 1 % over 5 minutes
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function errorRate(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelScanErrors',
    measure: (event) => event.result.errors.length > 0,
    threshold: 0.01,
    minSamples: 50,
    severity: 'error',
    title: 'Scans fail',
    message: ({ value, samples }) => `In ${percent(value)} of ${samples} scans an engine threw or ran out of time.`,
    runbookUrl: runbook('engine-errors'),
    ...tuning,
  });
}

/**
 * The 99th percentile of the latency, in milliseconds.
 *
 * @default above 100 ms over 5 minutes, for a minute
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function slowScans(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelHighLatency',
    measure: (event) => event.result.latencyMs,
    aggregate: { quantile: 0.99 },
    threshold: 100,
    minSamples: 100,
    forMs: 60_000,
    title: 'Scans are slow',
    runbookUrl: runbook('high-latency'),
    ...tuning,
  });
}

/**
 * Blocked texts of one user. The label `user` is a pseudonym, unless `identifiers` says otherwise.
 *
 * @default 10 in 5 minutes
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function userBurst(tuning: RuleTuning = {}): AlertRule {
  return burst('SentinelUserBurst', 'user', (event) => event.context.userId, tuning);
}

/**
 * Blocked texts of one session. The label `session` is a pseudonym, unless `identifiers` says otherwise.
 *
 * @default 10 in 5 minutes
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function sessionBurst(tuning: RuleTuning = {}): AlertRule {
  return burst('SentinelSessionBurst', 'session', (event) => event.context.sessionId, tuning);
}

function burst(
  name: string,
  byLabel: string,
  id: (event: ScanEvent) => string | undefined,
  tuning: RuleTuning,
): AlertRule {
  return thresholdRule({
    name,
    measure: () => 1,
    aggregate: 'sum',
    // Most scans block nothing: they leave no trace here, and take no place of one who attacks.
    by: (event) => (isBlocked(event) ? id(event) : undefined),
    byLabel,
    isIdentifier: true,
    threshold: 10,
    title: ({ key }: Measured) => `One ${byLabel} keeps trying: ${key}`,
    message: ({ value }) => `${value} texts of this ${byLabel} were blocked.`,
    ...tuning,
  });
}

/**
 * Pieces of personal data and secrets that were found.
 *
 * @default 50 in 5 minutes
 * @throws SentinelError INVALID_OPTION for what does not fit a rule, as `thresholdRule`.
 */
export function piiSpike(tuning: RuleTuning = {}): AlertRule {
  return thresholdRule({
    name: 'SentinelPiiSpike',
    measure: piecesOfPii,
    aggregate: 'sum',
    threshold: 50,
    title: 'Much personal data is passing',
    message: ({ value, samples }) => `${value} pieces of personal data or secrets in ${samples} scans.`,
    ...tuning,
  });
}

function piecesOfPii({ result }: ScanEvent): number {
  let pieces = 0;
  for (const { threatType } of result.findings) if (threatType === 'pii' || threatType === 'secret') pieces++;
  return pieces;
}

/**
 * An adapter of the scanner, such as the audit log, failed or lost events. Adapters that this manager belongs to say so in `health()`.
 */
export function adapterFailing(): AlertRule {
  const lost = new Map<string, number>();
  return pollRule({
    name: 'SentinelAdapterFailing',
    read: (health) => badAdapters(health, lost),
    threshold: 1,
    severity: 'error',
    keyLabel: 'adapter',
    title: (adapter) => `The adapter ${adapter} fails or loses events`,
    message: () => 'Its health is failed, or events were given up since the last look. Records may be missing.',
    runbookUrl: runbook('adapter-dropping'),
  });
}

/** 1 for what failed or lost events since the last time, 0 for the rest. The alerting itself can't tell of its own failure. */
function badAdapters(health: readonly ScannerHealth[], lost: Map<string, number>): Map<string, number> {
  const values = new Map<string, number>();
  health.forEach(({ adapters }, scanner) => {
    for (const { name, status, dropped } of adapters) {
      if (name === 'alerting') continue;
      const place = `${scanner} ${name}`;
      const isBad = status === 'failed' || dropped > (lost.get(place) ?? 0);
      lost.set(place, dropped);
      values.set(name, Math.max(values.get(name) ?? 0, isBad ? 1 : 0));
    }
  });
  return values;
}
