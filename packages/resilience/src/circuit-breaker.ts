import { EventEmitter } from 'node:events';
import { isSentinelError, SentinelError, type Telemetry } from '@llm-sentinel/core';
import Opossum from 'opossum';
import { callable, duration, invalidOption, number, onlyKnown } from './check.js';
import { isNeutral } from './transient.js';

/** Calls pass; none does; or some pass on trial. */
export type CircuitState = 'closed' | 'open' | 'half_open';
/** What happens to a circuit and to the calls through it; the names in `circuit_events_total`. */
export type CircuitEvent = 'opened' | 'closed' | 'half_open' | 'rejected' | 'timeout' | 'failure' | 'success';

/** When a circuit opens, how it closes again, and what happens meanwhile. */
export interface CircuitBreakerOptions<Args extends readonly unknown[], T> {
  /** Countable name for errors and metrics. @default the function's name, or 'circuit' */
  readonly name?: string;
  /** Failures one after another that open the circuit. @default 5 */
  readonly failureThreshold?: number;
  /** Time that an open circuit lets nothing through, in milliseconds. @default 60_000 */
  readonly recoveryTimeoutMs?: number;
  /** Calls that must then succeed, one at a time, before all are let through. @default 2 */
  readonly successThreshold?: number;
  /**
   * Opens the circuit also at this share of failures in the last 10 seconds, 0 to 100, once there were `volumeThreshold` calls.
   * @default none: only failures in a row count
   */
  readonly errorThresholdPercentage?: number;
  /** Calls in the last 10 seconds before `errorThresholdPercentage` means anything. @default 20 */
  readonly volumeThreshold?: number;
  /** Errors that say nothing about what is called: they neither count nor heal. @default `isNeutral` */
  readonly errorFilter?: (error: unknown) => boolean;
  /** Answers in place of a call that fails or is not let through. @default the error is thrown */
  readonly fallback?: (error: unknown, ...args: Args) => T | Promise<T>;
  /** Told of every event. */
  readonly onEvent?: (event: CircuitEvent, circuit: string) => void;
  /** Counts `circuit_events_total` and sets `circuit_state`. @default nothing is counted */
  readonly telemetry?: Telemetry;
}

/** What a circuit has seen since it was made. */
export interface CircuitStats {
  /** What the circuit does now. */
  readonly state: CircuitState;
  /** Failures one after another, now. */
  readonly consecutiveFailures: number;
  /** Calls that succeeded. */
  readonly successes: number;
  /** Calls that failed and counted. */
  readonly failures: number;
  /** Calls that were not let through. */
  readonly rejected: number;
  /** Times the circuit opened. */
  readonly opened: number;
}

/** The function, and the circuit it goes through. */
export interface CircuitBreaker<Args extends readonly unknown[], T> {
  /** @throws SentinelError CIRCUIT_OPEN with `details: { circuit, retryAfterMs }`, or what the function throws. */
  (...args: Args): Promise<T>;
  /** Name of the circuit, as in errors and metrics. */
  readonly circuit: string;
  /** What the circuit does now. */
  readonly state: CircuitState;
  /** What it has seen so far. */
  stats(): CircuitStats;
  /** Opens the circuit by hand, for `recoveryTimeoutMs`. */
  open(): void;
  /** Closes it by hand. */
  close(): void;
  /** Lets nothing through any more and stops all timers. */
  shutdown(): void;
}

const KNOWN = [
  'name',
  'failureThreshold',
  'recoveryTimeoutMs',
  'successThreshold',
  'errorThresholdPercentage',
  'volumeThreshold',
  'errorFilter',
  'fallback',
  'onEvent',
  'telemetry',
];
const STATE_AFTER: Readonly<Partial<Record<CircuitEvent, CircuitState>>> = {
  opened: 'open',
  closed: 'closed',
  half_open: 'half_open',
};

/**
 * Stops calling what fails: `failureThreshold` failures in a row open the circuit, after `recoveryTimeoutMs` single calls try, and
 * `successThreshold` successes close it; any failure before opens it again. The pattern is that of M. Nygard, Release It! (2007).
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const ask = circuitBreaker(callModel, { name: 'model', fallback: () => 'Please try later.' });
 */
export function circuitBreaker<Args extends readonly unknown[], T>(
  fn: (...args: Args) => Promise<T> | T,
  options: CircuitBreakerOptions<Args, T> = {},
): CircuitBreaker<Args, T> {
  if (typeof fn !== 'function') throw invalidOption('`fn` must be a function.');
  onlyKnown(options, KNOWN);
  const failureThreshold = number('failureThreshold', options.failureThreshold, 5, { min: 1, max: 1e6, whole: true });
  const successThreshold = number('successThreshold', options.successThreshold, 2, { min: 1, max: 1e6, whole: true });
  const recoveryTimeoutMs = duration('recoveryTimeoutMs', options.recoveryTimeoutMs, 60_000, 1);
  const percentage = number('errorThresholdPercentage', options.errorThresholdPercentage, 100, { min: 0, max: 100 });
  const volumeThreshold = number('volumeThreshold', options.volumeThreshold, 20, { min: 0, max: 1e6, whole: true });
  for (const hook of ['errorFilter', 'fallback', 'onEvent'] as const) callable(hook, options[hook]);
  const { name = fn.name || 'circuit', errorFilter = isNeutral, fallback, onEvent, telemetry } = options;

  let state: CircuitState = 'closed';
  /** Rises with each change of state: what a call that began before tells is out of date. */
  let epoch = 0;
  let openUntil = 0;
  let failuresInARow = 0;
  let successesInARow = 0;
  let trial = false;
  const totals = { successes: 0, failures: 0, rejected: 0, opened: 0 };

  const breaker = new Opossum<[Args], T>(attempt as (args: Args) => Promise<T>, {
    name,
    timeout: false,
    resetTimeout: recoveryTimeoutMs,
    // More than 100 % never happens: without a percentage only our own count opens.
    errorThresholdPercentage: percentage,
    volumeThreshold,
    errorFilter,
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
    // Nobody reads the rolling window unless there is a percentage: then no timer needs to turn it.
    ...(options.errorThresholdPercentage === undefined && { rotateBucketController: new EventEmitter() }),
  });
  breaker.on('open', () => enter('open', 'opened'));
  breaker.on('halfOpen', () => enter('half_open', 'half_open'));

  function report(event: CircuitEvent): void {
    onEvent?.(event, name);
    if (telemetry === undefined) return;
    telemetry.increment('circuit_events_total', { circuit: name, event });
    const after = STATE_AFTER[event];
    if (after !== undefined) telemetry.set('circuit_state', { circuit: name, state: after }, 1);
  }

  function enter(next: CircuitState, event: CircuitEvent): void {
    state = next;
    epoch++;
    failuresInARow = 0;
    successesInARow = 0;
    trial = false;
    if (next === 'open') {
      totals.opened++;
      openUntil = performance.now() + recoveryTimeoutMs;
    }
    report(event);
  }

  // opossum closes at the first success after the pause. It then stays closed while we still count: see `admit`.
  function succeeded(began: number): void {
    totals.successes++;
    report('success');
    if (began !== epoch) return;
    failuresInARow = 0;
    if (state === 'half_open' && ++successesInARow >= successThreshold) enter('closed', 'closed');
  }

  function failed(error: unknown, began: number): void {
    totals.failures++;
    report(isSentinelError(error, 'TIMEOUT') ? 'timeout' : 'failure');
    if (began !== epoch) return;
    if (state === 'half_open' || ++failuresInARow >= failureThreshold) breaker.open();
  }

  /** What opossum calls. */
  async function attempt(args: Args): Promise<T> {
    const began = epoch;
    try {
      const value = await fn(...args);
      succeeded(began);
      return value;
    } catch (error) {
      if (!errorFilter(error)) failed(error, began);
      throw error;
    } finally {
      if (began === epoch) trial = false;
    }
  }

  /** One call at a time while half open; opossum holds back only until its first success. */
  function admit(): boolean {
    if (state === 'closed') return true;
    if (state === 'open' || trial) return false;
    trial = true;
    return true;
  }

  function rejection(): SentinelError {
    totals.rejected++;
    report('rejected');
    const retryAfterMs = Math.max(0, Math.ceil(openUntil - performance.now()));
    return new SentinelError('CIRCUIT_OPEN', `[@llm-sentinel/resilience] The circuit '${name}' is open.`, {
      details: { circuit: name, retryAfterMs },
    });
  }

  /** The two count apart: when a late verdict of an earlier call moved opossum alone, this call has not been the trial. */
  function refusedByOpossum(): SentinelError {
    trial = false;
    return rejection();
  }

  async function call(...args: Args): Promise<T> {
    try {
      if (breaker.isShutdown || !admit()) throw rejection();
      return await breaker.fire(args);
    } catch (error) {
      const cause = Opossum.isOurError(error as Error) ? refusedByOpossum() : error;
      if (fallback === undefined || errorFilter(cause)) throw cause;
      return fallback(cause, ...args);
    }
  }

  telemetry?.set('circuit_state', { circuit: name, state: 'closed' }, 1);
  return Object.defineProperties(call, {
    circuit: { value: name },
    state: { get: () => state },
    stats: { value: (): CircuitStats => ({ state, consecutiveFailures: failuresInARow, ...totals }) },
    open: { value: () => breaker.open() },
    close: {
      value: () => {
        breaker.close();
        if (state !== 'closed') enter('closed', 'closed');
      },
    },
    shutdown: { value: () => breaker.shutdown() },
  }) as CircuitBreaker<Args, T>;
}
