import type { Telemetry } from '@llm-sentinel/core';
import type { Alert } from '../alert.js';
import type { AlertBook } from './alert-book.js';
import type { Courier } from './courier.js';
import { createDeliveryRecord } from './delivery-record.js';
import { createDigestJob } from './digest-job.js';
import { createDelivery, createGroup, type Delivery, type Group, groupKeyOf, inOrder } from './group.js';
import { createGroupJobs, FORGET_MS } from './group-jobs.js';
import type { History } from './history.js';
import type { Inhibition } from './inhibition.js';
import { createMuting } from './muting.js';
import { type ResolvedRoute, routesFor } from './route.js';

export interface DispatcherOptions {
  readonly routes: readonly ResolvedRoute[];
  readonly couriers: ReadonlyMap<string, Courier>;
  readonly book: AlertBook;
  readonly history: History;
  readonly isSilenced: (labels: Alert['labels']) => boolean;
  readonly inhibition: Inhibition;
  readonly digestIntervalMs: number;
  readonly telemetry: Telemetry | undefined;
  readonly now: () => number;
}

/** Gathers alerts into groups, and decides which channel has to hear of them, and when. */
export interface Dispatcher {
  /** An alert began, or ended. */
  changed(alert: Alert): void;
  /** The text of one that fires changed: told when it is told again. */
  updated(alert: Alert): void;
  /** One that fires was raised once more. */
  repeated(alert: Alert): void;
  acknowledged(alert: Alert): void;
  /** The alert was given up: forget it without a word. */
  forget(fingerprint: string): void;
  /** Looks at the groups whose time has come; at all of them when `all` says so. */
  run(all?: boolean): void;
  /** When to run next, in milliseconds since the epoch; Infinity when there are no groups. */
  nextAt(): number;
  readonly groups: ReadonlyMap<string, Group>;
  restore(groups: readonly Group[]): void;
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { routes, couriers, book, history, digestIntervalMs, now } = options;
  const groups = new Map<string, Group>();
  const muting = createMuting(options);
  const record = createDeliveryRecord(options);
  const { jobOf, isNeeded, hold } = createGroupJobs({ couriers, book, muting, record, now, onTold: tidy });
  const digestJobs = new Map(
    [...couriers].map(
      ([name, courier]) => [name, createDigestJob({ courier, digestIntervalMs, now, record: record.told })] as const,
    ),
  );
  const courierOf = (delivery: Delivery): Courier => couriers.get(delivery.channel)!;
  const isAcknowledged = ({ fingerprint }: Alert) => book.get(fingerprint)?.acknowledgedAt !== undefined;

  function flush(group: Group, time: number): void {
    const { route } = group;
    group.lastFlushAt = time;
    group.wakeAt = time + route.groupIntervalMs;
    escalate(group, time);
    for (const delivery of group.deliveries.values()) {
      const courier = courierOf(delivery);
      for (const alert of group.alerts.values()) {
        if (alert.status === 'resolved' || delivery.told.has(alert.fingerprint)) continue;
        const reason = muting.heldBy(alert, courier, time);
        if (reason !== undefined) hold(delivery, alert, reason);
      }
      if (isNeeded(group, delivery, time) || delivery.mustAcknowledge) courier.add(jobOf(group, delivery));
      if (delivery.lastSentAt > 0) {
        const repeatAt = delivery.lastSentAt + route.repeatIntervalMs;
        if (repeatAt > time) group.wakeAt = Math.min(group.wakeAt, repeatAt);
      }
    }
    tidy(group, time);
  }

  /** Tells the next channels when what fires was not acknowledged in time. */
  function escalate(group: Group, time: number): void {
    const open = [...group.alerts.values()].filter(
      (alert) => alert.status === 'firing' && !isAcknowledged(alert) && muting.mutedBy(alert) === undefined,
    );
    if (open.length === 0) return;
    const since = Math.min(...open.map(({ startsAt }) => startsAt));
    for (;;) {
      const step = group.route.escalation[group.escalations];
      if (step === undefined) return;
      if (since + step.afterMs > time) {
        group.wakeAt = Math.min(group.wakeAt, since + step.afterMs);
        return;
      }
      group.escalations += 1;
      for (const channel of step.channels) {
        if (!group.deliveries.has(channel)) group.deliveries.set(channel, createDelivery(channel, true));
      }
      const [worst] = inOrder(open);
      history.add({
        time,
        event: 'escalated',
        fingerprints: open.map(({ fingerprint }) => fingerprint),
        title: worst!.title,
        severity: worst!.severity,
        channel: step.channels.join(','),
      });
    }
  }

  /** Drops what is over and told, and groups in which nothing is left. */
  function tidy(group: Group, time: number): void {
    for (const [fingerprint, { status, endsAt = 0 }] of group.alerts) {
      if (status === 'firing') continue;
      const mustTell = [...group.deliveries.values()].some(({ told }) => told.has(fingerprint));
      if (!mustTell || endsAt + FORGET_MS <= time) group.alerts.delete(fingerprint);
    }
    if (group.alerts.size > 0) return;
    groups.delete(group.key);
    for (const delivery of group.deliveries.values()) courierOf(delivery).remove(jobOf(group, delivery));
  }

  function groupsOf(alert: Alert): Group[] {
    return routesFor(alert, routes).flatMap((route) => groups.get(groupKeyOf(route, alert)) ?? []);
  }

  return {
    groups,
    changed(alert) {
      for (const route of routesFor(alert, routes)) {
        const key = groupKeyOf(route, alert);
        let group = groups.get(key);
        if (group === undefined) {
          if (alert.status === 'resolved') continue;
          group = createGroup(route, alert, now());
          groups.set(key, group);
        } else if (group.lastFlushAt > 0) {
          group.wakeAt = Math.min(group.wakeAt, Math.max(now(), group.lastFlushAt + route.groupIntervalMs));
        }
        group.alerts.set(alert.fingerprint, alert);
      }
    },
    updated(alert) {
      for (const group of groupsOf(alert)) group.alerts.set(alert.fingerprint, alert);
    },
    repeated(alert) {
      for (const group of groupsOf(alert)) {
        group.alerts.set(alert.fingerprint, alert);
        for (const delivery of group.deliveries.values()) courierOf(delivery).digest.add(alert, 'dedup', now());
      }
    },
    acknowledged(alert) {
      for (const group of groupsOf(alert)) {
        const firing = [...group.alerts.values()].filter(({ status }) => status === 'firing');
        if (!firing.every(isAcknowledged)) continue;
        for (const delivery of group.deliveries.values()) {
          const courier = courierOf(delivery);
          if (courier.channel.acknowledgements !== true || delivery.told.size === 0) continue;
          delivery.mustAcknowledge = true;
          courier.add(jobOf(group, delivery));
        }
      }
    },
    forget(fingerprint) {
      for (const group of [...groups.values()]) {
        if (!group.alerts.delete(fingerprint)) continue;
        for (const delivery of group.deliveries.values()) delivery.told.delete(fingerprint);
        tidy(group, now());
      }
    },
    run(all = false) {
      const time = now();
      for (const group of [...groups.values()]) if (all || group.wakeAt <= time) flush(group, time);
      for (const [name, courier] of couriers) {
        const { since } = courier.digest;
        if (courier.channel.digests === false || since === undefined || since + digestIntervalMs > time) continue;
        courier.add(digestJobs.get(name)!);
      }
    },
    nextAt() {
      let at = Number.POSITIVE_INFINITY;
      for (const { wakeAt } of groups.values()) at = Math.min(at, wakeAt);
      for (const { channel, digest } of couriers.values()) {
        if (channel.digests === false || digest.since === undefined) continue;
        const dueAt = digest.since + digestIntervalMs;
        // In quiet hours it is tried again every five minutes.
        at = Math.min(at, dueAt > now() ? dueAt : now() + 300_000);
      }
      return at;
    },
    restore(given) {
      for (const group of given) groups.set(group.key, group);
    },
  };
}
