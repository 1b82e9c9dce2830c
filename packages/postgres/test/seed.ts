// A log to read: scans of several users over some days, written by the adapter.
import type { ScanEvent } from '@llm-sentinel/core';
import { buildFinding, buildScanEvent, buildScanId, type ScanEventOverrides } from '@llm-sentinel/testing';
import { type PostgresAdapterOptions, postgresAdapter } from '../src/postgres-adapter.js';

export const never: AbortSignal = new AbortController().signal;
export const HMAC_KEY = 'a key of enough bytes';
export const START: number = Date.UTC(2026, 0, 10);
export const HOUR = 3_600_000;

/** The n-th event: each third is blocked, each hour one, by users u0 to u4. */
export function scanOf(n: number, overrides: ScanEventOverrides = {}): ScanEvent {
  const isAttack = n % 3 === 0;
  return buildScanEvent({
    time: START + n * HOUR,
    context: { userId: `u${n % 5}`, sessionId: `s${n % 7}` },
    ...overrides,
    result: { scanId: buildScanId(n), findings: isAttack ? [buildFinding()] : [], ...overrides.result },
  });
}

/** Writes events `from` to `to` (not included) with a new adapter, closes it, and returns the id of its chain. */
export async function writeScans(
  options: PostgresAdapterOptions,
  from: number,
  to: number,
  overrides?: (n: number) => ScanEventOverrides,
): Promise<string> {
  const adapter = postgresAdapter({ hmacKey: HMAC_KEY, ...options });
  const events = Array.from({ length: to - from }, (_, index) => scanOf(from + index, overrides?.(from + index)));
  await adapter.write?.(events, never);
  await adapter.close?.();
  return adapter.chainId;
}
