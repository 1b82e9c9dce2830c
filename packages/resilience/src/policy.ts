import type { CallPolicy, EventContext, PolicyObserver, Telemetry } from '@llm-sentinel/core';
import { type Bulkhead, type BulkheadOptions, bulkhead } from './bulkhead.js';
import { duration, onlyKnown } from './check.js';
import { type CircuitBreakerOptions, type CircuitStats, circuitBreaker } from './circuit-breaker.js';
import { type RateLimiter, type RateLimiterOptions, rateLimiter } from './rate-limiter.js';
import { type RetryOptions, retrier } from './retry.js';
import { type Task, timeout } from './timeout.js';

/** Options of the breaker of a policy. A fallback would hide the failure from retries, and so is none of them. */
type CircuitOptions = Omit<CircuitBreakerOptions<readonly [() => Promise<unknown>], unknown>, 'fallback'>;

/** What a call has to pass, from the limit outside to the attempt inside. What is left out is not there. */
export interface PolicyOptions {
  /** Countable name for errors and metrics, also of parts that have none of their own. @default 'policy' */
  readonly name?: string;
  /** A limiter, or the options of one. @default no limit */
  readonly rateLimit?: RateLimiter | RateLimiterOptions;
  /** A bulkhead, to share one, or the options of one. @default no bulkhead */
  readonly bulkhead?: Bulkhead | BulkheadOptions;
  /** Wraps all attempts: a call that is retried and fails is one failure. @default no breaker */
  readonly circuitBreaker?: CircuitOptions;
  /** How a call that failed is tried again. @default no retries */
  readonly retry?: RetryOptions;
  /** Time of one attempt, in milliseconds. @default no limit */
  readonly timeoutMs?: number;
  /** Counts retries always; circuits and limits only where no `guard()` reports them to its scanner's adapters. @default nothing is counted */
  readonly telemetry?: Telemetry;
}

/** Whom a call is for, and how its caller stops it. */
export interface ExecuteOptions extends EventContext {
  /** Stops waiting, and is passed on to the call. @default nothing stops it */
  readonly signal?: AbortSignal;
}

/** Parts that work together: rate limit, bulkhead, circuit breaker, retry, timeout, from the outside in. */
export interface Policy extends CallPolicy {
  /**
   * Runs a task through all parts. A call without `userId` and `ip` is not rate limited.
   *
   * @throws SentinelError RATE_LIMITED, OVERLOADED, CIRCUIT_OPEN or TIMEOUT; or what the last attempt threw.
   */
  execute<T>(task: Task<T>, options?: ExecuteOptions): Promise<T>;
  /** The circuit's state and counts; null without one. */
  circuit(): CircuitStats | null;
}

const KNOWN = ['name', 'rateLimit', 'bulkhead', 'circuitBreaker', 'retry', 'timeoutMs', 'telemetry'];

/**
 * Composes the parts in the one order that makes sense: what is refused costs nothing, and a time limit is of each attempt.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const model = policy({ name: 'model', rateLimit: { perSecond: 5 }, circuitBreaker: {}, retry: { attempts: 3 }, timeoutMs: 20_000 });
 * const ask = guard((prompt: string) => callModel(prompt), { policy: model });
 */
export function policy(options: PolicyOptions = {}): Policy {
  onlyKnown(options, KNOWN);
  const { name = 'policy', telemetry } = options;
  const timeoutMs = duration('timeoutMs', options.timeoutMs, 0, 1);
  // Set by the guard that uses this policy: its scanner's adapters count and log what happens here.
  let observer: PolicyObserver | undefined;

  const limiter = limiterOf(name, options.rateLimit);
  const compartment = compartmentOf(options.bulkhead);
  const again =
    options.retry === undefined ? null : retrier({ operation: name, ...defined({ telemetry }), ...options.retry });
  const breaker =
    options.circuitBreaker === undefined
      ? null
      : circuitBreaker((task: () => Promise<unknown>) => task(), {
          name,
          ...options.circuitBreaker,
          onEvent(event, circuit) {
            options.circuitBreaker?.onEvent?.(event, circuit);
            if (observer !== undefined) observer('circuit', event, circuit);
            else report(event, circuit);
          },
        });

  function report(event: string, circuit: string): void {
    telemetry?.increment('circuit_events_total', { circuit, event });
    const state = { opened: 'open', closed: 'closed', half_open: 'half_open' }[event];
    if (state !== undefined) telemetry?.set('circuit_state', { circuit, state }, 1);
  }

  async function admit({ userId, ip }: EventContext, observe?: PolicyObserver): Promise<void> {
    if (observe !== undefined) observer = observe;
    if (limiter === null || (userId === undefined && ip === undefined)) return;
    const tell = (decision: string) => {
      if (observe !== undefined) observe('rate-limit', decision, limiter.name);
      else telemetry?.increment('rate_limit_decisions_total', { limit: limiter.name, decision });
    };
    try {
      const { outcome } = await limiter.enforce({ ...defined({ userId, ip }) });
      tell(outcome);
    } catch (error) {
      tell(deniedAs(error));
      throw error;
    }
  }

  async function run<T>(
    task: Task<T>,
    { signal, observe }: { signal?: AbortSignal; observe?: PolicyObserver } = {},
  ): Promise<T> {
    if (observe !== undefined) observer = observe;
    const once = (given: AbortSignal | undefined) =>
      timeoutMs === 0 ? task(given ?? new AbortController().signal) : timeout(task, timeoutMs, given);
    const attempts = async () => (again === null ? once(signal) : again(once, signal));
    const through = breaker === null ? attempts : async () => (await breaker(attempts)) as T;
    return compartment === null ? through() : compartment.run(through, signal);
  }

  return {
    admit,
    run,
    async execute(task, { signal, ...context } = {}) {
      await admit(context);
      return run(task, { ...defined({ signal }) });
    },
    circuit: () => breaker?.stats() ?? null,
  };
}

function limiterOf(name: string, given: PolicyOptions['rateLimit']): RateLimiter | null {
  if (given === undefined) return null;
  return 'enforce' in given ? given : rateLimiter({ name, ...given });
}

function compartmentOf(given: PolicyOptions['bulkhead']): Bulkhead | null {
  if (given === undefined) return null;
  return 'run' in given ? given : bulkhead(given);
}

function deniedAs(error: unknown): string {
  const { details } = error as { details?: { decision?: { outcome?: string } } };
  return details?.decision?.outcome ?? 'denied';
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that are undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
