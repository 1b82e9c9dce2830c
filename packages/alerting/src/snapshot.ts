import type { Alert } from './alert.js';
import { invalidOption } from './check.js';
import type { ActiveAlert } from './routing/alert-book.js';
import { createDelivery, type Delivery, type Group } from './routing/group.js';
import type { HistoryEntry } from './routing/history.js';
import type { ResolvedRoute } from './routing/route.js';
import type { Silence } from './routing/silences.js';

/** All that has to outlive a restart. JSON; holds what alerts hold, and no address or key of a channel. */
export interface AlertSnapshot {
  /** Version of this form; `restore` refuses another. */
  readonly version: 1;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** What fired. */
  readonly alerts: readonly ActiveAlert[];
  /** What was gathered, and what each channel had been told of it. */
  readonly groups: readonly GroupSnapshot[];
  /** Silences that were not over. */
  readonly silences: readonly Silence[];
  /** What had happened, as much as is remembered. */
  readonly history: readonly HistoryEntry[];
}

/** A group, without what the routes say again after a restart. */
interface GroupSnapshot
  extends Pick<Group, 'id' | 'key' | 'labels' | 'dedupKey' | 'wakeAt' | 'lastFlushAt' | 'escalations'> {
  /** Name of its route. */
  readonly route: string;
  /** Its alerts, those included whose end is not told everywhere. */
  readonly alerts: readonly Alert[];
  /** What each channel knows of it. */
  readonly deliveries: readonly DeliverySnapshot[];
}

/** What one channel knew of a group. */
type DeliverySnapshot = Pick<Delivery, 'channel' | 'isEscalation' | 'lastSentAt' | 'sequence' | 'mustAcknowledge'> & {
  /** Fingerprints of the alerts that the channel believes to fire. */
  readonly told: readonly string[];
  /** Channels that told in place of this one. */
  readonly backups: readonly string[];
};

export function groupSnapshot(group: Group): GroupSnapshot {
  const { id, key, route, labels, dedupKey, wakeAt, lastFlushAt, escalations, alerts, deliveries } = group;
  return {
    id,
    key,
    labels,
    dedupKey,
    wakeAt,
    lastFlushAt,
    escalations,
    route: route.name,
    alerts: [...alerts.values()],
    deliveries: [...deliveries.values()].map(
      ({ channel, isEscalation, lastSentAt, sequence, mustAcknowledge, told, backups }) => ({
        channel,
        isEscalation,
        lastSentAt,
        sequence,
        mustAcknowledge,
        told: [...told],
        backups: [...backups],
      }),
    ),
  };
}

/** The groups of a snapshot, as far as their routes and channels are still there. */
export function restoredGroups(
  snapshot: AlertSnapshot,
  routes: readonly ResolvedRoute[],
  channels: ReadonlySet<string>,
): Group[] {
  return snapshot.groups.flatMap(({ route: name, alerts, deliveries, ...rest }) => {
    const route = routes.find((each) => each.name === name);
    if (route === undefined) return [];
    const restored = new Map(route.channels.map((channel) => [channel, createDelivery(channel, false)] as const));
    for (const { told, backups, ...delivery } of deliveries) {
      if (!channels.has(delivery.channel)) continue;
      restored.set(delivery.channel, {
        ...createDelivery(delivery.channel, delivery.isEscalation),
        ...delivery,
        told: new Set(told),
        backups: new Set(backups),
      });
    }
    return [
      { ...rest, route, alerts: new Map(alerts.map((alert) => [alert.fingerprint, alert])), deliveries: restored },
    ];
  });
}

/** @throws SentinelError INVALID_OPTION for what is no snapshot of this version. */
export function requireSnapshot(value: unknown): asserts value is AlertSnapshot {
  const { version, ...rest } = (value ?? {}) as Partial<AlertSnapshot>;
  const lists = [rest.alerts, rest.groups, rest.silences, rest.history];
  if (version === 1 && lists.every(Array.isArray)) return;
  throw invalidOption('`restore` must be what `snapshot()` returned, version 1.');
}
