import type { Telemetry } from '@llm-sentinel/core';
import type { Alert } from '../alert.js';
import type { Notification, SuppressionReason } from '../notification.js';
import type { History } from './history.js';

export interface DeliveryRecordOptions {
  readonly history: History;
  readonly telemetry: Telemetry | undefined;
  readonly now: () => number;
}

/** Puts what channels were told, and what they were not told, into the history and the metrics. */
export interface DeliveryRecord {
  /** `reason` is why it failed. @default the kind of the notification */
  told(status: 'sent' | 'failed', notification: Notification, channel: string, reason?: string): void;
  suppressed(alert: Alert, channel: string, reason: SuppressionReason): void;
}

export function createDeliveryRecord({ history, telemetry, now }: DeliveryRecordOptions): DeliveryRecord {
  return {
    told(status, { kind, alerts, severity }, channel, reason = kind) {
      telemetry?.increment('alerts_sent_total', { channel, status });
      history.add({
        time: now(),
        event: status,
        fingerprints: alerts.map(({ fingerprint }) => fingerprint),
        title: alerts[0]?.title ?? 'Digest',
        severity,
        channel,
        reason,
      });
    },
    suppressed({ fingerprint, title, severity }, channel, reason) {
      telemetry?.increment('alerts_suppressed_total', { reason });
      history.add({ time: now(), event: 'suppressed', fingerprints: [fingerprint], title, severity, channel, reason });
    },
  };
}
