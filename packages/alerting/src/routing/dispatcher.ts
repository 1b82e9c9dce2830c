import type { Telemetry } from '@llm-sentinel/core';
import { type Alert, SEVERITIES } from '../alert.js';
import type { Notification, SuppressionReason } from '../notification.js';
import type { AlertBook } from './alert-book.js';
import type { Courier, Job } from './courier.js';
import { createDigestJob } from './digest-job.js';
import {
  createDelivery,
  createGroup,
  type Delivery,
  type Group,
  groupKeyOf,
  inOrder,
  notificationId,
} from './group.js';
import type { History } from './history.js';
import type { Inhibition } from './inhibition.js';
import { type ResolvedRoute, routesFor } from './route.js';
import { kindOf } from './sender.js';

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

/** First wait before something that could not be sent is tried again; doubles, up to the group's interval. */
const RETRY_MS = 30_000;
/** The end of an alert that could not be told for so long interests nobody. */
const FORGET_MS = 24 * 3_600_000;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { routes, couriers, book, history, digestIntervalMs, telemetry, now } = options;
  const groups = new Map<string, Group>();
  const jobs = new WeakMap<Delivery, Job>();
  const digestJobs = new Map(
    [...couriers].map(
      ([name, courier]) => [name, createDigestJob({ courier, digestIntervalMs, now, record })] as const,
    ),
  );

  const courierOf = (delivery: Delivery): Courier => couriers.get(delivery.channel)!;
  const isAcknowledged = ({ fingerprint }: Alert) => book.get(fingerprint)?.acknowledgedAt !== undefined;

  let sources: { readonly version: number; readonly alerts: readonly Alert[] } = { version: -1, alerts: [] };
  /** Looked up for each alert of a group, so kept until one begins or ends. */
  function inhibitors(): readonly Alert[] {
    if (sources.version !== book.version) {
      const firing = [...book.all()].map(({ alert }) => alert);
      sources = { version: book.version, alerts: options.inhibition.sourcesAmong(firing) };
    }
    return sources.alerts;
  }

  /** Why nobody is told of an alert now, on any channel. */
  function mutedBy(alert: Alert): SuppressionReason | undefined {
    if (options.isSilenced(alert.labels)) return 'silence';
    return options.inhibition.isInhibited(alert, inhibitors()) ? 'inhibit' : undefined;
  }

  function heldBy(alert: Alert, courier: Courier, time: number): SuppressionReason | undefined {
    const muted = alert.status === 'firing' ? mutedBy(alert) : undefined;
    return muted ?? (courier.isQuiet(alert.severity, time) ? 'quiet_hours' : undefined);
  }

  /** What a channel should be told of a group: what fires, and what it believes to fire but is over. */
  function contentOf(group: Group, delivery: Delivery, time: number) {
    const courier = courierOf(delivery);
    const firing: Alert[] = [];
    const resolved: Alert[] = [];
    for (const alert of group.alerts.values()) {
      if (alert.status === 'resolved' && !delivery.told.has(alert.fingerprint)) continue;
      if (heldBy(alert, courier, time) !== undefined) continue;
      (alert.status === 'firing' ? firing : resolved).push(alert);
    }
    const isNews = resolved.length > 0 || firing.some(({ fingerprint }) => !delivery.told.has(fingerprint));
    const isRepeat =
      delivery.lastSentAt > 0 &&
      delivery.lastSentAt + group.route.repeatIntervalMs <= time &&
      firing.some((alert) => !isAcknowledged(alert));
    return { firing, resolved, isNeeded: isNews || isRepeat };
  }

  function jobOf(group: Group, delivery: Delivery): Job {
    const known = jobs.get(delivery);
    if (known !== undefined) return known;
    const courier = courierOf(delivery);
    const job: Job = {
      get retryAt() {
        return delivery.retryAt;
      },
      rank: () => Math.max(-1, ...[...group.alerts.values()].map(({ severity }) => SEVERITIES.indexOf(severity))),
      compose(time) {
        const { firing, resolved, isNeeded } = contentOf(group, delivery, time);
        if (isNeeded)
          return notification(firing.length > 0 ? 'firing' : 'resolved', [...inOrder(firing), ...inOrder(resolved)]);
        if (!delivery.mustAcknowledge || firing.length === 0) {
          delivery.mustAcknowledge = false;
          return null;
        }
        return notification('acknowledged', inOrder(firing));
      },
      sent(told, by) {
        const time = now();
        delivery.failures = 0;
        delivery.retryAt = 0;
        delivery.sequence += 1;
        if (told.kind === 'acknowledged') delivery.mustAcknowledge = false;
        else delivery.lastSentAt = time;
        for (const { fingerprint, status } of told.alerts) {
          if (status === 'firing') delivery.told.add(fingerprint);
          // It may fire again since the notification was written: then that is news.
          else delivery.told.delete(fingerprint);
          delivery.held.delete(fingerprint);
          courier.digest.told(fingerprint);
        }
        courier.digest.remove(told.suppressed);
        record('sent', told, by.name);
        if (by !== courier.channel) delivery.backups.add(by.name);
        else if (told.kind === 'resolved') tellBackups(delivery, told);
        tidy(group, time);
      },
      failed(told, error) {
        delivery.failures += 1;
        const wait = Math.min(RETRY_MS * 2 ** (delivery.failures - 1), Math.max(RETRY_MS, group.route.groupIntervalMs));
        delivery.retryAt = now() + wait;
        record('failed', told, delivery.channel, kindOf(error));
      },
      rateLimited() {
        for (const alert of contentOf(group, delivery, now()).firing) {
          if (!delivery.told.has(alert.fingerprint)) hold(delivery, alert, 'rate_limit');
        }
      },
    };
    jobs.set(delivery, job);
    return job;

    function notification(kind: Notification['kind'], alerts: readonly Alert[]): Notification {
      return Object.freeze({
        id: notificationId(group.id, delivery.channel, String(delivery.sequence)),
        kind,
        time: now(),
        severity: alerts[0]!.severity,
        dedupKey: group.dedupKey,
        groupLabels: group.labels,
        alerts: Object.freeze(alerts),
        suppressed: Object.freeze(courier.digest.list().filter(isElsewhere(alerts))),
        escalated: delivery.isEscalation,
      });
    }
  }

  function record(status: 'sent' | 'failed', told: Notification, channel: string, reason: string = told.kind): void {
    telemetry?.increment('alerts_sent_total', { channel, status });
    history.add({
      time: now(),
      event: status,
      fingerprints: told.alerts.map(({ fingerprint }) => fingerprint),
      title: told.alerts[0]?.title ?? 'Digest',
      severity: told.severity,
      channel,
      reason,
    });
  }

  /** Who was told of the beginning in place of a channel also hears of the end. */
  function tellBackups(delivery: Delivery, told: Notification): void {
    for (const name of delivery.backups) {
      let isTold = false;
      let retryAt = 0;
      couriers.get(name)?.add({
        get retryAt() {
          return retryAt;
        },
        rank: () => SEVERITIES.indexOf(told.severity),
        compose: () => (isTold ? null : Object.freeze({ ...told, insteadOf: delivery.channel })),
        sent(_, by) {
          isTold = true;
          record('sent', told, by.name);
        },
        failed(_, error) {
          retryAt = now() + RETRY_MS;
          isTold = retryAt > told.time + FORGET_MS;
          record('failed', told, name, kindOf(error));
        },
        rateLimited() {},
      });
    }
    delivery.backups.clear();
  }

  /** Notes once, for each reason, that a channel is not told of an alert. */
  function hold(delivery: Delivery, alert: Alert, reason: SuppressionReason): void {
    if (delivery.held.get(alert.fingerprint) === reason) return;
    delivery.held.set(alert.fingerprint, reason);
    courierOf(delivery).digest.add(alert, reason, now());
    telemetry?.increment('alerts_suppressed_total', { reason });
    history.add({
      time: now(),
      event: 'suppressed',
      fingerprints: [alert.fingerprint],
      title: alert.title,
      severity: alert.severity,
      channel: delivery.channel,
      reason,
    });
  }

  function flush(group: Group, time: number): void {
    const { route } = group;
    group.lastFlushAt = time;
    group.wakeAt = time + route.groupIntervalMs;
    escalate(group, time);
    for (const delivery of group.deliveries.values()) {
      const courier = courierOf(delivery);
      for (const alert of group.alerts.values()) {
        if (alert.status === 'resolved' || delivery.told.has(alert.fingerprint)) continue;
        const reason = heldBy(alert, courier, time);
        if (reason !== undefined) hold(delivery, alert, reason);
      }
      if (contentOf(group, delivery, time).isNeeded || delivery.mustAcknowledge) courier.add(jobOf(group, delivery));
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
      (alert) => alert.status === 'firing' && !isAcknowledged(alert) && mutedBy(alert) === undefined,
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

/** Notifications name what else was suppressed: not what they tell of themselves, repetitions excepted. */
function isElsewhere(alerts: readonly Alert[]) {
  const told = new Set(alerts.map(({ fingerprint }) => fingerprint));
  return ({ fingerprint, reason }: { readonly fingerprint: string; readonly reason: SuppressionReason }) =>
    reason === 'dedup' || !told.has(fingerprint);
}
