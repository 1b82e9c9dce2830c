import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue } from './queue.js';

const OPTIONS = { maxEvents: 10, batchSize: 3, intervalMs: 100, timeoutMs: 1000 };

describe('the queue before an adapter', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function recording(options: Partial<typeof OPTIONS> = {}, write?: (events: readonly number[]) => Promise<void>) {
    const batches: number[][] = [];
    const failures: string[] = [];
    const queue = createQueue<number>(
      async (events) => {
        await write?.(events);
        batches.push([...events]);
      },
      { ...OPTIONS, ...options },
      (error, lost) => failures.push(`${(error as Error).message} ${lost}`),
    );
    return { queue, batches, failures };
  }

  it('writes nothing in the stack of push', () => {
    const { queue, batches } = recording();
    for (let k = 0; k < 5; k++) queue.push(k);
    expect(batches).toEqual([]);
    expect(queue.length).toBe(5);
  });

  it('writes a full batch at once and the rest after the interval, in order', async () => {
    const { queue, batches } = recording();
    queue.push(1);
    await vi.advanceTimersByTimeAsync(99);
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([[1]]);
    for (const k of [2, 3, 4, 5]) queue.push(k);
    await vi.advanceTimersByTimeAsync(0);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('never has two writes under way', async () => {
    let running = 0;
    let most = 0;
    const { queue, batches } = recording({}, async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running--;
    });
    for (let k = 0; k < 9; k++) queue.push(k);
    await vi.advanceTimersByTimeAsync(500);
    expect(most).toBe(1);
    expect(batches.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('drops and counts new events when it is full, and says so once', () => {
    const { queue, failures } = recording();
    for (let k = 0; k < 14; k++) queue.push(k);
    expect(queue).toMatchObject({ length: 10, dropped: 4 });
    expect(failures).toEqual(['The queue is full. 1']);
  });

  it('goes on after a batch that was rejected, and counts what was lost', async () => {
    let first = true;
    const { queue, batches, failures } = recording({}, async () => {
      if (!first) return;
      first = false;
      throw new Error('no connection');
    });
    for (let k = 0; k < 5; k++) queue.push(k);
    await queue.flush();
    expect(failures).toEqual(['no connection 3']);
    expect(queue.dropped).toBe(3);
    expect(batches).toEqual([[3, 4]]);
  });

  it('gives a write up that never ends, and aborts it', async () => {
    const signals: AbortSignal[] = [];
    const failures: unknown[] = [];
    const queue = createQueue<number>(
      (_, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
      OPTIONS,
      (error) => failures.push(error),
    );
    queue.push(1);
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(1000);
    await flushed;
    expect(signals[0]?.aborted).toBe(true);
    expect(failures).toHaveLength(1);
    expect(queue).toMatchObject({ length: 0, dropped: 1 });
  });

  it('flushes all that waits, and resolves at once when nothing does', async () => {
    const { queue, batches } = recording();
    await queue.flush();
    for (let k = 0; k < 7; k++) queue.push(k);
    await queue.flush();
    expect(batches.flat()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
