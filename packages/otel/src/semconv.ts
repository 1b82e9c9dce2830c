// Names of spans, attributes and events, in one place because they are public. Own names are stable. Those of the GenAI
// conventions are in development (https://github.com/open-telemetry/semantic-conventions-genai) and change without notice, so
// they are written out here: the constants of `@opentelemetry/semantic-conventions` are deprecated.

/** Attributes of our own. */
export const ATTRIBUTE = {
  scanId: 'sentinel.scan.id',
  requestId: 'sentinel.request.id',
  layer: 'sentinel.layer',
  result: 'sentinel.result',
  riskScore: 'sentinel.risk.score',
  threatType: 'sentinel.threat.type',
  threatTypes: 'sentinel.threat.types',
  severity: 'sentinel.severity',
  findingsCount: 'sentinel.findings.count',
  enginesTriggered: 'sentinel.engines.triggered',
  engine: 'sentinel.engine',
  policyId: 'sentinel.policy.id',
  rulesetVersion: 'sentinel.ruleset.version',
  inputLength: 'sentinel.input.length',
  inputHmac: 'sentinel.input.hmac',
  inputText: 'sentinel.input.text',
  ruleId: 'sentinel.rule.id',
  findingScore: 'sentinel.finding.score',
  findingStart: 'sentinel.finding.start',
  findingEnd: 'sentinel.finding.end',
  references: 'sentinel.finding.references',
  piiEntityTypes: 'sentinel.pii.entity_types',
  decision: 'sentinel.decision',
  subject: 'sentinel.decision.subject',
  errorType: 'error.type',
  userId: 'user.id',
  sessionId: 'session.id',
} as const;

/** Events of our own. */
export const EVENT = {
  finding: 'sentinel.finding',
  piiDetected: 'sentinel.pii_detected',
  injectionBlocked: 'sentinel.injection_blocked',
  escalation: 'sentinel.escalation',
} as const;

/** Of the GenAI conventions, what belongs to the call that a scan is part of. */
export const GEN_AI = {
  operationName: 'gen_ai.operation.name',
  conversationId: 'gen_ai.conversation.id',
  requestModel: 'gen_ai.request.model',
  providerName: 'gen_ai.provider.name',
  responseId: 'gen_ai.response.id',
  tokenType: 'gen_ai.token.type',
} as const;

/** Drafts for guardrails and evaluations, used only on request. */
export const DRAFT = {
  operation: 'apply_guardrail',
  componentName: 'gen_ai.guardrail.component.name',
  policyId: 'gen_ai.guardrail.policy.id',
  policyVersion: 'gen_ai.guardrail.policy.version',
  policyRuleId: 'gen_ai.guardrail.policy.rule.id',
  source: 'gen_ai.guardrail.source',
  resultType: 'gen_ai.guardrail.result.type',
  resultValue: 'gen_ai.guardrail.result.value',
  resultReason: 'gen_ai.guardrail.result.reason',
  riskCategory: 'gen_ai.guardrail.risk.category',
  riskScore: 'gen_ai.guardrail.risk.score',
  contentInput: 'gen_ai.guardrail.content.input.value',
  guardrailEvent: 'gen_ai.guardrail.result',
  evaluationEvent: 'gen_ai.evaluation.result',
  evaluationName: 'gen_ai.evaluation.name',
  evaluationScore: 'gen_ai.evaluation.score.value',
  evaluationLabel: 'gen_ai.evaluation.score.label',
} as const;

/** Labels of a scan that are put on its span as they are: the caller knows what core cannot. */
export const PASSED_ON: readonly string[] = [
  GEN_AI.conversationId,
  GEN_AI.requestModel,
  GEN_AI.providerName,
  GEN_AI.responseId,
  ATTRIBUTE.policyId,
];
