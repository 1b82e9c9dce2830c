import type {
  Action,
  DecisionEvent,
  EventContext,
  FeedbackEvent,
  Finding,
  ScanEvent,
  ScanResult,
  Source,
} from '@llm-sentinel/core';
import type { EntryDraft } from './audit-entry.js';
import { MAX_IDENTIFIER_LENGTH, type Pseudonymise } from './pseudonym.js';
import { type Json, storablePrefix } from './storable.js';
import { asUuid, uuidV7 } from './uuid.js';

/** How events become entries. */
export interface EntryMapping {
  readonly actor: Pseudonymise;
  readonly session: Pseudonymise;
  readonly tenant: (context: EventContext) => string;
  /** Keeps `event.text`, which exists only when the scanner has `captureText`. */
  readonly withExcerpt: boolean;
}

const RESULTS: Readonly<Record<Action, string>> = {
  allow: 'allowed',
  flag: 'flagged',
  redact: 'redacted',
  block: 'blocked',
};

const LAYERS: Readonly<Record<Source, string>> = {
  user: 'input_guard',
  model: 'output_guard',
  tool: 'tool_guard',
  document: 'retrieval_guard',
  system: 'system_guard',
};

/** Names of rules and engines are short, unless somebody makes them up. */
const MAX_NAME_LENGTH = 256;
const MAX_FINDINGS = 200;
const MAX_LABELS = 32;
const MAX_EXCERPT_LENGTH = 2_000;
/** 9999-12-31: the last day that ISO 8601 writes with four digits. */
const MAX_TIME = 253_402_300_799_999;
const STOPPED: readonly string[] = ['blocked', 'denied', 'stopped'];

const name = (text: string): string => storablePrefix(text, MAX_NAME_LENGTH);

/** A moment as the log writes it. What is no time in this range is moved to its nearest end. */
export function isoTime(time: number): string {
  return new Date(Math.min(Math.max(Math.trunc(time) || 0, 0), MAX_TIME)).toISOString();
}

/** The entry of a scan. */
export function scanDraft({ time, result, context, text }: ScanEvent, mapping: EntryMapping): EntryDraft {
  const { findings, riskScore, threatType } = result;
  const has = (...types: readonly string[]) => findings.some((finding) => types.includes(finding.threatType));
  return {
    ...common(time, context, mapping),
    event_id: asUuid(result.scanId),
    event_type: 'scan',
    layer: Object.hasOwn(LAYERS, result.source) ? LAYERS[result.source] : null,
    // A scan whose engines failed and that found nothing has no verdict of its own.
    result: result.errors.length > 0 && threatType === null ? 'error' : RESULTS[result.action],
    blocked: result.action === 'block',
    risk_score: Number.isFinite(riskScore) ? Math.min(Math.max(riskScore, 0), 1) + 0 : null,
    threat_type: threatType === null ? null : name(threatType),
    severity: result.severity,
    pii_detected: has('pii'),
    injection_detected: has('injection', 'jailbreak'),
    findings: findings.slice(0, MAX_FINDINGS).map(findingJson),
    metadata: scanMetadata(result, context),
    excerpt: mapping.withExcerpt && text !== undefined ? storablePrefix(text, MAX_EXCERPT_LENGTH) : null,
  };
}

/** The entry of a person's judgement. The comment is left out: people quote the text in it. */
export function feedbackDraft(event: FeedbackEvent, mapping: EntryMapping): EntryDraft {
  return {
    ...common(event.time, {}, mapping),
    event_type: 'feedback',
    actor: mapping.actor(event.reporter),
    result: name(event.verdict),
    threat_type: event.threatType === null ? null : name(event.threatType),
    metadata: { scan_id: name(event.scanId) },
  };
}

/** The entry of a decision that a guard, a limit or a policy took. */
export function decisionDraft(event: DecisionEvent, mapping: EntryMapping): EntryDraft {
  const { component, decision, subject, scanId, context } = event;
  return {
    ...common(event.time, context, mapping),
    event_type: 'decision',
    result: name(decision),
    blocked: STOPPED.includes(decision),
    metadata: {
      component: name(component),
      subject: name(subject),
      ...(scanId !== undefined && { scan_id: name(scanId) }),
      ...labels(context),
    },
  };
}

/** What all entries have, for an event that is no scan. */
export function common(time: number, context: EventContext, mapping: EntryMapping): EntryDraft {
  const ts = isoTime(time);
  return {
    ts,
    event_id: uuidV7(Date.parse(ts)),
    tenant: storablePrefix(mapping.tenant(context), MAX_IDENTIFIER_LENGTH) || 'default',
    event_type: '',
    actor: mapping.actor(context.userId),
    request_id: context.requestId ? storablePrefix(context.requestId, MAX_IDENTIFIER_LENGTH) : null,
    session_ref: mapping.session(context.sessionId),
    layer: null,
    result: null,
    blocked: false,
    risk_score: null,
    threat_type: null,
    severity: null,
    pii_detected: false,
    injection_detected: false,
    findings: [],
    metadata: {},
    excerpt: null,
    content_commitment: null,
  };
}

/** Without its message, which a custom engine may have quoted the text in. */
function findingJson(finding: Finding): Json {
  const { engine, rule, threatType, severity, score, start, end, entity, decodedFrom, references } = finding;
  return {
    rule: name(rule),
    engine: name(engine),
    threat_type: name(threatType),
    severity,
    score: finite(score),
    start: finite(start),
    end: finite(end),
    ...(entity !== undefined && { entity: name(entity) }),
    ...(decodedFrom !== undefined && { decoded_from: decodedFrom.map(name) }),
    ...(references !== undefined && { references: references.map(name) }),
    ...(finding.experimental === true && { experimental: true }),
  };
}

function scanMetadata(result: ScanResult, context: EventContext): EntryDraft['metadata'] {
  const { findings, errors, triggeredEngines } = result;
  return {
    input_length: finite(result.inputLength),
    latency_ms: finite(result.latencyMs),
    ruleset_version: name(result.version),
    ...(triggeredEngines.length > 0 && { engines: triggeredEngines.map(name) }),
    ...(findings.length > MAX_FINDINGS && { findings_omitted: findings.length - MAX_FINDINGS }),
    ...(result.cached && { cached: true }),
    ...(result.truncated && { truncated: true }),
    ...(errors.length > 0 && {
      errors: errors.map(({ engine, code, type }) => ({ engine: name(engine), code: name(code), type: name(type) })),
    }),
    ...labels(context),
  };
}

function labels({ labels: given }: EventContext): { readonly labels?: Json } {
  const entries = Object.entries(given ?? {}).slice(0, MAX_LABELS);
  return entries.length === 0
    ? {}
    : { labels: Object.fromEntries(entries.map(([key, value]) => [name(key), name(String(value))])) };
}

function finite(value: number): Json {
  return Number.isFinite(value) ? value + 0 : null;
}
