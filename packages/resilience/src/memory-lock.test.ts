import { isSentinelError, withLock } from '@llm-sentinel/core';
import { testLock } from '@llm-sentinel/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryLock } from './memory-lock.js';

let time = 0;
testLock('memory', {
  create: () => memoryLock({ now: () => time }),
  wait: (ms) => {
    time += ms;
  },
});

describe('withLock', () => {
  afterEach(() => vi.useRealTimers());

  it('holds the lease while the work runs, however long, and gives it back', async () => {
    vi.useFakeTimers();
    const lock = memoryLock();
    const work = withLock(lock, 'job', () => new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'done')), {
      ttlMs: 300,
    });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await lock.acquire('job')).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await work).toBe('done');
    expect(await lock.acquire('job')).not.toBeNull();
  });

  it('gives the lease back when the work fails', async () => {
    const lock = memoryLock();
    await expect(withLock(lock, 'job', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lock.acquire('job')).not.toBeNull();
  });

  it('throws LOCKED when another one holds the lease', async () => {
    const lock = memoryLock();
    await lock.acquire('job');
    const error = await withLock(lock, 'job', async () => {}).catch((reason: unknown) => reason);
    expect(isSentinelError(error, 'LOCKED')).toBe(true);
  });

  it('aborts the signal of the work when the lease is lost', async () => {
    vi.useFakeTimers();
    const lost = await (async () => {
      const promise = withLock(
        {
          acquire: async (name) => ({
            name,
            fence: 1,
            ttlMs: 90,
            extend: async () => false,
            release: async () => false,
          }),
        },
        'job',
        (_lease, signal) =>
          new Promise<unknown>((resolve) => signal.addEventListener('abort', () => resolve(signal.reason))),
      );
      await vi.advanceTimersByTimeAsync(40);
      return promise;
    })();
    expect(isSentinelError(lost, 'LOCKED')).toBe(true);
  });

  it('goes on while a store can not tell, and gives up when the time is over', async () => {
    vi.useFakeTimers();
    const away = () => Promise.reject(new Error('away'));
    const states: boolean[] = [];
    const work = withLock(
      { acquire: async (name) => ({ name, fence: 1, ttlMs: 90, extend: away, release: away }) },
      'job',
      async (_lease, signal) => {
        await new Promise((resolve) => setTimeout(resolve, 70));
        states.push(signal.aborted);
        await new Promise((resolve) => setTimeout(resolve, 50));
        states.push(signal.aborted);
      },
    );
    await vi.advanceTimersByTimeAsync(200);
    await work;
    expect(states).toEqual([false, true]);
  });
});
