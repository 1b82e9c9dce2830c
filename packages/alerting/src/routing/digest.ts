import type { Alert } from '../alert.js';
import type { SuppressedAlert, SuppressionReason } from '../notification.js';

/** What a channel was not told of. */
export interface Digest {
  add(alert: Alert, reason: SuppressionReason, now: number): void;
  /** The alert was told after all: that it had to wait is no news. */
  told(fingerprint: string): void;
  list(): readonly SuppressedAlert[];
  /** These were told: what came on top since then stays. */
  remove(told: readonly SuppressedAlert[]): void;
  /** Since when something waits to be told that is more than a repetition, in milliseconds since the epoch; or undefined. */
  readonly since: number | undefined;
}

// A list that nobody reads to its end need not be longer.
const MAX_ENTRIES = 500;

export function createDigest(): Digest {
  const entries = new Map<string, SuppressedAlert>();
  let since: number | undefined;
  const keyOf = (fingerprint: string, reason: SuppressionReason) => `${reason} ${fingerprint}`;

  function forgetSince(): void {
    if (![...entries.values()].some(({ reason }) => reason !== 'dedup')) since = undefined;
  }

  return {
    get since() {
      return since;
    },
    add({ fingerprint, title, severity }, reason, now) {
      const key = keyOf(fingerprint, reason);
      const known = entries.get(key);
      if (known === undefined && entries.size >= MAX_ENTRIES) return;
      entries.set(key, Object.freeze({ fingerprint, title, severity, reason, count: (known?.count ?? 0) + 1 }));
      if (reason !== 'dedup') since ??= now;
    },
    told(fingerprint) {
      for (const reason of ['rate_limit', 'quiet_hours'] as const) entries.delete(keyOf(fingerprint, reason));
      forgetSince();
    },
    list: () => [...entries.values()],
    remove(told) {
      for (const entry of told) {
        const key = keyOf(entry.fingerprint, entry.reason);
        if (entries.get(key) === entry) entries.delete(key);
      }
      forgetSince();
    },
  };
}
