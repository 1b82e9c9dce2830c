import type { Alert } from '../alert.js';
import type { SuppressionReason } from '../notification.js';
import type { AlertBook } from './alert-book.js';
import type { Courier } from './courier.js';
import type { Inhibition } from './inhibition.js';

export interface MutingOptions {
  readonly book: AlertBook;
  readonly isSilenced: (labels: Alert['labels']) => boolean;
  readonly inhibition: Inhibition;
}

/** Knows what is not told. */
export interface Muting {
  /** Why nobody is told of an alert now, on any channel; undefined when somebody may be. */
  mutedBy(alert: Alert): SuppressionReason | undefined;
  /** Why one channel is not told of an alert now. The end of an alert waits for quiet hours alone. */
  heldBy(alert: Alert, courier: Courier, time: number): SuppressionReason | undefined;
}

export function createMuting({ book, isSilenced, inhibition }: MutingOptions): Muting {
  let sources: { readonly version: number; readonly alerts: readonly Alert[] } = { version: -1, alerts: [] };

  /** Looked up for each alert of a group, so kept until one begins or ends. */
  function inhibitors(): readonly Alert[] {
    if (sources.version !== book.version) {
      const firing = [...book.all()].map(({ alert }) => alert);
      sources = { version: book.version, alerts: inhibition.sourcesAmong(firing) };
    }
    return sources.alerts;
  }

  function mutedBy(alert: Alert): SuppressionReason | undefined {
    if (isSilenced(alert.labels)) return 'silence';
    return inhibition.isInhibited(alert, inhibitors()) ? 'inhibit' : undefined;
  }

  return {
    mutedBy,
    heldBy(alert, courier, time) {
      const muted = alert.status === 'firing' ? mutedBy(alert) : undefined;
      return muted ?? (courier.isQuiet(alert.severity, time) ? 'quiet_hours' : undefined);
    },
  };
}
