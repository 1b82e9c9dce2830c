import type { Feedback } from '@llm-sentinel/core';
import type { HmacKey, IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import type { AlertSource } from './alert-source.js';
import { checks, invalidOption, onlyKnown } from './check.js';
import type { Clock } from './clock.js';
import type { HealthParts } from './health-view.js';
import type { DashboardAuth } from './http/credentials.js';
import type { AuditSource } from './log/audit-source.js';

/** Who may see the page, what it shows, how much is kept, and how it is served. */
export interface DashboardOptions {
  /**
   * Who may see the page: `{ bearer }`, `{ username, password }`, or `'none'` for everybody. Without it nothing is served, and figures can be read
   * and printed in the process only.
   * @default nothing is served
   */
  readonly auth?: DashboardAuth;
  /** At the head of the page and of the terminal view. @default 'LLM Sentinel' */
  readonly title?: string;
  /** How long scans are kept by the minute; 2 to 168. @default 26, so that all of a day is */
  readonly minuteRetentionHours?: number;
  /** How long scans are kept by the hour; 1 to 366. @default 30 */
  readonly hourRetentionDays?: number;
  /**
   * An audit log to read figures and events from, instead of from the scans of this process: `createAuditLog()` of `@llm-sentinel/postgres`. All
   * processes that write there count, and what was before a restart.
   * @default none
   */
  readonly source?: AuditSource;
  /** Entries read of the log at first, the newest; 1 to 10,000,000. @default 100_000 */
  readonly maxLogEntries?: number;
  /** Scans that were not simply allowed and are kept to be read; 1 to 100,000. @default 1_000 */
  readonly maxEvents?: number;
  /** Threat types counted apart, the rest as `other`; 8 to 1,000. @default 64 */
  readonly maxThreatTypes?: number;
  /** Rules counted apart, the rest as `other`; 1 to 100,000. @default 2_000 */
  readonly maxRules?: number;
  /** How users and sessions are shown: `'hmac'` as pseudonyms, `'plain'` as given, `'omit'` not at all. @default 'hmac' */
  readonly identifiers?: IdentifierMode;
  /** Key of the pseudonyms, at least 16 bytes: the same over restarts and processes. @default a random one */
  readonly hmacKey?: HmacKey;
  /** An alert manager, to show, acknowledge and silence alerts: `alertManager()` of `@llm-sentinel/alerting`. @default none are shown */
  readonly alerts?: AlertSource;
  /** Told what a person said of a verdict; null takes no feedback. @default `reportFeedback` of `@llm-sentinel/core` */
  readonly reportFeedback?: ((feedback: Feedback) => void | Promise<void>) | null;
  /** What else has a health: circuit breakers, queues, databases. @default none */
  readonly parts?: HealthParts;
  /** Where the page is mounted, such as '/dashboard', if the framework leaves that in the request's address. @default '' */
  readonly basePath?: string;
  /** Names that requests may be made to. @default any; without login only those of this machine */
  readonly allowedHosts?: readonly string[];
  /** Origins besides its own from which changes are taken: that of a proxy that does not pass the `Host` header on. @default [] */
  readonly allowedOrigins?: readonly string[];
  /** Who asks, to count wrong logins by; needed behind a proxy. @default the address of the connection */
  readonly clientAddress?: (request: { header(name: string): string | undefined }) => string | undefined;
  /** How long a login is good, in milliseconds; 60,000 to 2,592,000,000 (30 days). @default 43_200_000 (12 hours) */
  readonly sessionTtlMs?: number;
  /** Signs logins, at least 32 bytes: one for all processes behind a load balancer. @default a random one */
  readonly sessionKey?: string | Uint8Array;
  /** Pages that follow live at once; 1 to 10,000. @default 100 */
  readonly maxStreams?: number;
  /** Told why a request failed; the client is not. @default one process warning with the class of the first error */
  readonly onError?: (error: unknown) => void;
  /** For tests. @default the machine's */
  readonly clock?: Clock;
}

const KNOWN_OPTIONS: readonly (keyof DashboardOptions)[] = [
  'auth',
  'title',
  'minuteRetentionHours',
  'hourRetentionDays',
  'source',
  'maxLogEntries',
  'maxEvents',
  'maxThreatTypes',
  'maxRules',
  'identifiers',
  'hmacKey',
  'alerts',
  'reportFeedback',
  'parts',
  'basePath',
  'allowedHosts',
  'allowedOrigins',
  'clientAddress',
  'sessionTtlMs',
  'sessionKey',
  'maxStreams',
  'onError',
  'clock',
];

/** @throws SentinelError INVALID_OPTION for an option that is unknown or of the wrong kind. Numbers and keys are checked where they are used. */
export function checkOptions(options: DashboardOptions): void {
  onlyKnown(options, KNOWN_OPTIONS);
  const { title, alerts, source, reportFeedback, parts, clientAddress, onError } = options;
  if (title !== undefined) checks.text('title', title, 200);
  for (const [name, value] of Object.entries({
    parts,
    clientAddress,
    onError,
    reportFeedback: reportFeedback ?? undefined,
  })) {
    checks.callable(name, value);
  }
  if (alerts !== undefined && typeof alerts?.alerts !== 'function') {
    throw invalidOption('`alerts` must be an alert manager, such as that of @llm-sentinel/alerting.');
  }
  if (source !== undefined && typeof source?.summary !== 'function') {
    throw invalidOption('`source` must be an audit log, such as createAuditLog() of @llm-sentinel/postgres.');
  }
  for (const name of ['allowedHosts', 'allowedOrigins'] as const) {
    const list = options[name] ?? [];
    if (!Array.isArray(list) || !list.every((each) => typeof each === 'string')) {
      throw invalidOption(`\`${name}\` must be a list of texts.`);
    }
  }
}
