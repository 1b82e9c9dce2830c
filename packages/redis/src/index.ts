export type { IoRedisClient, NodeRedisClient, RedisClient } from './client.js';
export type { RedisStoreOptions } from './gateway.js';
export { type RedisLockOptions, redisLock } from './redis-lock.js';
export { type PatternCache, type RedisPatternCacheOptions, redisPatternCache } from './redis-pattern-cache.js';
export { redisRateLimitStore } from './redis-rate-limit-store.js';
export { type RedisSessionStoreOptions, redisSessionStore } from './redis-session-store.js';
export { type RedisVerdictCacheOptions, redisVerdictCache } from './redis-verdict-cache.js';
