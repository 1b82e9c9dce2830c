import { isSentinelError } from '@llm-sentinel/core';
import type { AlertSeverity } from '../alert.js';
import type { Channel, Notification } from '../notification.js';
import { createDigest, type Digest } from './digest.js';
import type { Sender } from './sender.js';
import type { TokenBucket } from './token-bucket.js';

/** Something that a channel may have to say, now or later. */
export interface Job {
  /** Not before this, in milliseconds since the epoch. */
  readonly retryAt: number;
  /** Higher goes first. */
  rank(): number;
  /** What there is to say now, as late as possible; null when there is nothing any more. */
  compose(now: number): Notification | null;
  sent(notification: Notification, by: Channel): void;
  /** Must move `retryAt`. */
  failed(notification: Notification, error: unknown): void;
  rateLimited(): void;
}

/** Brings the notifications of one channel there, one at a time, the worst first. */
export interface Courier {
  readonly channel: Channel;
  readonly digest: Digest;
  /** Whether an alert has to wait for the end of the quiet hours. */
  readonly isQuiet: (severity: AlertSeverity, time: number) => boolean;
  /** Whether the last attempt failed. */
  readonly isFailing: boolean;
  add(job: Job): void;
  remove(job: Job): void;
  /** Sends what can be sent. Resolves when nothing is left to send now. */
  pump(ignoreRateLimit?: boolean): Promise<void>;
  /** When to pump next, in milliseconds since the epoch; Infinity when there is nothing to do. */
  nextAt(): number;
}

export interface CourierOptions {
  readonly channel: Channel;
  /** Tells in place of the channel when that fails. */
  readonly backup: Channel | undefined;
  readonly bucket: TokenBucket;
  readonly isQuiet: Courier['isQuiet'];
  readonly send: Sender;
  readonly signal: () => AbortSignal;
  readonly now: () => number;
  /** The courier has come to rest, and may have to be woken. */
  readonly onIdle: () => void;
}

/** No server may silence a channel for longer. */
const MAX_PAUSE_MS = 3_600_000;

export function createCourier(options: CourierOptions): Courier {
  const { channel, backup, bucket, isQuiet, send, signal, now } = options;
  const jobs = new Set<Job>();
  let running: Promise<void> | undefined;
  let isFailing = false;
  /** The other side asked for a pause, whichever notification it refused. */
  let pausedUntil = 0;

  function next(): Job | undefined {
    let best: Job | undefined;
    for (const job of jobs) {
      if (job.retryAt <= now() && (best === undefined || job.rank() > best.rank())) best = job;
    }
    return best;
  }

  async function run(ignoreRateLimit: boolean): Promise<void> {
    for (;;) {
      const job = next();
      if (job === undefined || signal().aborted || pausedUntil > now()) return;
      const notification = job.compose(now());
      if (notification === null) {
        jobs.delete(job);
      } else if (ignoreRateLimit || bucket.take(now())) {
        await attempt(job, notification);
      } else {
        for (const waiting of jobs) waiting.rateLimited();
        return;
      }
    }
  }

  async function attempt(job: Job, notification: Notification): Promise<void> {
    try {
      await send(channel, notification, signal());
      isFailing = false;
      job.sent(notification, channel);
    } catch (error) {
      isFailing = true;
      pausedUntil = now() + askedToWaitMs(error);
      job.failed(notification, error);
      if (backup !== undefined && !signal().aborted) await tellBackup(backup, job, notification);
    }
  }

  async function tellBackup(instead: Channel, job: Job, notification: Notification): Promise<void> {
    try {
      await send(instead, Object.freeze({ ...notification, insteadOf: channel.name }), signal());
      job.sent(notification, instead);
    } catch {
      // The failure of the channel itself is noted already; the job stays and is tried again.
    }
  }

  return {
    channel,
    digest: createDigest(),
    isQuiet,
    get isFailing() {
      return isFailing;
    },
    add: (job) => void jobs.add(job),
    remove: (job) => void jobs.delete(job),
    pump(ignoreRateLimit = false) {
      running ??= run(ignoreRateLimit).finally(() => {
        running = undefined;
        options.onIdle();
      });
      return running;
    },
    nextAt() {
      if (running !== undefined || jobs.size === 0) return Number.POSITIVE_INFINITY;
      let ready = Number.POSITIVE_INFINITY;
      for (const { retryAt } of jobs) ready = Math.min(ready, retryAt);
      return Math.max(ready, pausedUntil, now() + bucket.waitMs(now()));
    },
  };
}

function askedToWaitMs(error: unknown): number {
  const ms = isSentinelError(error) ? Number(error.details.retryAfterMs) : 0;
  return ms > 0 ? Math.min(ms, MAX_PAUSE_MS) : 0;
}
