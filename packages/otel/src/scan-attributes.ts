import type { EventContext, ScanEvent, ScanResult } from '@llm-sentinel/core';
import type { Pseudonymiser } from '@llm-sentinel/core/adapter-kit';
import type { Attributes } from '@opentelemetry/api';
import { ATTRIBUTE, DRAFT, GEN_AI, PASSED_ON } from './semconv.js';
import { decisiveFinding, hasFailed, LAYERS, resultOf } from './verdict.js';

const MAX_LIST = 16;
const MAX_VALUE_LENGTH = 256;
const COMPONENT = 'llm-sentinel';

/** What decides which attributes a scan gets beside those that all have. */
export interface AttributeSettings {
  readonly genAiDrafts: boolean;
  readonly userId: Pseudonymiser['apply'];
  readonly sessionId: Pseudonymiser['apply'];
  /** Present when the HMAC of the text is asked for. */
  readonly inputDigest: ((text: string) => string) | undefined;
}

/** What a sampler may want to decide by: it sees only what a span has from the start. */
export function startAttributes(result: ScanResult): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.layer]: LAYERS[result.source],
    [ATTRIBUTE.scanId]: result.scanId,
    [ATTRIBUTE.result]: resultOf(result),
    [ATTRIBUTE.riskScore]: result.riskScore,
  };
  if (result.threatType !== null) attributes[ATTRIBUTE.threatType] = cap(result.threatType);
  return attributes;
}

/** All else that is known of a verdict. */
export function verdictAttributes(result: ScanResult): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.inputLength]: result.inputLength,
    [ATTRIBUTE.findingsCount]: result.findings.length,
    [ATTRIBUTE.rulesetVersion]: cap(result.version),
  };
  if (result.findings.length > 0) {
    attributes[ATTRIBUTE.severity] = result.severity;
    attributes[ATTRIBUTE.threatTypes] = list(Object.keys(result.scores));
    attributes[ATTRIBUTE.enginesTriggered] = list(result.triggeredEngines);
  }
  const [error] = result.errors;
  if (hasFailed(result) && error !== undefined) attributes[ATTRIBUTE.errorType] = cap(error.type);
  return attributes;
}

/** What the caller said about the text. */
export function contextAttributes(
  { result, context, text }: ScanEvent,
  { genAiDrafts, userId, sessionId, inputDigest }: AttributeSettings,
): Attributes {
  const attributes: Attributes = { ...passedOn(context) };
  const user = userId(context.userId);
  if (user !== undefined) attributes[ATTRIBUTE.userId] = user;
  const session = sessionId(context.sessionId);
  if (session !== undefined) attributes[ATTRIBUTE.sessionId] = session;
  if (inputDigest !== undefined && text !== undefined) attributes[ATTRIBUTE.inputHmac] = inputDigest(text);
  if (genAiDrafts) Object.assign(attributes, guardrailAttributes(result, context));
  return attributes;
}

/** The draft for guardrails. Its values are ours, untranslated, as it asks. */
export function guardrailAttributes(result: ScanResult, { labels }: EventContext): Attributes {
  const attributes: Attributes = {
    [GEN_AI.operationName]: DRAFT.operation,
    [DRAFT.componentName]: COMPONENT,
    [DRAFT.policyVersion]: cap(result.version),
    [DRAFT.source]: result.source,
    [DRAFT.resultType]: 'decision',
    [DRAFT.resultValue]: result.action,
    [DRAFT.riskScore]: result.riskScore,
  };
  const policy = ownLabel(labels, ATTRIBUTE.policyId);
  if (policy !== undefined) attributes[DRAFT.policyId] = cap(policy);
  if (result.threatType !== null) attributes[DRAFT.riskCategory] = cap(result.threatType);
  const finding = decisiveFinding(result);
  if (finding !== undefined) {
    attributes[DRAFT.policyRuleId] = cap(finding.rule);
    attributes[DRAFT.resultReason] = cap(finding.message);
  }
  return attributes;
}

/** The draft for evaluations: a model's answer was rated. */
export function evaluationAttributes(result: ScanResult, { labels }: EventContext): Attributes {
  const attributes: Attributes = {
    [DRAFT.evaluationName]: `${COMPONENT}.risk`,
    [DRAFT.evaluationScore]: result.riskScore,
    [DRAFT.evaluationLabel]: resultOf(result),
  };
  const response = ownLabel(labels, GEN_AI.responseId);
  if (response !== undefined) attributes[GEN_AI.responseId] = cap(response);
  return attributes;
}

/** A text as an attribute, never longer than core's limit whatever core's limit will be. */
export function contentAttributes(text: string, genAiDrafts: boolean): Attributes {
  const content = text.slice(0, MAX_CONTENT_LENGTH);
  return genAiDrafts
    ? { [ATTRIBUTE.inputText]: content, [DRAFT.contentInput]: content }
    : { [ATTRIBUTE.inputText]: content };
}

const MAX_CONTENT_LENGTH = 2_000;

function passedOn({ labels }: EventContext): Attributes {
  const attributes: Attributes = {};
  if (labels === undefined) return attributes;
  for (const name of PASSED_ON) {
    const value = ownLabel(labels, name);
    if (value !== undefined) attributes[name] = cap(value);
  }
  return attributes;
}

function ownLabel(labels: EventContext['labels'], name: string): string | undefined {
  return labels !== undefined && Object.hasOwn(labels, name) ? labels[name] : undefined;
}

/** Names come from custom rules and engines, and an engine that asks a model may pass on what the text told it. */
export function cap(value: string): string {
  return value.length > MAX_VALUE_LENGTH ? value.slice(0, MAX_VALUE_LENGTH) : value;
}

function list(values: readonly string[]): string[] {
  return values.slice(0, MAX_LIST).map(cap);
}
