import type { ScanContext, ScanResult } from '@llm-sentinel/core';
import type { TrafficItem } from './traffic.js';

/** What became of one text in one round. */
export interface Observation {
  readonly item: TrafficItem;
  /** 1 for the first time the text was seen. */
  readonly round: number;
  readonly result: ScanResult;
}

/** A text on which `scan` threw, which it never should. */
export interface Failure {
  readonly id: string;
  readonly error: string;
}

export interface Replay {
  readonly observations: readonly Observation[];
  readonly failures: readonly Failure[];
}

export type Scan = (text: string, context: ScanContext) => ScanResult;

/** Sends the traffic through `scan` again and again, as the products' servers would. */
export function replay(items: readonly TrafficItem[], rounds: number, scan: Scan): Replay {
  const observations: Observation[] = [];
  const failures: Failure[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const item of items) {
      try {
        observations.push({ item, round, result: scan(item.text, contextOf(item)) });
      } catch (error) {
        failures.push({ id: item.id, error: String(error) });
      }
    }
  }
  return { observations, failures };
}

export function contextOf({ source, userId, sessionId, product }: TrafficItem): ScanContext {
  return {
    source,
    labels: { product },
    ...(userId === undefined ? {} : { userId }),
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}

/**
 * Scans per second in a tight loop over whole passes of the traffic, after one pass to warm up.
 *
 * @param now a clock in milliseconds
 */
export function measureRate(items: readonly TrafficItem[], scan: Scan, minimumMs: number, now: () => number): number {
  const work = items.map((item) => ({ text: item.text, context: contextOf(item) }));
  const pass = () => {
    for (const { text, context } of work) scan(text, context);
  };
  pass();
  const start = now();
  let elapsed = 0;
  let passes = 0;
  do {
    pass();
    passes++;
    elapsed = now() - start;
  } while (elapsed < minimumMs);
  return (passes * work.length * 1000) / elapsed;
}
