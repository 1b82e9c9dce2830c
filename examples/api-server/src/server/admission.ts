import type { RateLimiter } from '@llm-sentinel/resilience';
import { rateLimitHeaders } from '@llm-sentinel/resilience';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Caller, KeyRing } from '../auth/key-ring.js';
import { allows, type Scope } from '../auth/scopes.js';
import type { Quotas } from '../services/quotas.js';
import { Problem } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must be allowed to; `public` needs no key. A route that does not say is for `admin` alone. */
    scope?: Scope | 'public';
  }
  interface FastifyRequest {
    /** Whose key it is. Null on public routes. */
    caller: Caller | null;
  }
}

type Hook = (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => void;

/** Lets a request through to its route: who is it, may they, and how often. Nothing of the body is read before. */
export function createAdmission(ring: KeyRing, quotas: Quotas): Hook {
  return (request, reply, done) => {
    const scope = request.routeOptions.config.scope ?? 'admin';
    // Without a route there is nothing to protect, and nothing to tell but that.
    if (scope === 'public' || request.is404) return done();
    const caller = ring.find(bearerOf(request));
    if (caller === undefined) return refuse(request, quotas.failedAuth, done);
    request.caller = caller;
    if (!allows(caller.scopes, scope)) {
      return done(new Problem('forbidden', `This key does not have the scope \`${scope}\`.`));
    }
    const limiter = quotas.of(caller);
    limiter.check(caller.alias).then((decision) => {
      const headers = rateLimitHeaders(limiter, decision);
      reply.headers(headers);
      done(decision.allowed ? undefined : new Problem('rate_limited', 'The quota of this key is used up for now.'));
    }, done);
  };
}

/** All refusals are alike: none tells whether a key was unknown, wrong or expired. */
function refuse(request: FastifyRequest, failedAuth: RateLimiter, done: HookHandlerDoneFunction): void {
  failedAuth.check({ ip: request.ip }).then(({ allowed, retryAfterMs }) => {
    const seconds = String(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
    done(
      allowed
        ? new Problem('unauthorized', 'A valid API key is needed: Authorization: Bearer sk_sentinel_…', {
            headers: { 'www-authenticate': 'Bearer realm="llm-sentinel"' },
          })
        : new Problem('rate_limited', 'Too many refused keys from this address.', {
            headers: { 'retry-after': seconds },
          }),
    );
  }, done);
}

const SCHEME = 'bearer ';

function bearerOf({ headers }: FastifyRequest): string {
  const { authorization = '' } = headers;
  const isBearer = authorization.slice(0, SCHEME.length).toLowerCase() === SCHEME;
  return isBearer ? authorization.slice(SCHEME.length).trim() : '';
}
