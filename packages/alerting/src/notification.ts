import type { Alert, AlertSeverity } from './alert.js';

/** Why an alert was not told of at once. */
export type SuppressionReason = 'dedup' | 'silence' | 'inhibit' | 'rate_limit' | 'quiet_hours';

/** One line of a digest: an alert that a channel was not told of, and why. */
export interface SuppressedAlert {
  /** Of the alert. */
  readonly fingerprint: string;
  /** Of the alert. */
  readonly title: string;
  /** Of the alert. */
  readonly severity: AlertSeverity;
  /** Why the channel was not told. */
  readonly reason: SuppressionReason;
  /** How often. */
  readonly count: number;
}

/** What a channel is to say: the alerts of one group, or a digest. Frozen. */
export interface Notification {
  /** The same for each attempt to send it, also after a restart; receivers can drop what they know. */
  readonly id: string;
  /** `resolved` once nothing in the group fires any more. */
  readonly kind: 'firing' | 'resolved' | 'acknowledged' | 'digest';
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Of the worst alert that fires, or fired. */
  readonly severity: AlertSeverity;
  /** The same for all notifications of the group: incident tools file them under it. At most 255 characters. */
  readonly dedupKey: string;
  /** Labels that all alerts of the group share, because they are grouped by them. */
  readonly groupLabels: Readonly<Record<string, string>>;
  /** Those that fire first, the worst first. Empty in a digest. */
  readonly alerts: readonly Alert[];
  /** What this channel was not told of since its last notification, or since the last digest. */
  readonly suppressed: readonly SuppressedAlert[];
  /** Nobody acknowledged the alerts in time: the channel is told because others did not react. */
  readonly escalated: boolean;
  /** The channel that should have told, and could not. */
  readonly insteadOf?: string;
}

/** A way to tell people. Implement it for a tool of your own; `channelChecks` holds it to what is expected. */
export interface Channel {
  /** Unique and stable, kebab-case. Names the channel in routes, metrics and history. */
  readonly name: string;
  /** Wants to hear of acknowledgements too. @default false */
  readonly acknowledgements?: boolean;
  /** Wants digests of what was suppressed. @default true */
  readonly digests?: boolean;
  /**
   * Says it. Rejects when it was not said: with a `SentinelError` of code UNAVAILABLE or TIMEOUT when trying again may help, and
   * `details.retryAfterMs` when the other side asks to wait; with any other error when it is useless. Must stop when `signal` is
   * aborted. Neither errors nor logs may hold the address or a key.
   */
  send(notification: Notification, signal: AbortSignal): Promise<void>;
  /** Release what this channel created. Safe to call twice. */
  close?(): Promise<void>;
}
