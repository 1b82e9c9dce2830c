import type { DecisionEvent, EventContext, FeedbackEvent, ScanEvent, ScanResult, Source } from '@llm-sentinel/core';
import type { LineKind } from './classify.js';
import { escapeForLog } from './escape.js';
import type { LogFields } from './format.js';
import type { Pseudonymise } from './pseudonym.js';

const LAYERS: Readonly<Record<Source, string>> = {
  user: 'input_guard',
  model: 'output_guard',
  tool: 'tool_guard',
  document: 'retrieval_guard',
  system: 'system_guard',
};

const MAX_NAME_LENGTH = 256;
// Core hands over 2,000 characters at most; an escape makes up to six of one.
const MAX_EXCERPT_LENGTH = 2_000;
// A thousand findings would be a line of 70 kB, beyond what many log shippers take (16 kB is Docker's limit).
const MAX_FINDINGS = 50;

/** How the identifiers of a context are shown. */
interface Identity {
  readonly userId: Pseudonymise;
  readonly sessionId: Pseudonymise;
}

export function scanFields(kind: LineKind, event: ScanEvent, identity: Identity, withExcerpt: boolean): LogFields {
  const { result, context, text } = event;
  const fields: LogFields = {
    event: kind.event,
    event_type: kind.event,
    scan_id: result.scanId,
    ...contextFields(context, identity),
    layer: LAYERS[result.source],
    source: result.source,
    input_length: result.inputLength,
    risk_score: result.riskScore,
    is_safe: result.isSafe,
    blocked: result.action === 'block',
  };
  if (result.threatType !== null) fields.threat_type = name(result.threatType);
  fields.engines_triggered = result.triggeredEngines.map(name);
  fields.findings = findingFields(result);
  if (result.findings.length > MAX_FINDINGS) fields.findings_omitted = result.findings.length - MAX_FINDINGS;
  fields.latency_ms = result.latencyMs;
  fields.ruleset_version = result.version;
  if (result.truncated) fields.truncated = true;
  if (result.errors.length > 0) {
    fields.errors = result.errors.map(({ engine, code, type }) => ({
      engine: name(engine),
      code,
      type: name(type),
    }));
  }
  if (withExcerpt && text !== undefined) fields.redacted_excerpt = escapeForLog(text, MAX_EXCERPT_LENGTH);
  return fields;
}

/** The comment stays out: people quote the text in it. */
export function feedbackFields(kind: LineKind, event: FeedbackEvent, identity: Identity): LogFields {
  const fields: LogFields = {
    event: kind.event,
    event_type: kind.event,
    scan_id: name(event.scanId),
    verdict: event.verdict,
  };
  if (event.threatType !== null) fields.threat_type = name(event.threatType);
  const reporter = identity.userId(event.reporter);
  if (reporter !== undefined) fields.reporter = reporter;
  return fields;
}

export function decisionFields(kind: LineKind, event: DecisionEvent, identity: Identity): LogFields {
  const fields: LogFields = { event: kind.event, event_type: kind.event };
  if (event.scanId !== undefined) fields.scan_id = name(event.scanId);
  Object.assign(fields, contextFields(event.context, identity));
  // Not `component`: that is what child loggers are usually told apart by, and pino would write the key twice.
  fields.decided_by = event.component;
  fields.decision = name(event.decision);
  fields.subject = name(event.subject);
  if (kind.event === 'policy_blocked') fields.blocked = true;
  if (event.component === 'policy') fields.policy_id = name(event.subject);
  return fields;
}

function contextFields(context: EventContext, identity: Identity): LogFields {
  const fields: LogFields = {};
  if (context.requestId) fields.request_id = name(context.requestId);
  const sessionId = identity.sessionId(context.sessionId);
  if (sessionId !== undefined) fields.session_id = sessionId;
  const userId = identity.userId(context.userId);
  if (userId !== undefined) fields.user_id = userId;
  return fields;
}

function findingFields({ findings }: ScanResult): LogFields[] {
  return findings
    .slice(0, MAX_FINDINGS)
    .map(({ rule, severity, start, end }) => ({ rule: name(rule), severity, start, end }));
}

/** Names come from custom rules and engines, and an engine that asks a model may pass on what the text told it. */
function name(value: string): string {
  return escapeForLog(value, MAX_NAME_LENGTH);
}
