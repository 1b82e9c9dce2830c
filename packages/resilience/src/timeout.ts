import { SentinelError } from '@llm-sentinel/core';
import { duration } from './check.js';

/** A call that takes a signal and stops when it is aborted. */
export type Task<T> = (signal: AbortSignal) => Promise<T> | T;

/**
 * Runs `task` for at most `ms` milliseconds. Late, or when `signal` is aborted, the task's own signal is aborted and the promise
 * rejects at once, whether the task stops or not.
 *
 * @throws SentinelError TIMEOUT when it is late; the reason of `signal` when that is aborted.
 */
export async function timeout<T>(task: Task<T>, ms: number, signal?: AbortSignal): Promise<T> {
  const limit = duration('ms', ms, ms, 1);
  signal?.throwIfAborted();
  const own = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (reason: unknown) => {
      end();
      reject(reason);
      own.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(late(limit)), limit);
    signal?.addEventListener('abort', onAbort, { once: true });
    Promise.resolve()
      .then(() => task(own.signal))
      .then(resolve, reject)
      .finally(end);
  });
}

function late(ms: number): SentinelError {
  return new SentinelError('TIMEOUT', `[@llm-sentinel/resilience] The call took longer than ${ms} ms.`);
}
