import type { ScanEvent } from '@llm-sentinel/core';
import type { RecentEvent } from '../api.js';
import type { Pseudonymise } from '../pseudonym.js';
import { cut } from './cut.js';
import { excerptOf } from './excerpt.js';

const MAX_FINDINGS = 20;
const MAX_NAME = 128;
const MAX_MESSAGE = 300;
const MAX_REQUEST_ID = 128;

/** What is kept of a scan that was not simply allowed. */
export function toRecentEvent(event: ScanEvent, pseudonymise: Pseudonymise): RecentEvent {
  const { time, result, context } = event;
  const { scanId, action, threatType, severity, riskScore, source, latencyMs, inputLength } = result;
  const user = pseudonymise(context.userId);
  const session = pseudonymise(context.sessionId);
  const excerpt = excerptOf(event);
  return {
    scanId,
    time,
    action,
    threatType: threatType === null ? null : cut(threatType, MAX_NAME),
    severity,
    riskScore,
    source,
    latencyMs,
    inputLength,
    ...(user !== undefined && { user }),
    ...(session !== undefined && { session }),
    ...(context.requestId !== undefined && { requestId: cut(context.requestId, MAX_REQUEST_ID) }),
    findings: findingsOf(result.findings),
    ...(excerpt !== undefined && { excerpt }),
  };
}

/** The surest first; of one rule only the surest, as a text may repeat itself a thousand times. */
function findingsOf(findings: ScanEvent['result']['findings']): RecentEvent['findings'] {
  const byRule = new Map<string, (typeof findings)[number]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined || finding.score > known.score) byRule.set(finding.rule, finding);
  }
  return [...byRule.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_FINDINGS)
    .map(({ rule, engine, threatType, severity, score, message, entity, references }) => ({
      rule: cut(rule, MAX_NAME),
      engine: cut(engine, MAX_NAME),
      threatType: cut(threatType, MAX_NAME),
      severity,
      score,
      message: cut(message, MAX_MESSAGE),
      ...(entity !== undefined && { entity: cut(entity, MAX_NAME) }),
      ...(references !== undefined && { references: references.slice(0, MAX_FINDINGS) }),
    }));
}
