import { type Alert, SEVERITIES } from '../alert.js';
import type { Notification, SuppressionReason } from '../notification.js';
import type { AlertBook } from './alert-book.js';
import type { Courier, Job } from './courier.js';
import type { DeliveryRecord } from './delivery-record.js';
import { type Delivery, type Group, inOrder, notificationId } from './group.js';
import type { Muting } from './muting.js';
import { kindOf } from './sender.js';

export interface GroupJobsOptions {
  readonly couriers: ReadonlyMap<string, Courier>;
  readonly book: AlertBook;
  readonly muting: Muting;
  readonly record: DeliveryRecord;
  readonly now: () => number;
  /** Something of the group was told. */
  readonly onTold: (group: Group, time: number) => void;
}

/** What couriers have to say of groups: one job for each group and channel. */
export interface GroupJobs {
  jobOf(group: Group, delivery: Delivery): Job;
  /** Whether the channel should be told of the group now. */
  isNeeded(group: Group, delivery: Delivery, time: number): boolean;
  /** Notes once, for each reason, that a channel is not told of an alert. */
  hold(delivery: Delivery, alert: Alert, reason: SuppressionReason): void;
}

/** First wait before something that could not be sent is tried again; doubles, up to the group's interval. */
const RETRY_MS = 30_000;
/** The end of an alert that could not be told for so long interests nobody. */
export const FORGET_MS: number = 24 * 3_600_000;

export function createGroupJobs({ couriers, book, muting, record, now, onTold }: GroupJobsOptions): GroupJobs {
  const jobs = new WeakMap<Delivery, Job>();
  const courierOf = (delivery: Delivery): Courier => couriers.get(delivery.channel)!;

  /** What a channel should be told of a group: what fires, and what it believes to fire but is over. */
  function contentOf(group: Group, delivery: Delivery, time: number) {
    const courier = courierOf(delivery);
    const firing: Alert[] = [];
    const resolved: Alert[] = [];
    for (const alert of group.alerts.values()) {
      if (alert.status === 'resolved' && !delivery.told.has(alert.fingerprint)) continue;
      if (muting.heldBy(alert, courier, time) !== undefined) continue;
      (alert.status === 'firing' ? firing : resolved).push(alert);
    }
    const isNews = resolved.length > 0 || firing.some(({ fingerprint }) => !delivery.told.has(fingerprint));
    const isRepeat =
      delivery.lastSentAt > 0 &&
      delivery.lastSentAt + group.route.repeatIntervalMs <= time &&
      firing.some(({ fingerprint }) => book.get(fingerprint)?.acknowledgedAt === undefined);
    return { firing, resolved, isNeeded: isNews || isRepeat };
  }

  function createJob(group: Group, delivery: Delivery): Job {
    const courier = courierOf(delivery);

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

    return {
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
        record.told('sent', told, by.name);
        if (by !== courier.channel) delivery.backups.add(by.name);
        else if (told.kind === 'resolved') tellBackups(delivery, told);
        onTold(group, time);
      },
      failed(told, error) {
        delivery.failures += 1;
        const wait = Math.min(RETRY_MS * 2 ** (delivery.failures - 1), Math.max(RETRY_MS, group.route.groupIntervalMs));
        delivery.retryAt = now() + wait;
        record.told('failed', told, delivery.channel, kindOf(error));
      },
      rateLimited() {
        for (const alert of contentOf(group, delivery, now()).firing) {
          if (!delivery.told.has(alert.fingerprint)) hold(delivery, alert, 'rate_limit');
        }
      },
    };
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
          record.told('sent', told, by.name);
        },
        failed(_, error) {
          retryAt = now() + RETRY_MS;
          isTold = retryAt > told.time + FORGET_MS;
          record.told('failed', told, name, kindOf(error));
        },
        rateLimited() {},
      });
    }
    delivery.backups.clear();
  }

  function hold(delivery: Delivery, alert: Alert, reason: SuppressionReason): void {
    if (delivery.held.get(alert.fingerprint) === reason) return;
    delivery.held.set(alert.fingerprint, reason);
    courierOf(delivery).digest.add(alert, reason, now());
    record.suppressed(alert, delivery.channel, reason);
  }

  return {
    hold,
    isNeeded: (group, delivery, time) => contentOf(group, delivery, time).isNeeded,
    jobOf(group, delivery) {
      let job = jobs.get(delivery);
      if (job === undefined) {
        job = createJob(group, delivery);
        jobs.set(delivery, job);
      }
      return job;
    },
  };
}

/** Notifications name what else was suppressed: not what they tell of themselves, repetitions excepted. */
function isElsewhere(alerts: readonly Alert[]) {
  const told = new Set(alerts.map(({ fingerprint }) => fingerprint));
  return ({ fingerprint, reason }: { readonly fingerprint: string; readonly reason: SuppressionReason }) =>
    reason === 'dedup' || !told.has(fingerprint);
}
