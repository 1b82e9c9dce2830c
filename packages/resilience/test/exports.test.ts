import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "bulkhead",
      "circuitBreaker",
      "isNeutral",
      "isTransient",
      "memoryLock",
      "memoryRateLimitStore",
      "policy",
      "rateLimitHeaders",
      "rateLimiter",
      "resilient",
      "retrier",
      "retry",
      "timeout",
    ]
  `);
});
