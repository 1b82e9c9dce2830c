import type { Action, ScanEvent, Source } from '@llm-sentinel/core';
import { buildFinding, buildScanEvent, buildScanId } from '@llm-sentinel/testing';
import fc from 'fast-check';

const ACTIONS: readonly Action[] = ['allow', 'flag', 'redact', 'block'];
export const SOURCES: readonly Source[] = ['user', 'model', 'tool', 'document', 'system'];
export const THREATS: readonly string[] = ['injection', 'jailbreak', 'pii', 'a custom threat'];
const RULES: readonly string[] = ['a/one', 'a/two', 'b/three', 'b/four', 'c/five'];

/** Scans at most `agoMs` before `now`, in any order. */
export function scans(now: number, agoMs: number, maxLength = 80): fc.Arbitrary<readonly ScanEvent[]> {
  const scan = fc.record({
    ago: fc.integer({ min: 0, max: agoMs }),
    action: fc.constantFrom(...ACTIONS),
    source: fc.constantFrom(...SOURCES),
    threatType: fc.option(fc.constantFrom(...THREATS)),
    // Times that a clock can measure, and risks of a classifier that rounds.
    latencyMs: fc.oneof(fc.double({ min: 0.001, max: 100, noNaN: true }), fc.integer({ min: 1, max: 200_000 })),
    risk: fc.integer({ min: 0, max: 1_000 }),
    rules: fc.array(fc.constantFrom(...RULES), { maxLength: 4 }),
    session: fc.option(fc.integer({ min: 0, max: 20 })),
    hasError: fc.boolean(),
  });
  return fc.array(scan, { maxLength }).map((all) =>
    all.map(({ ago, action, source, threatType, latencyMs, risk, rules, session, hasError }, n) =>
      buildScanEvent({
        time: now - ago,
        context: session === null ? {} : { sessionId: `session ${session}` },
        result: {
          scanId: buildScanId(n),
          action,
          source,
          threatType,
          latencyMs,
          riskScore: risk / 1_000,
          findings: rules.map((rule) => buildFinding({ rule })),
          errors: hasError ? [{ engine: 'attacks', code: 'ENGINE_FAILED', type: 'RangeError' }] : [],
        },
      }),
    ),
  );
}
