import type { DecisionEvent, ScanResult } from '@llm-sentinel/core';

/** Levels of lines, as pino names them. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What a line is called, how urgent it is, and its sentence for people. */
export interface LineKind {
  readonly event: string;
  readonly level: LogLevel;
  readonly message: string;
  /** `event.category` of ECS. @default 'intrusion_detection' */
  readonly category?: string;
}

const kinds = {
  scan_completed: { level: 'info', message: 'Scan completed' },
  security_threat_detected: { level: 'warn', message: 'Security threat detected' },
  injection_attempt: { level: 'warn', message: 'Prompt injection attempt' },
  pii_detected: { level: 'warn', message: 'Personal data detected' },
  policy_blocked: { level: 'warn', message: 'Blocked by policy' },
  scan_failed: { level: 'error', message: 'Scan failed' },
  engine_unhealthy: { level: 'warn', message: 'Engine unhealthy' },
  circuit_opened: { level: 'warn', message: 'Circuit opened' },
  rate_limited: { level: 'warn', message: 'Rate limit exceeded' },
  audit_write_failed: { level: 'error', message: 'Audit write failed' },
  audit_chain_broken: { level: 'error', message: 'Audit chain broken' },
  review_requested: { level: 'info', message: 'Review requested' },
  review_completed: { level: 'info', message: 'Review completed' },
  pattern_deployed: { level: 'info', message: 'Pattern deployed', category: 'configuration' },
  pattern_rolled_back: { level: 'info', message: 'Pattern rolled back', category: 'configuration' },
  config_changed: { level: 'info', message: 'Configuration changed', category: 'configuration' },
  decision_made: { level: 'debug', message: 'Decision made' },
} as const satisfies Record<string, Omit<LineKind, 'event'>>;

/** The names of the events that lines have. */
export type LogEventName = keyof typeof kinds;

/** All kinds of lines, by their event. */
export const LINE_KINDS = Object.fromEntries(
  Object.entries(kinds).map(([event, kind]) => [event, { event, ...kind }]),
) as unknown as Readonly<Record<LogEventName, LineKind>>;

const STOPPED: readonly string[] = ['blocked', 'denied', 'stopped'];

/**
 * The one event of a scan. A stopped text is always `security_threat_detected`, so that one filter finds all of them; a
 * text that went on is named after what was found in it.
 */
export function classifyScan(result: ScanResult): LineKind {
  const { action, errors, findings, threatType } = result;
  if (errors.length > 0 && threatType === null) return LINE_KINDS.scan_failed;
  if (action === 'block') return LINE_KINDS.security_threat_detected;
  if (action === 'allow') return LINE_KINDS.scan_completed;
  if (threatType === 'injection' || threatType === 'jailbreak') return LINE_KINDS.injection_attempt;
  if (threatType === 'pii' && findings.every((finding) => finding.threatType === 'pii')) return LINE_KINDS.pii_detected;
  return LINE_KINDS.security_threat_detected;
}

/** What went its usual way is a `debug` line: the scan behind it has its own. */
export function classifyDecision({ component, decision }: DecisionEvent): LineKind {
  if (component === 'review') {
    return decision === 'requested' ? LINE_KINDS.review_requested : LINE_KINDS.review_completed;
  }
  if (component === 'circuit') return decision === 'opened' ? LINE_KINDS.circuit_opened : LINE_KINDS.decision_made;
  // `unavailable_deny`: the limit's store is away and the limit is set to refuse then.
  if (component === 'rate-limit') {
    return decision === 'denied' || decision === 'unavailable_deny'
      ? LINE_KINDS.rate_limited
      : LINE_KINDS.decision_made;
  }
  return STOPPED.includes(decision) ? LINE_KINDS.policy_blocked : LINE_KINDS.decision_made;
}
