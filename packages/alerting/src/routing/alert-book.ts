import { type Alert, type AlertInput, createAlert } from '../alert.js';

/** An alert that fires, and what is known of it besides. */
export interface ActiveAlert {
  /** The alert as it now is. */
  readonly alert: Alert;
  /** The rule that raised it; absent when the application did. */
  readonly rule?: string;
  /** Which of the rule's alerts it is, as the rule counts them: a user, a circuit. */
  readonly key?: string;
  /** Who takes care of it. */
  readonly acknowledgedBy?: string;
  /** Milliseconds since the epoch. */
  readonly acknowledgedAt?: number;
  /** When it resolves by itself, in milliseconds since the epoch. */
  readonly resolveAt?: number;
}

export interface Origin {
  readonly rule?: string;
  readonly key?: string;
  readonly resolveAt?: number;
}

/** The alerts that fire, each once. */
export interface AlertBook {
  /** Puts an alert in, or brings the text of the one with the same labels up to date. */
  raise(input: AlertInput, origin: Origin): { readonly active: ActiveAlert; readonly isNew: boolean };
  /** Takes one out. Undefined when it does not fire. */
  resolve(fingerprint: string): Alert | undefined;
  acknowledge(fingerprint: string, by: string): ActiveAlert | undefined;
  get(fingerprint: string): ActiveAlert | undefined;
  /** Of the alert that a rule raised for a key. */
  fingerprintOf(rule: string, key: string): string | undefined;
  keysOf(rule: string): readonly string[];
  /** In the order in which they began. */
  all(): IterableIterator<ActiveAlert>;
  restore(alerts: readonly ActiveAlert[]): void;
  readonly size: number;
  /** Rises with each change. */
  readonly version: number;
}

/** At most `max` alerts. For one more, the oldest that is not critical is dropped and told to `onDrop`. */
export function createAlertBook(max: number, now: () => number, onDrop: (alert: Alert) => void): AlertBook {
  const alerts = new Map<string, ActiveAlert>();
  const byRule = new Map<string, Map<string, string>>();
  let version = 0;

  function put(active: ActiveAlert): void {
    version++;
    alerts.set(active.alert.fingerprint, Object.freeze(active));
    const { rule, key = '' } = active;
    if (rule === undefined) return;
    const keys = byRule.get(rule) ?? new Map<string, string>();
    keys.set(key, active.alert.fingerprint);
    byRule.set(rule, keys);
  }

  function remove({ alert, rule, key = '' }: ActiveAlert): void {
    version++;
    alerts.delete(alert.fingerprint);
    if (rule !== undefined) byRule.get(rule)?.delete(key);
  }

  function makeRoom(): void {
    if (alerts.size < max) return;
    let victim: ActiveAlert | undefined;
    for (const active of alerts.values()) {
      victim ??= active;
      if (active.alert.severity === 'critical') continue;
      victim = active;
      break;
    }
    if (victim === undefined) return;
    remove(victim);
    onDrop(victim.alert);
  }

  return {
    raise(input, origin) {
      const fresh = createAlert(input, now());
      const known = alerts.get(fresh.fingerprint);
      if (known !== undefined) {
        const { id, startsAt } = known.alert;
        put({ ...known, ...origin, alert: Object.freeze({ ...fresh, id, startsAt }) });
        return { active: alerts.get(fresh.fingerprint)!, isNew: false };
      }
      makeRoom();
      put({ alert: fresh, ...origin });
      return { active: alerts.get(fresh.fingerprint)!, isNew: true };
    },
    resolve(fingerprint) {
      const active = alerts.get(fingerprint);
      if (active === undefined) return undefined;
      remove(active);
      return Object.freeze({ ...active.alert, status: 'resolved', endsAt: now() });
    },
    acknowledge(fingerprint, by) {
      const active = alerts.get(fingerprint);
      if (active === undefined) return undefined;
      put({ ...active, acknowledgedBy: by, acknowledgedAt: now() });
      return alerts.get(fingerprint);
    },
    get: (fingerprint) => alerts.get(fingerprint),
    fingerprintOf: (rule, key) => byRule.get(rule)?.get(key),
    keysOf: (rule) => [...(byRule.get(rule)?.keys() ?? [])],
    all: () => alerts.values(),
    restore(given) {
      for (const active of given.slice(-max)) put(active);
    },
    get size() {
      return alerts.size;
    },
    get version() {
      return version;
    },
  };
}
