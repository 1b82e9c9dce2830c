import type { DecisionEvent, Finding, ScanEvent, ScanResult } from '@llm-sentinel/core';
import type { Attributes } from '@opentelemetry/api';
import { SEVERITY, type SpanEventRecord } from './event-log.js';
import { cap, contentAttributes, evaluationAttributes, guardrailAttributes } from './scan-attributes.js';
import { ATTRIBUTE, DRAFT, EVENT } from './semconv.js';
import { LAYERS } from './verdict.js';

const MAX_EVENTS = 16;
const MAX_LIST = 16;
const ESCALATIONS: readonly string[] = ['requested', 'escalate', 'escalated'];

/** The events of a scan: what was found, and what came of it. The drafts have the one event that can hold the text. */
export function scanEvents(
  { result, context, text }: ScanEvent,
  { genAiDrafts, captureText }: { readonly genAiDrafts: boolean; readonly captureText: boolean },
): readonly SpanEventRecord[] {
  const events = result.findings.slice(0, MAX_EVENTS).map((finding) => findingEvent(finding, result));
  const entities = piiEntities(result);
  if (entities.length > 0) events.push(warn(EVENT.piiDetected, piiAttributes(result, entities)));
  if (isBlockedInjection(result)) events.push(warn(EVENT.injectionBlocked, injectionAttributes(result)));
  if (!genAiDrafts) return events;
  const content = captureText && text !== undefined ? contentAttributes(text, genAiDrafts) : {};
  events.push(info(DRAFT.guardrailEvent, { ...guardrailAttributes(result, context), ...content }));
  if (result.source === 'model') events.push(info(DRAFT.evaluationEvent, evaluationAttributes(result, context)));
  return events;
}

/** A person was asked to decide. Undefined for every other decision. */
export function decisionEvent({ component, decision, subject, scanId }: DecisionEvent): SpanEventRecord | undefined {
  if (component !== 'review' || !ESCALATIONS.includes(decision)) return undefined;
  const attributes: Attributes = { [ATTRIBUTE.decision]: cap(decision), [ATTRIBUTE.subject]: cap(subject) };
  if (scanId !== undefined) attributes[ATTRIBUTE.scanId] = cap(scanId);
  return warn(EVENT.escalation, attributes);
}

function findingEvent(finding: Finding, { scanId }: ScanResult): SpanEventRecord {
  const attributes: Attributes = {
    [ATTRIBUTE.scanId]: scanId,
    [ATTRIBUTE.ruleId]: cap(finding.rule),
    [ATTRIBUTE.engine]: cap(finding.engine),
    [ATTRIBUTE.threatType]: cap(finding.threatType),
    [ATTRIBUTE.severity]: cap(finding.severity),
    [ATTRIBUTE.findingScore]: finding.score,
    [ATTRIBUTE.findingStart]: finding.start,
    [ATTRIBUTE.findingEnd]: finding.end,
  };
  if (finding.references !== undefined) {
    attributes[ATTRIBUTE.references] = finding.references.slice(0, MAX_LIST).map(cap);
  }
  return warn(EVENT.finding, attributes);
}

function piiEntities({ findings }: ScanResult): string[] {
  const entities = new Set<string>();
  for (const { threatType, entity } of findings) {
    if (threatType === 'pii') entities.add(cap(entity ?? 'none'));
  }
  return [...entities];
}

function piiAttributes({ scanId, findings }: ScanResult, entities: readonly string[]): Attributes {
  return {
    [ATTRIBUTE.scanId]: scanId,
    [ATTRIBUTE.piiEntityTypes]: entities.slice(0, MAX_LIST),
    [ATTRIBUTE.findingsCount]: findings.filter(({ threatType }) => threatType === 'pii').length,
  };
}

function isBlockedInjection({ action, threatType }: ScanResult): boolean {
  return action === 'block' && (threatType === 'injection' || threatType === 'jailbreak');
}

function injectionAttributes({ scanId, source, threatType, riskScore }: ScanResult): Attributes {
  return {
    [ATTRIBUTE.scanId]: scanId,
    [ATTRIBUTE.layer]: LAYERS[source],
    [ATTRIBUTE.threatType]: threatType ?? 'none',
    [ATTRIBUTE.riskScore]: riskScore,
  };
}

function warn(name: string, attributes: Attributes): SpanEventRecord {
  return { name, severity: SEVERITY.warn, attributes };
}

function info(name: string, attributes: Attributes): SpanEventRecord {
  return { name, severity: SEVERITY.info, attributes };
}
