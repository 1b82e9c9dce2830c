import type { AdapterHealth } from '@llm-sentinel/core';

export interface Readiness {
  /**
   * `degraded`: something works around an outage, such as a spool; the service answers all the same. `failed`: it is starting,
   * draining, or can't do what it must.
   */
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly parts: Readonly<Record<string, AdapterHealth>>;
}

/** What the parts said last: asked at most once in `maxAgeMs`, however often probes come. */
export function cachedReadiness(ask: () => Readiness, maxAgeMs: number, now = performance.now.bind(performance)) {
  let known: Readiness | undefined;
  let askedAt = 0;
  return (): Readiness => {
    if (known === undefined || now() - askedAt >= maxAgeMs) {
      known = ask();
      askedAt = now();
    }
    return known;
  };
}
