export type { IoRedisClient, NodeRedisClient, RedisClient } from './client.js';
export type { RedisStoreOptions } from './gateway.js';
export { type RedisLockOptions, redisLock } from './redis-lock.js';
export { redisRateLimitStore } from './redis-rate-limit-store.js';
