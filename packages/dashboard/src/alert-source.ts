import type { AlertsView, AlertView } from './api.js';
import { type LabelMatcher, showMatchers } from './http/read-body.js';

/** What is asked of an alert manager, such as that of `@llm-sentinel/alerting`. Times are milliseconds since the epoch. */
export interface AlertSource {
  alerts(): readonly {
    readonly alert: {
      readonly fingerprint: string;
      readonly severity: AlertView['severity'];
      readonly title: string;
      readonly message: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly startsAt: number;
      readonly runbookUrl?: string;
    };
    readonly acknowledgedBy?: string;
  }[];
  history(query?: { readonly limit?: number }): readonly {
    readonly time: number;
    readonly event: string;
    readonly title: string;
    readonly severity: string;
    readonly channel?: string;
    readonly reason?: string;
    readonly by?: string;
  }[];
  silences(): readonly AlertSilence[];
  /** False when no alert of this fingerprint fires. */
  acknowledge(fingerprint: string, by?: string): boolean;
  silence(silence: {
    readonly matchers: Readonly<Record<string, LabelMatcher>>;
    readonly durationMs: number;
    readonly comment?: string;
    readonly createdBy?: string;
  }): { readonly id: string };
  /** False when there is none of this id. */
  expireSilence(id: string): boolean;
}

interface AlertSilence {
  readonly id: string;
  readonly matchers: Readonly<Record<string, unknown>>;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly comment?: string;
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
