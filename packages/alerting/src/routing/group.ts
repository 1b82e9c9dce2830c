import { createHash, randomUUID } from 'node:crypto';
import { type Alert, worseFirst } from '../alert.js';
import type { SuppressionReason } from '../notification.js';
import type { ResolvedRoute } from './route.js';

/** What one channel knows of a group. */
export interface Delivery {
  /** Name of the channel. */
  readonly channel: string;
  /** Told because nobody acknowledged. */
  readonly isEscalation: boolean;
  /** Fingerprints of the alerts that the channel believes to fire. */
  readonly told: Set<string>;
  /** Alerts that wait, each counted once for its reason. */
  readonly held: Map<string, SuppressionReason>;
  /** Channels that told in place of this one, and have to hear of the end. */
  readonly backups: Set<string>;
  /** Milliseconds since the epoch; 0 for never. */
  lastSentAt: number;
  /** Notifications that arrived. */
  sequence: number;
  /** Failed attempts since the last success. */
  failures: number;
  /** No attempt before this, in milliseconds since the epoch. */
  retryAt: number;
  /** The channel has yet to be told that somebody acknowledged. */
  mustAcknowledge: boolean;
}

/** Alerts that are told together. */
export interface Group {
  /** Unique; part of the ids of notifications. */
  readonly id: string;
  /** Route and values of the labels it is gathered by: at most one group each. */
  readonly key: string;
  /** The route that its alerts took. */
  readonly route: ResolvedRoute;
  /** The labels it is gathered by, with their values. */
  readonly labels: Readonly<Record<string, string>>;
  /** For incident tools. */
  readonly dedupKey: string;
  /** Those that fire, and those whose end is not told everywhere. */
  readonly alerts: Map<string, Alert>;
  /** What each channel knows of it, by the name of the channel. */
  readonly deliveries: Map<string, Delivery>;
  /** When to look at it next, in milliseconds since the epoch. */
  wakeAt: number;
  /** 0 before the first time. */
  lastFlushAt: number;
  /** Steps of escalation that were taken. */
  escalations: number;
}

/** Names the group that an alert belongs to on a route. */
export function groupKeyOf(route: ResolvedRoute, alert: Alert): string {
  const own = alert.dedupKey === alert.fingerprint ? '' : alert.dedupKey;
  return JSON.stringify([route.name, Object.entries(groupLabelsOf(route, alert)), own]);
}

export function createGroup(route: ResolvedRoute, alert: Alert, now: number): Group {
  const key = groupKeyOf(route, alert);
  const isOwn = alert.dedupKey !== alert.fingerprint;
  const group: Group = {
    id: randomUUID(),
    key,
    route,
    labels: Object.freeze(groupLabelsOf(route, alert)),
    dedupKey: isOwn ? alert.dedupKey : createHash('sha256').update(key).digest('hex'),
    alerts: new Map(),
    deliveries: new Map(),
    wakeAt: now + route.groupWaitMs,
    lastFlushAt: 0,
    escalations: 0,
  };
  for (const channel of route.channels) group.deliveries.set(channel, createDelivery(channel, false));
  return group;
}

export function createDelivery(channel: string, isEscalation: boolean): Delivery {
  return {
    channel,
    isEscalation,
    told: new Set(),
    held: new Map(),
    backups: new Set(),
    lastSentAt: 0,
    sequence: 0,
    failures: 0,
    retryAt: 0,
    mustAcknowledge: false,
  };
}

/** The worst first; of the same severity the oldest first. */
export function inOrder(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort((a, b) => worseFirst(a.severity, b.severity) || a.startsAt - b.startsAt);
}

function groupLabelsOf(route: ResolvedRoute, alert: Alert): Record<string, string> {
  return Object.fromEntries(route.groupBy.map((label) => [label, alert.labels[label] ?? '']));
}

/** The same for the same parts: a notification keeps its id over attempts and restarts. */
export function notificationId(...parts: readonly string[]): string {
  return `ntf_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}`;
}
