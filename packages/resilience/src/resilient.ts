import type { Adapter, AdapterHealth, RateLimitStore, Telemetry } from '@llm-sentinel/core';
import { duration, invalidOption, onlyKnown } from './check.js';
import { type CircuitBreakerOptions, circuitBreaker } from './circuit-breaker.js';
import { type RetryOptions, retrier } from './retry.js';
import { timeout } from './timeout.js';

/** How calls of an adapter or a store are tried again, given up and refused. */
export interface ResilientOptions {
  /**
   * Of `write` alone: a rate limit that is asked twice would count twice. Its events are queued meanwhile, so waits are short.
   * @default { attempts: 3, minDelayMs: 100, maxDelayMs: 2_000, retryIf: () => true }
   */
  readonly retry?: false | RetryOptions;
  /**
   * When calls are refused for a while, so that a broken other side can heal. `false` for never.
   * @default { failureThreshold: 5, recoveryTimeoutMs: 60_000, successThreshold: 2 }
   */
  readonly circuitBreaker?: false | Omit<CircuitBreakerOptions<readonly [() => Promise<unknown>], unknown>, 'fallback'>;
  /** Time of one attempt, in milliseconds; 1 to 2,147,483,647. @default 3_000 for an adapter, 100 for a store */
  readonly timeoutMs?: number;
  /** Counts `retries_total` and `circuit_events_total`, and sets `circuit_state`. @default nothing is counted */
  readonly telemetry?: Telemetry;
}

const KNOWN = ['retry', 'circuitBreaker', 'timeoutMs', 'telemetry'];
// Whoever stores a batch can't tell us in one language which of its errors pass. A batch that is never accepted costs two more tries.
const RETRY: RetryOptions = { attempts: 3, minDelayMs: 100, maxDelayMs: 2_000, retryIf: () => true };

/**
 * An adapter or a rate limit store with the same face, whose calls are timed out, retried and cut off when they keep failing.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * configure({ adapters: [resilient(postgresAdapter({ client }))] });
 */
export function resilient(adapter: Adapter, options?: ResilientOptions): Adapter;
export function resilient(store: RateLimitStore, options?: ResilientOptions): RateLimitStore;
export function resilient(target: Adapter | RateLimitStore, options: ResilientOptions = {}): Adapter | RateLimitStore {
  onlyKnown(options, KNOWN);
  if (typeof target !== 'object' || target === null)
    throw invalidOption('`target` must be an Adapter or a RateLimitStore.');
  return 'consume' in target ? resilientStore(target, options) : resilientAdapter(target, options);
}

function resilientAdapter(adapter: Adapter, options: ResilientOptions): Adapter {
  const { telemetry } = options;
  const timeoutMs = duration('timeoutMs', options.timeoutMs, 3_000, 1);
  const operation = adapter.name;
  const again =
    options.retry === false
      ? null
      : retrier({ operation, ...(telemetry !== undefined && { telemetry }), ...RETRY, ...options.retry });
  const breaker = breakerFor(operation, options);
  const { write } = adapter;

  // Each member by name: getters and methods of a prototype are not in a spread.
  return {
    name: adapter.name,
    ...(adapter.engineTimings !== undefined && { engineTimings: adapter.engineTimings }),
    ...(adapter.onAttach && { onAttach: (scanner) => adapter.onAttach?.(scanner) }),
    ...(adapter.onScanStart && { onScanStart: () => adapter.onScanStart?.() }),
    ...(adapter.onScan && { onScan: (event) => adapter.onScan?.(event) }),
    ...(adapter.onFeedback && { onFeedback: (event) => adapter.onFeedback?.(event) }),
    ...(adapter.onDecision && { onDecision: (event) => adapter.onDecision?.(event) }),
    ...(write && {
      async write(events, signal) {
        const once = (given: AbortSignal) => timeout(async (own) => adapter.write?.(events, own), timeoutMs, given);
        await breaker.call(() => (again === null ? once(signal) : again(once, signal)));
      },
    }),
    health: () => worse(adapter.health?.() ?? { status: 'ok' }, breaker.isOpen()),
    async close() {
      breaker.shutdown();
      await adapter.close?.();
    },
  };
}

function resilientStore(store: RateLimitStore, options: ResilientOptions): RateLimitStore {
  if (options.retry)
    throw invalidOption('`retry` must be left out for a store: a call that is made twice counts twice.');
  const timeoutMs = duration('timeoutMs', options.timeoutMs, 100, 1);
  const breaker = breakerFor('rate-limit-store', options);
  return {
    consume: (key, tiers, cost) => breaker.call(() => timeout(() => store.consume(key, tiers, cost), timeoutMs)),
  };
}

function breakerFor(name: string, { circuitBreaker: given, telemetry }: ResilientOptions) {
  if (given === false) {
    return { call: <T>(task: () => Promise<T>) => task(), isOpen: () => false, shutdown() {} };
  }
  const breaker = circuitBreaker((task: () => Promise<unknown>) => task(), {
    name,
    ...(telemetry !== undefined && { telemetry }),
    // A rejected batch is a failure, whatever class its error has.
    errorFilter: () => false,
    ...given,
  });
  return {
    call: async <T>(task: () => Promise<T>) => (await breaker(task)) as T,
    isOpen: () => breaker.state === 'open',
    shutdown: () => breaker.shutdown(),
  };
}

function worse(health: AdapterHealth, isOpen: boolean): AdapterHealth {
  if (!isOpen || health.status === 'failed') return health;
  return { status: 'degraded', detail: 'The circuit is open: nothing is written until it is tried again.' };
}
