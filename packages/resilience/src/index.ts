export { type Bulkhead, type BulkheadOptions, bulkhead } from './bulkhead.js';
export {
  type CircuitBreaker,
  type CircuitBreakerOptions,
  type CircuitEvent,
  type CircuitState,
  type CircuitStats,
  circuitBreaker,
} from './circuit-breaker.js';
export { type MemoryLockOptions, memoryLock } from './memory-lock.js';
export {
  type MemoryRateLimitStore,
  type MemoryRateLimitStoreOptions,
  memoryRateLimitStore,
} from './memory-rate-limit-store.js';
export { type ExecuteOptions, type Policy, type PolicyOptions, policy } from './policy.js';
export { rateLimitHeaders } from './rate-limit-headers.js';
export {
  type RateLimitDecision,
  type RateLimiter,
  type RateLimiterOptions,
  type RateLimitSubject,
  rateLimiter,
} from './rate-limiter.js';
export { type ResilientOptions, resilient } from './resilient.js';
export { type Retry, type RetryOptions, retrier, retry } from './retry.js';
export { type Task, timeout } from './timeout.js';
export { isNeutral, isTransient } from './transient.js';
