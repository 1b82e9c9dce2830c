import { SentinelError } from '@llm-sentinel/core';
import type { Channel, Notification } from '../src/notification.js';

export interface MemoryChannel extends Channel {
  readonly sent: Notification[];
  /** Attempts, failed ones included. */
  readonly attempts: () => number;
  /** Fails while this is true. */
  fail: boolean;
  /** What was told, in short: `firing A,B`. */
  readonly told: () => string[];
}

/** A channel that remembers. */
export function memoryChannel(name = 'memory', extra: Partial<Channel> = {}): MemoryChannel {
  const sent: Notification[] = [];
  let attempts = 0;
  const channel: MemoryChannel = {
    name,
    sent,
    fail: false,
    attempts: () => attempts,
    told: () => sent.map(({ kind, alerts }) => `${kind} ${alerts.map((alert) => alert.title).join(',')}`),
    async send(notification) {
      attempts += 1;
      if (channel.fail) throw new SentinelError('UNAVAILABLE', 'The channel is away.');
      sent.push(notification);
    },
    ...extra,
  };
  return channel;
}
