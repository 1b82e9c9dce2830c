import type { Action, Finding, ScanEvent, Severity, Source } from '@llm-sentinel/core';
import type { RecentEvent } from '../api.js';
import type { LogEntry } from './audit-source.js';

const ACTIONS: Readonly<Record<string, Action>> = { flagged: 'flag', redacted: 'redact', blocked: 'block' };
const SOURCES: Readonly<Record<string, Source>> = {
  input_guard: 'user',
  output_guard: 'model',
  tool_guard: 'tool',
  retrieval_guard: 'document',
  system_guard: 'system',
};
const FOUND_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const SEVERITIES: readonly Severity[] = ['none', ...FOUND_SEVERITIES];
const VERDICTS = ['false_positive', 'false_negative', 'confirmed'] as const;

/** The scan that an entry tells of, as far as the log has it. Its identifiers are pseudonyms already. */
export function scanOfEntry(entry: LogEntry): ScanEvent {
  const { metadata, excerpt } = entry;
  const findings = entry.findings.map(findingOf);
  const action = ACTIONS[entry.result ?? ''] ?? 'allow';
  const errors = Array.isArray(metadata.errors) ? metadata.errors : [];
  return {
    type: 'scan',
    time: Date.parse(entry.ts) || 0,
    engineTimings: [],
    context: {
      ...(entry.actor !== null && { userId: entry.actor }),
      ...(entry.session_ref !== null && { sessionId: entry.session_ref }),
      ...(entry.request_id !== null && { requestId: entry.request_id }),
    },
    ...(excerpt !== null && { text: excerpt }),
    result: {
      scanId: entry.event_id,
      isSafe: action !== 'block',
      action,
      riskScore: entry.risk_score ?? 0,
      severity: SEVERITIES.find((severity) => severity === entry.severity) ?? 'none',
      threatType: entry.threat_type,
      scores: {},
      triggeredEngines: [],
      findings,
      latencyMs: numberOf(metadata.latency_ms),
      inputLength: numberOf(metadata.input_length),
      source: SOURCES[entry.layer ?? ''] ?? 'user',
      cached: metadata.cached === true,
      truncated: metadata.truncated === true,
      errors,
      version: '',
    },
  };
}

/** What a person said of which scan; null for another entry. */
export function judgementOfEntry({ event_type, result, metadata }: LogEntry): {
  readonly scanId: string;
  readonly verdict: NonNullable<RecentEvent['feedback']>;
} | null {
  const verdict = VERDICTS.find((each) => each === result);
  const { scan_id: scanId } = metadata;
  return event_type === 'feedback' && verdict !== undefined && typeof scanId === 'string' ? { scanId, verdict } : null;
}

/** The log has no sentence for people: a custom engine may have quoted the text in it. */
function findingOf(value: unknown): Finding {
  const { rule, engine, threat_type, severity, score, start, end, entity, references } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return {
    rule: textOf(rule),
    engine: textOf(engine),
    threatType: textOf(threat_type),
    severity: FOUND_SEVERITIES.find((each) => each === severity) ?? 'low',
    score: numberOf(score),
    start: numberOf(start),
    end: numberOf(end),
    message: '',
    ...(typeof entity === 'string' && { entity }),
    ...(Array.isArray(references) && { references: references.map(textOf) }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
