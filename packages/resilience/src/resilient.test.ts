import type { Adapter, ScanEvent } from '@llm-sentinel/core';
import { buildScanEvent, testAdapter, testRateLimitStore } from '@llm-sentinel/testing';
import { describe, expect, it } from 'vitest';
import { memoryRateLimitStore } from './memory-rate-limit-store.js';
import { resilient } from './resilient.js';

/** A class, because that has its members in a prototype, where a spread does not see them. */
class MemoryAdapter implements Adapter {
  readonly name = 'memory';
  readonly rows: unknown[];
  failures: number;
  constructor(rows: unknown[], failures = 0) {
    this.rows = rows;
    this.failures = failures;
  }
  async write(events: readonly ScanEvent[]): Promise<void> {
    if (this.failures-- > 0) throw new Error('The database is away.');
    for (const { result } of events) this.rows.push(result);
  }
  onFeedback({ scanId }: { readonly scanId: string }): void {
    this.rows.push({ feedback: scanId });
  }
  onDecision(): void {}
  health() {
    return { status: 'ok' } as const;
  }
}

const quick = { retry: { minDelayMs: 0 } };
const rows: unknown[] = [];
testAdapter('resilient(memory)', {
  create: () => resilient(new MemoryAdapter(rows), quick),
  recorded: () => rows,
  failing: () => resilient(new MemoryAdapter([], Number.POSITIVE_INFINITY), quick),
});
testRateLimitStore('resilient(memory)', { create: () => resilient(memoryRateLimitStore()) });

const signal = new AbortController().signal;

describe('resilient', () => {
  it('writes a batch again that failed twice', async () => {
    const written: unknown[] = [];
    await resilient(new MemoryAdapter(written, 2), quick).write?.([buildScanEvent()], signal);
    expect(written).toHaveLength(1);
  });

  it('stops writing to what keeps failing, and says so', async () => {
    const inner = new MemoryAdapter([], Number.POSITIVE_INFINITY);
    const adapter = resilient(inner, { ...quick, circuitBreaker: { failureThreshold: 2 } });
    for (let i = 0; i < 2; i++) await expect(adapter.write?.([buildScanEvent()], signal)).rejects.toThrow('away');
    const asked = inner.failures;
    await expect(adapter.write?.([buildScanEvent()], signal)).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    expect(inner.failures).toBe(asked);
    expect(adapter.health?.()).toMatchObject({ status: 'degraded' });
  });

  it('gives a hung write up after its time, and at once when core does', async () => {
    const hung: Adapter = { name: 'hung', write: () => new Promise(() => {}) };
    const late = resilient(hung, { retry: false, timeoutMs: 10 }).write?.([], signal);
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
    const stop = new AbortController();
    const stopped = resilient(hung).write?.([], stop.signal);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('has the members of the adapter and no others', () => {
    const adapter = resilient({ name: 'counter', engineTimings: true, onScan: () => {} });
    expect(Object.keys(adapter).sort()).toEqual(['close', 'engineTimings', 'health', 'name', 'onScan']);
  });

  it('cuts a store off that keeps failing, and never asks twice', async () => {
    let asked = 0;
    const store = resilient(
      {
        consume: async () => {
          asked++;
          throw new Error('away');
        },
      },
      { circuitBreaker: { failureThreshold: 3 } },
    );
    for (let i = 0; i < 10; i++) await expect(store.consume('key', [], 1)).rejects.toBeDefined();
    expect(asked).toBe(3);
    expect(() => resilient(memoryRateLimitStore(), { retry: {} })).toThrow('`retry` must be left out');
  });

  it.each([
    ['an adapter', { name: 'memory', write: async () => {} }],
    ['a store', memoryRateLimitStore()],
  ])('refuses a wrong time for %s when it is made, naming it', (_case, target) => {
    for (const timeoutMs of [-5, 0, Number.NaN, 2 ** 31, '5' as never]) {
      expect(() => resilient(target as Adapter, { timeoutMs })).toThrow(
        '[@llm-sentinel/resilience] `timeoutMs` must be a number from 1 to 2147483647',
      );
    }
  });
});
