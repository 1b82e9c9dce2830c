import { SentinelError } from '@llm-sentinel/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retrier, retry } from './retry.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** Fails as often as told. */
function flaky(failures: number, error: () => unknown = refused) {
  let calls = 0;
  return {
    fn: async () => {
      if (++calls <= failures) throw error();
      return calls;
    },
    calls: () => calls,
  };
}

describe('retry', () => {
  it('makes three attempts, with waits of up to one and two seconds', async () => {
    const waits: number[] = [];
    const { fn, calls } = flaky(9);
    const result = retry(fn, { random: () => 0.999_999, onRetry: ({ delayMs }) => waits.push(Math.round(delayMs)) })();
    const rejected = expect(result).rejects.toThrow('ECONNREFUSED');
    await vi.advanceTimersByTimeAsync(990);
    expect(calls()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_010);
    await rejected;
    expect(calls()).toBe(3);
    expect(waits).toEqual([1_000, 2_000]);
  });

  it('waits a random share of the longest wait: full jitter', async () => {
    const waits: number[] = [];
    const shares = [0, 0.25, 0.5, 0.75];
    const result = retry(flaky(4).fn, {
      attempts: 5,
      random: () => shares[waits.length] ?? 0,
      onRetry: ({ delayMs }) => waits.push(delayMs),
    })();
    await vi.runAllTimersAsync();
    expect(await result).toBe(5);
    expect(waits).toEqual([0, 500, 2_000, 6_000]);
  });

  it.each<[string, () => unknown, boolean]>([
    ['a refused connection', refused, true],
    ['a failed fetch', () => new TypeError('fetch failed', { cause: refused() }), true],
    ['a time limit', () => new SentinelError('TIMEOUT', 'late'), true],
    ['an answer of 503', () => Object.assign(new Error('busy'), { status: 503 }), true],
    ['an answer of 429', () => Object.assign(new Error('slow down'), { statusCode: 429 }), true],
    ['an answer of 400', () => Object.assign(new Error('bad'), { status: 400 }), false],
    ['a mistake', () => new TypeError('undefined is not a function'), false],
    ['an open circuit', () => new SentinelError('CIRCUIT_OPEN', 'open'), false],
    ['a thrown string', () => 'broken', false],
    ['a thrown undefined', () => undefined, false],
  ])('tries %s again: %s', async (_name, error, again) => {
    const { fn, calls } = flaky(1, error);
    const result = retry(fn)().then(
      () => 'answer',
      (reason: unknown) => reason,
    );
    await vi.runAllTimersAsync();
    expect(calls()).toBe(again ? 2 : 1);
    expect(await result).toEqual(again ? 'answer' : error());
  });

  it('waits as long as the server asks', async () => {
    const { fn, calls } = flaky(1, () =>
      Object.assign(new Error('slow'), { status: 429, headers: new Headers({ 'retry-after': '7' }) }),
    );
    const result = retry(fn, { minDelayMs: 10 })();
    await vi.advanceTimersByTimeAsync(6_990);
    expect(calls()).toBe(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(await result).toBe(2);
  });

  it('gives up at once when its caller does', async () => {
    const stop = new AbortController();
    const { fn, calls } = flaky(9);
    const result = retrier({ random: () => 0.95 })(fn, stop.signal);
    const rejected = expect(result).rejects.toThrow('stopped');
    await vi.advanceTimersByTimeAsync(1);
    stop.abort(new Error('stopped'));
    await rejected;
    await vi.runAllTimersAsync();
    expect(calls()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops an attempt at the deadline of all, and starts none that could not end before it', async () => {
    const signals: AbortSignal[] = [];
    const hung = retrier({ deadlineMs: 500 })((signal) => new Promise(() => signals.push(signal)));
    const late = expect(hung).rejects.toMatchObject({ code: 'TIMEOUT' });
    await vi.advanceTimersByTimeAsync(500);
    await late;
    expect(signals[0]?.aborted).toBe(true);

    const { fn, calls } = flaky(9);
    const short = expect(retry(fn, { deadlineMs: 900, random: () => 0.95 })()).rejects.toThrow('ECONNREFUSED');
    await vi.advanceTimersByTimeAsync(0);
    await short;
    expect(calls()).toBe(1);
  });

  it('counts what came of retries', async () => {
    const counted: string[] = [];
    const telemetry = {
      increment: (name: string, labels: Readonly<Record<string, string>>) =>
        counted.push(`${name} ${labels.operation} ${labels.outcome}`),
      set: () => {},
      observe: () => {},
    };
    const options = { operation: 'ask', telemetry, minDelayMs: 0 };
    await retry(flaky(0).fn, options)();
    expect(counted).toEqual([]);
    await Promise.all([retry(flaky(2).fn, options)(), vi.runAllTimersAsync()]);
    expect(counted.splice(0)).toEqual(['retries_total ask failed', 'retries_total ask succeeded']);
    await Promise.all([retry(flaky(9).fn, options)().catch(() => {}), vi.runAllTimersAsync()]);
    expect(counted).toEqual(['retries_total ask failed', 'retries_total ask exhausted']);
  });

  it('passes arguments on', async () => {
    const add = retry(async (a: number, b: number) => a + b);
    expect(await add(1, 2)).toBe(3);
  });

  it('refuses options that make no sense', () => {
    expect(() => retry(async () => {}, { attempts: 0 })).toThrow('`attempts` must be a whole number from 1');
    expect(() => retry(async () => {}, { retries: 2 } as object)).toThrow('Unknown option `retries`');
  });
});
