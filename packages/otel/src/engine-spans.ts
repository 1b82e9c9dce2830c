import type { ScanEvent } from '@llm-sentinel/core';

/** When an engine ran, in milliseconds since the epoch. */
export interface EngineSpan {
  readonly engine: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Lays out the engines of a scan on its time. An event has how long each took, not when: what runs in the caller's stack runs
 * in this order, after the text was prepared, so these are put end to end before the end of the scan. When they took
 * longer together than the scan did, some ran side by side, and all are shown to end with it.
 */
export function engineSpans({ result, engineTimings }: ScanEvent, scanEnd: number): readonly EngineSpan[] {
  const scanStart = scanEnd - result.latencyMs;
  const total = engineTimings.reduce((sum, { ms }) => sum + ms, 0);
  if (total > result.latencyMs) {
    return engineTimings.map(({ engine, ms }) => ({ engine, start: Math.max(scanStart, scanEnd - ms), end: scanEnd }));
  }
  let end = scanEnd - total;
  return engineTimings.map(({ engine, ms }) => {
    const start = end;
    // Sums of fractions are a little off, and a child must not outlast its parent.
    end = Math.min(scanEnd, start + ms);
    return { engine, start, end };
  });
}
