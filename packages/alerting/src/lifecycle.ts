import type { Telemetry } from '@llm-sentinel/core';
import type { Alert, AlertInput } from './alert.js';
import type { ActiveAlert, AlertBook } from './routing/alert-book.js';
import type { Dispatcher } from './routing/dispatcher.js';
import type { History, HistoryEntry } from './routing/history.js';

export interface LifecycleOptions {
  readonly book: AlertBook;
  readonly dispatcher: Dispatcher;
  readonly history: History;
  readonly telemetry: Telemetry | undefined;
  readonly now: () => number;
  /** Something has begun, changed or ended. */
  readonly onChange: () => void;
}

/** Where an alert comes from: a rule and its key, or the application, which may say when it ends. */
export interface AlertOrigin {
  readonly rule?: string;
  readonly key?: string;
  /** Milliseconds since the epoch. */
  readonly resolveAt?: number;
}

/** Begins and ends alerts: each step goes into the book, into the history, and to who tells people. */
export interface Lifecycle {
  raise(input: AlertInput, origin: AlertOrigin): Alert;
  /** False when it does not fire. */
  end(fingerprint: string): boolean;
  /** False when it does not fire. */
  acknowledge(fingerprint: string, by: string): boolean;
  /** It was given up, because too many fire. */
  dropped(alert: Alert): void;
  /** Takes over what was restored: alerts whose rule is gone can't resolve any more; those whose group is gone need one. */
  adopt(rules: ReadonlySet<string>): void;
  /** How many were given up. */
  readonly droppedCount: number;
}

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { book, dispatcher, history, telemetry, now, onChange } = options;
  let droppedCount = 0;

  function note(event: HistoryEntry['event'], { fingerprint, title, severity }: Alert, by?: string): void {
    history.add({ time: now(), event, fingerprints: [fingerprint], title, severity, ...(by !== undefined && { by }) });
  }

  function end(fingerprint: string): boolean {
    const alert = book.resolve(fingerprint);
    if (alert === undefined) return false;
    note('resolved', alert);
    dispatcher.changed(alert);
    onChange();
    return true;
  }

  function tell({ alert }: ActiveAlert, isNew: boolean, isOfRule: boolean): void {
    if (isNew) {
      note('fired', alert);
      dispatcher.changed(alert);
    } else if (isOfRule) {
      dispatcher.updated(alert);
    } else {
      telemetry?.increment('alerts_suppressed_total', { reason: 'dedup' });
      dispatcher.repeated(alert);
    }
  }

  return {
    end,
    raise(input, origin) {
      const { rule, key = '' } = origin;
      const before = rule === undefined ? undefined : book.fingerprintOf(rule, key);
      const { active, isNew } = book.raise(input, origin);
      // A rule that fires under other labels than before means the same thing.
      if (before !== undefined && before !== active.alert.fingerprint) end(before);
      tell(active, isNew, rule !== undefined);
      onChange();
      return active.alert;
    },
    acknowledge(fingerprint, by) {
      const active = book.acknowledge(fingerprint, by);
      if (active === undefined) return false;
      note('acknowledged', active.alert, by);
      dispatcher.acknowledged(active.alert);
      return true;
    },
    dropped(alert) {
      droppedCount += 1;
      note('dropped', alert);
      dispatcher.forget(alert.fingerprint);
    },
    adopt(rules) {
      const grouped = new Set([...dispatcher.groups.values()].flatMap(({ alerts }) => [...alerts.keys()]));
      for (const { alert, rule } of [...book.all()]) {
        if (rule !== undefined && !rules.has(rule)) end(alert.fingerprint);
        else if (!grouped.has(alert.fingerprint)) dispatcher.changed(alert);
      }
    },
    get droppedCount() {
      return droppedCount;
    },
  };
}
