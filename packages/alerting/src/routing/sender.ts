import { isSentinelError, type Telemetry } from '@llm-sentinel/core';
import { retrier, timeout } from '@llm-sentinel/resilience';
import { duration, number, onlyKnown } from '../check.js';
import type { Channel, Notification } from '../notification.js';

/** How often a notification is tried. */
export interface DeliveryRetry {
  /** Calls in all, the first included. @default 4 */
  readonly attempts?: number;
  /** Longest wait before the second attempt, in milliseconds; doubles from there, with full jitter. @default 1_000 */
  readonly minDelayMs?: number;
  /** All attempts and waits together, in milliseconds. What is not sent then is tried again later. @default 120_000 */
  readonly deadlineMs?: number;
  /** One attempt, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number;
}

/** Sends one notification, again when that may help. Rejects when it did not arrive. */
export type Sender = (channel: Channel, notification: Notification, signal: AbortSignal) => Promise<void>;

/**
 * Retries what is transient: failures of the network, time limits, 408, 429 and 5xx, no earlier than `Retry-After` asks for.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function createSender(options: DeliveryRetry = {}, telemetry?: Telemetry): Sender {
  onlyKnown(options, ['attempts', 'minDelayMs', 'deadlineMs', 'timeoutMs']);
  const timeoutMs = duration('retry.timeoutMs', options.timeoutMs, 10_000, 1);
  const again = retrier({
    attempts: number('retry.attempts', options.attempts, 4, { min: 1, max: 20, whole: true }),
    minDelayMs: duration('retry.minDelayMs', options.minDelayMs, 1_000),
    deadlineMs: duration('retry.deadlineMs', options.deadlineMs, 120_000, 1),
    operation: 'alert',
    ...(telemetry !== undefined && { telemetry }),
  });
  return (channel, notification, signal) =>
    again((attempt) => timeout((limited) => channel.send(notification, limited), timeoutMs, attempt), signal);
}

/** What kind of failure it was, for people: class, code and status. Messages may quote addresses and keys, so they stay out. */
export function kindOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, name, details } = error as { code?: unknown; name?: unknown; details?: { status?: unknown } };
  const status = isSentinelError(error) && typeof details?.status === 'number' ? ` ${details.status}` : '';
  const word = [code, name].find((each) => typeof each === 'string' && /^\w{1,40}$/.test(each));
  return `${word ?? 'Error'}${status}`;
}
