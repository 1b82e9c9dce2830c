import type { ScanError } from '@llm-sentinel/core';

/** An engine that keeps failing is told of once in this time. Each scan it failed in has a line of its own anyway. */
const REPEAT_MS = 60_000;

/** Picks the errors by which an engine became unhealthy, or still is after a minute. Times are those of events. */
export function createEngineWatch(): (errors: readonly ScanError[], time: number) => readonly ScanError[] {
  // As many as the scanner has engines.
  const told = new Map<string, number>();
  return (errors, time) =>
    errors.filter(({ engine }) => {
      const last = told.get(engine);
      if (last !== undefined && time - last < REPEAT_MS && time >= last) return false;
      told.set(engine, time);
      return true;
    });
}
