import { SEVERITIES } from '../alert.js';
import type { Notification } from '../notification.js';
import type { Courier, Job } from './courier.js';
import { notificationId } from './group.js';
import { kindOf } from './sender.js';

export interface DigestJobOptions {
  readonly courier: Courier;
  readonly digestIntervalMs: number;
  readonly now: () => number;
  readonly record: (status: 'sent' | 'failed', told: Notification, channel: string, reason?: string) => void;
}

/** A digest of its own, for what no notification of the channel could carry along. */
export function createDigestJob({ courier, digestIntervalMs, now, record }: DigestJobOptions): Job {
  let retryAt = 0;
  return {
    get retryAt() {
      return retryAt;
    },
    rank: () => -2,
    compose(time) {
      const { since } = courier.digest;
      if (since === undefined || courier.isQuiet('info', time)) return null;
      const suppressed = courier.digest.list();
      const worst = Math.max(...suppressed.map(({ severity }) => SEVERITIES.indexOf(severity)));
      return Object.freeze({
        id: notificationId('digest', courier.channel.name, String(since)),
        kind: 'digest',
        time,
        severity: SEVERITIES[worst] ?? 'info',
        dedupKey: notificationId('digest', courier.channel.name),
        groupLabels: Object.freeze({}),
        alerts: Object.freeze([]),
        suppressed: Object.freeze(suppressed),
        escalated: false,
      });
    },
    sent(told, by) {
      retryAt = 0;
      courier.digest.remove(told.suppressed);
      record('sent', told, by.name);
    },
    failed(told, error) {
      retryAt = now() + digestIntervalMs;
      record('failed', told, courier.channel.name, kindOf(error));
    },
    rateLimited() {},
  };
}
