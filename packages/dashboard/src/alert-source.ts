import type { AlertsView, AlertView } from './api.js';
import { type LabelMatcher, showMatchers } from './http/read-body.js';

/** What is asked of an alert manager, such as that of `@llm-sentinel/alerting`. Times are milliseconds since the epoch. */
export interface AlertSource {
  /** What fires now. */
  alerts(): readonly {
    /** The alert as it now is. */
    readonly alert: {
      /** Names the alert, for `acknowledge`. */
      readonly fingerprint: string;
      /** How bad it is. */
      readonly severity: AlertView['severity'];
      /** One line. */
      readonly title: string;
      /** What happened, for a person. */
      readonly message: string;
      /** What it is about; silences match these. */
      readonly labels: Readonly<Record<string, string>>;
      /** When it began. */
      readonly startsAt: number;
      /** Where it says what to do. */
      readonly runbookUrl?: string;
    };
    /** Who takes care of it; absent when nobody does. */
    readonly acknowledgedBy?: string;
  }[];
  /** What happened to alerts, the newest first. */
  history(query?: { readonly limit?: number }): readonly {
    /** When it happened. */
    readonly time: number;
    /** What happened, such as `fired` or `sent`. */
    readonly event: string;
    /** Of the alert. */
    readonly title: string;
    /** Of the alert. */
    readonly severity: string;
    /** Which channel did or did not tell. */
    readonly channel?: string;
    /** Why it was suppressed or failed. */
    readonly reason?: string;
    /** Who acknowledged it. */
    readonly by?: string;
  }[];
  /** Silences that are not over. */
  silences(): readonly AlertSilence[];
  /** False when no alert of this fingerprint fires. */
  acknowledge(fingerprint: string, by?: string): boolean;
  /** Keeps alerts with these labels from being told for a while. */
  silence(silence: {
    /** Labels that an alert must have. */
    readonly matchers: Readonly<Record<string, LabelMatcher>>;
    /** For how long from now, in milliseconds. */
    readonly durationMs: number;
    /** Why. */
    readonly comment?: string;
    /** Who asked for it. */
    readonly createdBy?: string;
  }): { readonly id: string };
  /** False when there is none of this id. */
  expireSilence(id: string): boolean;
}

/** A silence, as an alert manager lists it. */
interface AlertSilence {
  /** For `expireSilence`. */
  readonly id: string;
  /** Labels that an alert must have. */
  readonly matchers: Readonly<Record<string, unknown>>;
  /** When it begins, in milliseconds since the epoch. */
  readonly startsAt: number;
  /** When it is over, in milliseconds since the epoch. */
  readonly endsAt: number;
  /** Why. */
  readonly comment?: string;
  /** Who asked for it. */
  readonly createdBy?: string;
}

const MAX_HISTORY = 100;

/** What the page shows of the alerts. */
export function alertsView(source: AlertSource, now: number): AlertsView {
  const silences = source.silences();
  const inForce = silences.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  return {
    firing: source.alerts().map(({ alert, acknowledgedBy }) => {
      const { fingerprint, severity, title, message, labels, startsAt, runbookUrl } = alert;
      return {
        fingerprint,
        severity,
        title,
        message,
        labels,
        startsAt,
        ...(runbookUrl !== undefined && { runbookUrl }),
        acknowledged: acknowledgedBy !== undefined,
        ...(acknowledgedBy !== undefined && { acknowledgedBy }),
        silenced: inForce.some(({ matchers }) => covers(matchers, labels)),
      };
    }),
    history: source.history({ limit: MAX_HISTORY }).map(({ time, event, title, severity, channel, reason, by }) => {
      const detail = [channel, reason, by].filter((part) => part !== undefined).join(', ');
      return { time, event, title, severity, ...(detail !== '' && { detail }) };
    }),
    silences: silences.map(({ id, matchers, endsAt, comment, createdBy }) => ({
      id,
      matchers: showMatchers(matchers),
      endsAt,
      ...(comment && { comment }),
      ...(createdBy && { createdBy }),
    })),
  };
}

/** As an alert manager decides it: a text, one of several, none of several, or an expression for the whole value. */
function covers(matchers: Readonly<Record<string, unknown>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(matchers).every(([name, matcher]) => {
    const value = Object.hasOwn(labels, name) ? labels[name]! : '';
    if (typeof matcher !== 'object' || matcher === null || Array.isArray(matcher))
      return [matcher].flat().includes(value);
    const { not, matches } = matcher as { not?: unknown; matches?: unknown };
    if (not !== undefined) return ![not].flat().includes(value);
    return isMatch(String(matches), value);
  });
}

function isMatch(source: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`, 'u').test(value);
  } catch {
    return false;
  }
}
