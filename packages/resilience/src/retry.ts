import { SentinelError, type Telemetry } from '@llm-sentinel/core';
// Not the default export: what that is in the CJS build depends on who reads it.
import { makeRetriable, type RetryContext } from 'p-retry';
import { callable, duration, invalidOption, number, onlyKnown } from './check.js';
import type { Task } from './timeout.js';
import { askedToWaitMs, isTransient } from './transient.js';

/** How often, after what waits and after which errors a call is made again. */
export interface RetryOptions {
  /** Calls in all, the first included. @default 3 */
  readonly attempts?: number;
  /**
   * Longest wait before the second attempt, in milliseconds. Each wait is a random share of its longest: full jitter, as of M. Brooker,
   * Exponential Backoff And Jitter (AWS Architecture Blog, 2015).
   * @default 1_000
   */
  readonly minDelayMs?: number;
  /** What the longest wait is multiplied by from attempt to attempt. @default 2 */
  readonly factor?: number;
  /** No wait is longer than this, in milliseconds, one that the server asks for excepted. @default 30_000 */
  readonly maxDelayMs?: number;
  /** All attempts and waits together, in milliseconds; what still runs then is aborted. @default none */
  readonly deadlineMs?: number;
  /** Whether trying again may help. @default `isTransient` */
  readonly retryIf?: (error: unknown) => boolean;
  /** Countable name for `retries_total`. @default 'call' */
  readonly operation?: string;
  /** Counts `retries_total`. @default nothing is counted */
  readonly telemetry?: Telemetry;
  /** Told before each wait. `attempt` counts from 1. */
  readonly onRetry?: (retry: { readonly error: unknown; readonly attempt: number; readonly delayMs: number }) => void;
  /** Draws the random share of a wait, from 0 to below 1. @default Math.random */
  readonly random?: () => number;
}

/** Runs tasks, and failed ones again. */
export type Retry = <T>(task: Task<T>, signal?: AbortSignal) => Promise<T>;

const KNOWN = [
  'attempts',
  'minDelayMs',
  'factor',
  'maxDelayMs',
  'deadlineMs',
  'retryIf',
  'operation',
  'telemetry',
  'onRetry',
  'random',
];

/**
 * Wraps a function: a call that fails for a passing reason is made again. A function that can be stopped, or has a deadline to
 * stop it, goes through `retrier` instead, which hands it a signal.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const ask = retry((prompt: string) => callModel(prompt), { attempts: 4 });
 */
export function retry<Args extends readonly unknown[], T>(
  fn: (...args: Args) => Promise<T> | T,
  options: RetryOptions = {},
): (...args: Args) => Promise<T> {
  if (typeof fn !== 'function') throw invalidOption('`fn` must be a function.');
  const run = retrier(options);
  return (...args) => run(() => fn(...args));
}

/**
 * As `retry`, for tasks that are given one by one, each with a signal of its caller, and are handed one that is aborted when their
 * time is over.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const again = retrier({ deadlineMs: 30_000 });
 * const answer = await again((signal) => callModel(prompt, { signal }), request.signal);
 */
export function retrier(options: RetryOptions = {}): Retry {
  onlyKnown(options, KNOWN);
  const attempts = number('attempts', options.attempts, 3, { min: 1, max: 1_000, whole: true });
  const minDelayMs = duration('minDelayMs', options.minDelayMs, 1_000);
  const factor = number('factor', options.factor, 2, { min: 1, max: 100 });
  const maxDelayMs = duration('maxDelayMs', options.maxDelayMs, 30_000);
  const deadlineMs = duration('deadlineMs', options.deadlineMs, 0, 1);
  callable('retryIf', options.retryIf);
  callable('onRetry', options.onRetry);
  const { retryIf = isTransient, operation = 'call', telemetry, onRetry, random = Math.random } = options;

  const count = (outcome: string) => telemetry?.increment('retries_total', { operation, outcome });

  /** Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), and no earlier than asked for. */
  function delayFor(error: unknown, attempt: number): number {
    const longest = Math.min(maxDelayMs, minDelayMs * factor ** (attempt - 1));
    return Math.max(random() * longest, askedToWaitMs(error));
  }

  return async (task, signal) => {
    const startedAt = performance.now();
    const limit = deadlineMs === 0 ? undefined : deadline(deadlineMs);
    const combined = anySignal(signal, limit?.signal);
    let attempt = 0;
    let nextDelayMs = 0;
    try {
      const attemptUntilDone = makeRetriable(
        async () => {
          // p-retry's own jitter is from half to all of a wait; full jitter is slept here.
          if (attempt > 0) await sleep(nextDelayMs, combined);
          attempt++;
          const value = await abortable(task, combined);
          if (attempt > 1) count('succeeded');
          return value;
        },
        {
          retries: attempts - 1,
          minTimeout: 0,
          signal: combined,
          shouldRetry: ({ error }: RetryContext) => {
            const cause = original(error);
            if (combined.aborted || attempt >= attempts || !retryIf(cause)) return false;
            nextDelayMs = delayFor(cause, attempt);
            // A wait that ends after the deadline is no use to anyone.
            if (deadlineMs !== 0 && performance.now() - startedAt + nextDelayMs >= deadlineMs) return false;
            if (attempt > 1) count('failed');
            onRetry?.({ error: cause, attempt, delayMs: nextDelayMs });
            return true;
          },
        },
      );
      return await attemptUntilDone();
    } catch (error) {
      if (attempt > 1) count('exhausted');
      throw original(error);
    } finally {
      limit?.clear();
    }
  };
}

/** Carries what is no plain error past p-retry, which retries no TypeError that it does not know and wraps what is no Error. */
class Attempted extends Error {
  readonly thrown: unknown;
  constructor(thrown: unknown) {
    super('The attempt failed.');
    this.thrown = thrown;
  }
}

function original(error: unknown): unknown {
  return error instanceof Attempted ? error.thrown : error;
}

/** Rejects as soon as the signal is aborted, whether the task stops or not. */
function abortable<T>(task: Task<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Attempted(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });
    Promise.resolve()
      .then(() => task(signal))
      .then(resolve, (error) => reject(new Attempted(error)))
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Attempted(signal.reason));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function deadline(ms: number): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const late = new SentinelError(
    'TIMEOUT',
    `[@llm-sentinel/resilience] All attempts together took longer than ${ms} ms.`,
  );
  const timer = setTimeout(() => controller.abort(late), ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : (given[0] ?? new AbortController().signal);
}
