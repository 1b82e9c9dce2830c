import type { Action, Finding, ScanEvent, Source } from '@llm-sentinel/core';

const SOURCES: readonly Source[] = ['user', 'document', 'tool', 'model'];
const THREATS = ['injection', 'jailbreak', 'pii', 'exfiltration', 'secret', 'harmful'];

/** The n-th scan of a product: one in `every` finds something, over 200 rules. No builder of tests, which freezes deeply. */
export function scanEvent(n: number, time: number, every: number, text?: string): ScanEvent {
  const isThreat = every > 0 && n % every === 0;
  const threatType = isThreat ? (THREATS[(n / every) % THREATS.length] ?? null) : null;
  const findings: Finding[] = isThreat
    ? [0, 1].map((i) => ({
        engine: 'meaning',
        rule: `family-${n % 20}/rule-${(n * 7 + i) % 200}`,
        threatType: threatType ?? 'injection',
        severity: 'high',
        score: 0.9,
        start: 100 + i * 30,
        end: 120 + i * 30,
        message: 'The text asks the model to drop its earlier instructions.',
        references: ['LLM01', 'AML.T0051.000'],
      }))
    : [];
  const action: Action = isThreat ? 'block' : 'allow';
  return {
    type: 'scan',
    time,
    context: {
      userId: `user-${n % 5_000}`,
      sessionId: `0b8a3d1e-7c41-4d57-9f7b-${String(n % 10_000).padStart(12, '0')}`,
    },
    engineTimings: [],
    ...(text !== undefined && { text }),
    result: {
      scanId: `01a215cf-18ae-7002-8088-${n.toString(16).padStart(12, '0')}`,
      isSafe: action !== 'block',
      action,
      riskScore: isThreat ? 0.9 : ((n * 31) % 100) / 1_000,
      severity: isThreat ? 'high' : 'none',
      threatType,
      scores: {},
      triggeredEngines: isThreat ? ['meaning'] : [],
      findings,
      latencyMs: 0.005 * (1 + ((n * 17) % 97) ** 2 / 100),
      inputLength: text?.length ?? 200,
      source: SOURCES[(n * 13) % SOURCES.length] ?? 'user',
      cached: false,
      truncated: false,
      errors: [],
      version: '1.0.0',
    },
  };
}
