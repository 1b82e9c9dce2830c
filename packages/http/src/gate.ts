import type { EventContext } from '@llm-sentinel/core';
import { invalidOption } from './check.js';
import { refusal } from './refusal.js';

/** Who asks. `sessionId` is for applications that know it; else it is made of the user's id and the chat's. */
export type Identity = EventContext;

/** What is used of a `rateLimiter()` of `@llm-sentinel/resilience`, or of a limiter that the platform has. */
export interface Limiter {
  /** Rejects who is over the limit, with SentinelError RATE_LIMITED. */
  enforce(subject: { readonly userId?: string; readonly ip?: string }): Promise<unknown>;
}

/** What stands before each endpoint. */
export interface GateOptions {
  /** Who asks, from what your authentication has checked. Null is answered with 401. */
  readonly identify: (request: Request) => Identity | null | Promise<Identity | null>;
  /** Counts the calls of a user, or of an address that has no user. @default no limit */
  readonly limiter?: Limiter;
}

/** Answers who asks; rejects who is nobody or over the limit. Costs nothing of what comes after. */
export function createGate({ identify, limiter }: GateOptions): (request: Request) => Promise<Identity> {
  if (typeof identify !== 'function') throw invalidOption('`identify` must be a function.');
  if (limiter !== undefined && typeof limiter?.enforce !== 'function') {
    throw invalidOption('`limiter` must have a function `enforce`.');
  }
  return async (request) => {
    const identity = await identify(request);
    if (identity === null) throw refusal('Say who you are.', 401);
    const { userId, ip } = identity;
    // Not both: the users of one office have one address.
    if (userId !== undefined) await limiter?.enforce({ userId });
    else if (ip !== undefined) await limiter?.enforce({ ip });
    return identity;
  };
}
