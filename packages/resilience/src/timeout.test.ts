import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.js';
import { timeout } from './timeout.js';

describe('timeout', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes the value on, and leaves no timer', async () => {
    expect(await timeout(async () => 'value', 1_000)).toBe('value');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects a late task that does not listen, and aborts its signal', async () => {
    let signal: AbortSignal | undefined;
    const late = timeout((given) => {
      signal = given;
      return new Promise(() => {});
    }, 1_000);
    const rejected = expect(late).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('1000 ms'),
    });
    await vi.advanceTimersByTimeAsync(1_000);
    await rejected;
    expect(signal?.aborted).toBe(true);
  });

  it('stops with its caller', async () => {
    const stop = new AbortController();
    const stopped = timeout(() => new Promise(() => {}), 1_000, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    await expect(timeout(async () => 1, 1_000, stop.signal)).rejects.toThrow('stopped');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects as a task that throws', async () => {
    const broken = timeout(() => {
      throw new Error('broken');
    }, 1_000);
    await expect(broken).rejects.toThrow('broken');
  });
});

describe('bulkhead', () => {
  /** Tasks that end when told. */
  function tasks() {
    const ends: (() => void)[] = [];
    return { start: () => new Promise<void>((resolve) => ends.push(resolve)), ends };
  }

  it('runs some, lets some wait, and refuses more', async () => {
    const { start, ends } = tasks();
    const compartment = bulkhead({ maxConcurrent: 2, maxQueued: 1 });
    const running = [compartment.run(start), compartment.run(start)];
    const waiting = compartment.run(start);
    await expect(compartment.run(start)).rejects.toMatchObject({ code: 'OVERLOADED' });
    expect([compartment.running, compartment.queued, ends.length]).toEqual([2, 1, 2]);
    ends[0]?.();
    await running[0];
    await vi.waitFor(() => expect(ends.length).toBe(3));
    expect([compartment.running, compartment.queued]).toEqual([2, 0]);
    for (const end of ends) end();
    await Promise.all([...running, waiting]);
    expect(compartment.running).toBe(0);
  });

  it('frees its place when a task fails', async () => {
    const compartment = bulkhead({ maxConcurrent: 1 });
    await expect(compartment.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await compartment.run(() => 'next')).toBe('next');
  });

  it('forgets one who gives up waiting', async () => {
    const { start, ends } = tasks();
    const compartment = bulkhead({ maxConcurrent: 1, maxQueued: 5 });
    const first = compartment.run(start);
    const stop = new AbortController();
    const second = compartment.run(start, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    ends[0]?.();
    await first;
    expect([compartment.running, compartment.queued, ends.length]).toEqual([0, 0, 1]);
  });
});
