// For tests only.
import type { Finding, ScanResult } from '@llm-sentinel/core';
import type { Observation } from './replay.js';
import type { TrafficItem } from './traffic.js';

let scans = 0;

export function buildFinding(finding: Partial<Finding> = {}): Finding {
  return {
    engine: 'attacks',
    rule: 'meaning/drop-earlier-instructions',
    threatType: 'injection',
    severity: 'high',
    score: 0.9,
    start: 0,
    end: 6,
    message: 'Asks the model to drop its instructions.',
    ...finding,
  };
}

/** An observation of a harmless text, changed as told. */
export function buildObservation(
  item: Partial<TrafficItem> = {},
  result: Partial<ScanResult> = {},
  round = 1,
): Observation {
  const text = item.text ?? 'Where is my order?';
  const source = item.source ?? 'user';
  return {
    item: { id: 'shop-001', product: 'shop', text, source, expected: 'allow', kind: 'chat', lang: 'en', ...item },
    round,
    result: {
      scanId: `scan-${++scans}`,
      isSafe: result.action !== 'block',
      action: 'allow',
      riskScore: 0,
      severity: 'none',
      threatType: null,
      scores: {},
      triggeredEngines: [],
      findings: [],
      latencyMs: 0.1,
      inputLength: text.length,
      source,
      cached: false,
      truncated: false,
      errors: [],
      version: '1.0.0+test',
      ...result,
    },
  };
}
