import type { Telemetry } from '@llm-sentinel/core';
import type { Clock } from './clock.js';
import type { Channel } from './notification.js';
import type { InhibitRule } from './routing/inhibition.js';
import type { QuietHours } from './routing/quiet-hours.js';
import type { Grouping, Route } from './routing/route.js';
import type { DeliveryRetry } from './routing/sender.js';
import type { ChannelRateLimit } from './routing/token-bucket.js';
import type { Thresholds } from './rules/default-rules.js';
import type { AlertRule } from './rules/rule.js';
import type { AlertSnapshot } from './snapshot.js';

/** A channel, and how it is treated. */
export interface ChannelSetup {
  /** Where to tell. Its name must be unique among the channels. */
  readonly channel: Channel;
  /** How often the channel may be told; what is beyond waits. @default { perMinute: 30, burst: 5 } */
  readonly rateLimit?: ChannelRateLimit;
  /** When the channel is not told of what can wait. @default never */
  readonly quietHours?: QuietHours;
  /** Name of the channel that tells in place of this one when that fails after all attempts. @default none */
  readonly backup?: string;
}

/** Where alerts go, which there are, and how they are gathered, repeated, suppressed and kept. */
export interface AlertManagerOptions extends Grouping {
  /** Where alerts go. At least one. */
  readonly channels: readonly (Channel | ChannelSetup)[];
  /** Which alerts go where; what no route wants goes to `fallback`. @default everything to all channels */
  readonly routes?: readonly Route[];
  /** Names of the channels for what no route wants. @default all channels that are nobody's backup and in no escalation */
  readonly fallback?: readonly string[];
  /** When to raise alerts. `[]` for those of `notify()` alone; not together with `thresholds`. @default defaultRules(thresholds) */
  readonly rules?: readonly AlertRule[];
  /** Of the predefined rules; not together with `rules`. @default those of `Thresholds` */
  readonly thresholds?: Thresholds;
  /** Scans that the predefined threat rate looks back at. @default 100 */
  readonly windowSize?: number;
  /** Scans before shares and percentiles of the predefined rules mean anything. @default as each rule says, mostly 20 */
  readonly minSamples?: number;
  /**
   * Which alerts keep others from being told.
   * @default a critical alert inhibits milder ones of its name, and an attack the shares that rise with it
   */
  readonly inhibit?: readonly InhibitRule[];
  /** How a notification that failed is tried again. @default 4 attempts within two minutes, as `DeliveryRetry` says */
  readonly retry?: DeliveryRetry;
  /** How users and sessions show in labels. Pseudonyms are the same over restarts only with an `hmacKey`. @default 'hmac' */
  readonly identifiers?: 'hmac' | 'plain';
  /** At least 16 bytes. @default random */
  readonly hmacKey?: string | Uint8Array;
  /** How often windows that nothing enters, and polled values, are looked at, in milliseconds. @default 15_000 */
  readonly evaluationIntervalMs?: number;
  /** An alert of `notify()` resolves by itself after this, in milliseconds; 0 for never. @default 3_600_000 */
  readonly resolveAfterMs?: number;
  /** What was suppressed is told by itself when no notification could carry it along for so long, in milliseconds. @default 3_600_000 */
  readonly digestIntervalMs?: number;
  /** Alerts that fire at the same time, at most; the oldest that is not critical is dropped for one more. @default 1_000 */
  readonly maxAlerts?: number;
  /** Entries of the history, at most. @default 1_000 */
  readonly maxHistory?: number;
  /** How long `close()` waits for what is still to be sent, in milliseconds. @default 10_000 */
  readonly closeTimeoutMs?: number;
  /** What `snapshot()` returned before the restart. @default nothing fired before */
  readonly restore?: AlertSnapshot;
  /** Told of the state after it changed, at most once a second, and when closing. For a file or a table. @default not kept */
  readonly persist?: (snapshot: AlertSnapshot) => void | Promise<void>;
  /** Counts `alerts_sent_total` and `alerts_suppressed_total`. @default nothing is counted */
  readonly telemetry?: Telemetry;
  /** What the time is, and when to wake up. For tests. @default the machine's */
  readonly clock?: Clock;
}

export const KNOWN_OPTIONS: readonly string[] = [
  'channels',
  'routes',
  'fallback',
  'rules',
  'thresholds',
  'windowSize',
  'minSamples',
  'inhibit',
  'retry',
  'identifiers',
  'hmacKey',
  'evaluationIntervalMs',
  'resolveAfterMs',
  'digestIntervalMs',
  'maxAlerts',
  'maxHistory',
  'closeTimeoutMs',
  'restore',
  'persist',
  'telemetry',
  'clock',
  'groupBy',
  'groupWaitMs',
  'groupIntervalMs',
  'repeatIntervalMs',
] satisfies (keyof AlertManagerOptions)[];
