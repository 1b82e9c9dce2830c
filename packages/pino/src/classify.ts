import type { DecisionEvent, ScanResult } from '@llm-sentinel/core';

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What a line is called, how urgent it is, and its sentence for people. */
export interface LineKind {
  readonly event: string;
  readonly level: LogLevel;
  readonly message: string;
}

const COMPLETED: LineKind = { event: 'scan_completed', level: 'info', message: 'Scan completed' };
const THREAT: LineKind = { event: 'security_threat_detected', level: 'warn', message: 'Security threat detected' };
const INJECTION: LineKind = { event: 'injection_attempt', level: 'warn', message: 'Prompt injection attempt' };
const PII: LineKind = { event: 'pii_detected', level: 'warn', message: 'Personal data detected' };
const FAILED: LineKind = { event: 'scan_failed', level: 'error', message: 'Scan failed' };
const POLICY: LineKind = { event: 'policy_blocked', level: 'warn', message: 'Blocked by policy' };
const RATE_LIMITED: LineKind = { event: 'rate_limited', level: 'warn', message: 'Rate limit exceeded' };
const CIRCUIT_OPENED: LineKind = { event: 'circuit_opened', level: 'warn', message: 'Circuit opened' };
const REVIEW_REQUESTED: LineKind = { event: 'review_requested', level: 'info', message: 'Review requested' };
export const REVIEW_COMPLETED: LineKind = { event: 'review_completed', level: 'info', message: 'Review completed' };
const OTHER_DECISION: LineKind = { event: 'decision_made', level: 'debug', message: 'Decision made' };

const STOPPED: readonly string[] = ['blocked', 'denied', 'stopped'];

/**
 * The one event of a scan. A stopped text is always `security_threat_detected`, so that one filter finds all of them; a
 * text that went on is named after what was found in it.
 */
export function classifyScan(result: ScanResult): LineKind {
  const { action, errors, findings, threatType } = result;
  if (errors.length > 0 && threatType === null) return FAILED;
  if (action === 'block') return THREAT;
  if (action === 'allow') return COMPLETED;
  if (threatType === 'injection' || threatType === 'jailbreak') return INJECTION;
  if (threatType === 'pii' && findings.every((finding) => finding.threatType === 'pii')) return PII;
  return THREAT;
}

/** What went its usual way is a `debug` line: the scan behind it has its own. */
export function classifyDecision({ component, decision }: DecisionEvent): LineKind {
  if (component === 'review') return decision === 'requested' ? REVIEW_REQUESTED : REVIEW_COMPLETED;
  if (component === 'circuit') return decision === 'opened' ? CIRCUIT_OPENED : OTHER_DECISION;
  // `unavailable_deny`: the limit's store is away and the limit is set to refuse then.
  if (component === 'rate-limit') {
    return decision === 'denied' || decision === 'unavailable_deny' ? RATE_LIMITED : OTHER_DECISION;
  }
  return STOPPED.includes(decision) ? POLICY : OTHER_DECISION;
}
