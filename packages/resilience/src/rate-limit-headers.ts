import type { RateLimitTier } from '@llm-sentinel/core';
import { type RateLimitDecision, type RateLimiter, sizeOf } from './rate-limiter.js';

/**
 * Header fields of an answer: `RateLimit-Policy` and `RateLimit` as draft-ietf-httpapi-ratelimit-headers has them from version 8
 * on, and for a denied call `Retry-After` in whole seconds (RFC 9110, 10.2.3).
 *
 * @example
 * const decision = await limiter.check({ userId, ip });
 * response.setHeaders(new Map(Object.entries(rateLimitHeaders(limiter, decision))));
 */
export function rateLimitHeaders(limiter: RateLimiter, decision: RateLimitDecision): Readonly<Record<string, string>> {
  return {
    'RateLimit-Policy': limiter.tiers.map(policyOf).join(', '),
    RateLimit: `"${limiter.name}:${decision.tier}";r=${decision.remaining};t=${Math.ceil(decision.resetMs / 1_000)}`,
    ...(!decision.allowed && { 'Retry-After': String(Math.max(1, Math.ceil(decision.retryAfterMs / 1_000))) }),
  };
}

/** A burst has no window of its own; the time in which it refills is the nearest to one. */
function policyOf(tier: RateLimitTier): string {
  const seconds = tier.kind === 'rate' ? tier.burst / tier.perSecond : tier.windowMs / 1_000;
  return `"${tier.name}";q=${Math.floor(sizeOf(tier))};w=${Math.max(1, Math.ceil(seconds))}`;
}
