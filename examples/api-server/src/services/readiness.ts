import type { AdapterHealth, Scanner } from '@llm-sentinel/core';
import type { Config } from '../config/schema.js';
import type { Redis } from './redis.js';

export interface Readiness {
  /**
   * `degraded`: something works around an outage, such as a spool; the service answers all the same. `failed`: it is starting,
   * draining, or can't do what it must.
   */
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly parts: Readonly<Record<string, AdapterHealth>>;
}

/** A queue that is fuller than this loses entries before anybody could react. */
const FULL_SHARE = 0.9;

/** Whether a service may be sent requests, as its parts say. */
export function askParts({ audit }: Config, scanner: Scanner, redis: Redis | undefined): Readiness {
  const parts: Record<string, AdapterHealth> = {};
  for (const { name, status, detail, queued } of scanner.health().adapters) {
    const isFull = queued > audit.maxQueue * FULL_SHARE;
    parts[name] = isFull
      ? { status: 'failed', detail: `${queued} events wait to be written.` }
      : { status, ...(detail !== undefined && { detail }) };
  }
  if (redis !== undefined) parts.redis = redis.health();
  const isBlind = audit.onFailure === 'refuse' && !records({ parts });
  const isWell = Object.values(parts).every(({ status }) => status === 'ok');
  // A part that failed is worked around, as long as nobody demands that everything is recorded.
  return { status: isBlind ? 'failed' : isWell ? 'ok' : 'degraded', parts };
}

/** Whether the audit log takes entries, be it into its spool. */
export function records({ parts }: Pick<Readiness, 'parts'>): boolean {
  return parts.postgres?.status !== 'failed';
}

/** Of a service that is not open: it says so before any part is asked. */
export function notOpen(phase: 'starting' | 'draining'): Readiness {
  return { status: 'failed', parts: { service: { status: 'failed', detail: `It is ${phase}.` } } };
}

/** What the parts said last: asked at most once in `maxAgeMs`, however often probes come. */
export function cachedReadiness(ask: () => Readiness, maxAgeMs: number): () => Readiness {
  let known: Readiness | undefined;
  let askedAt = 0;
  return () => {
    const now = performance.now();
    if (known === undefined || now - askedAt >= maxAgeMs) {
      known = ask();
      askedAt = now;
    }
    return known;
  };
}
