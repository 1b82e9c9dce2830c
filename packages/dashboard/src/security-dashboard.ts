import {
  type Adapter,
  type EventContext,
  type ScanEvent,
  type ScannerInfo,
  type ScanResult,
  reportFeedback as toScanner,
} from '@llm-sentinel/core';
import { alertsView } from './alert-source.js';
import type { AlertsView, EventsPage, EventsQuery, HealthView, RecentEvent, Summary, SummaryQuery } from './api.js';
import { wholeNumber } from './check.js';
import { checkedEventsQuery, checkedRange } from './checked-query.js';
import { systemClock } from './clock.js';
import { createEventRing } from './events/event-ring.js';
import { toRecentEvent } from './events/recent-event.js';
import { healthView } from './health-view.js';
import type { DashboardAuth } from './http/credentials.js';
import type { NodeHandler } from './http/node-handler.js';
import { createServing } from './http/serving.js';
import { createStreamHub } from './http/stream-hub.js';
import type { WebHandler } from './http/web-handler.js';
import { createLogReader } from './log/log-reader.js';
import { withLogTotals } from './log/with-log-totals.js';
import { checkOptions, type DashboardOptions } from './options.js';
import { createPseudonyms, type Pseudonymise, SHOWN_CHARS } from './pseudonym.js';
import { minutePoint, summarise } from './series/summarise.js';
import { createTimeSeries } from './series/time-series.js';
import { warnOnce } from './warn-once.js';

/** HMAC-SHA256 in hexadecimal, as `@llm-sentinel/postgres` writes it. */
const LOGGED_PSEUDONYM = /^[0-9a-f]{64}$/;

/** An adapter that keeps figures of the scans in bounded memory, and answers questions about them. */
export interface SecurityDashboard extends Adapter {
  /** For results of a scanner that this is no adapter of. Of no effect with a `source`. */
  record(result: ScanResult, context?: EventContext): void;
  /**
   * Figures of a range of time, the last 24 hours unless it says otherwise; widened to whole steps of its trend.
   *
   * @throws SentinelError INVALID_INPUT for a range that is none or longer than 366 days, or an unknown source.
   */
  summary(query?: SummaryQuery): Promise<Summary>;
  /**
   * Scans that were not simply allowed, the newest first.
   *
   * @throws SentinelError INVALID_INPUT as `summary`, and for a `limit` out of range.
   */
  recentEvents(query?: EventsQuery): Promise<EventsPage>;
  /** One of these by its scan id. */
  event(scanId: string): Promise<RecentEvent | undefined>;
  /** The health of the scanner that this is an adapter of, and of what the application added. */
  scannerHealth(): HealthView;
  /** What fires; null without an alert manager. */
  alertsView(): AlertsView | null;
  /** As in the options. */
  readonly title: string;
  close(): Promise<void>;
}

/** A dashboard that says who may see it, and so can be served. */
export interface ServedDashboard extends SecurityDashboard {
  /** For `node:http`, Express, and the raw request and response of other frameworks. */
  readonly handler: NodeHandler;
  /** For Hono and others that speak the web's `Request` and `Response`. */
  readonly fetch: WebHandler;
  /** Ends what follows live, so that a server can close. Pages come back by themselves. */
  endStreams(): void;
}

/**
 * Keeps figures of the scans: by the minute for a day, by the hour for a month, and the newest scans that were not simply
 * allowed. With `auth` it has a live page, as a handler for the servers and frameworks of Node and the web.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const dashboard = securityDashboard({ auth: { bearer: token } });
 * configure({ adapters: [dashboard], captureText: 'redacted' });
 * app.use('/dashboard', dashboard.handler);
 */
export function securityDashboard(options: DashboardOptions & { readonly auth: DashboardAuth }): ServedDashboard;
export function securityDashboard(options?: DashboardOptions): SecurityDashboard;
export function securityDashboard(options: DashboardOptions = {}): SecurityDashboard | ServedDashboard {
  checkOptions(options);
  const { auth, title = 'LLM Sentinel', clock = systemClock, alerts, parts = () => [], source } = options;
  const { reportFeedback = toScanner, onError = warnOnce() } = options;
  const series = createTimeSeries({
    minuteRetentionHours: wholeNumber('minuteRetentionHours', options.minuteRetentionHours, 26, 2, 168),
    hourRetentionDays: wholeNumber('hourRetentionDays', options.hourRetentionDays, 30, 1, 366),
    maxThreatTypes: wholeNumber('maxThreatTypes', options.maxThreatTypes, 64, 8, 1_000),
    maxRules: wholeNumber('maxRules', options.maxRules, 2_000, 1, 100_000),
  });
  const ring = createEventRing(wholeNumber('maxEvents', options.maxEvents, 1_000, 1, 100_000));
  const pseudonymise = createPseudonyms(options.identifiers, options.hmacKey);
  // A log has pseudonyms as a rule, which become no safer by being hashed again, and could not be found by.
  const ofLog: Pseudonymise = (identifier) =>
    options.identifiers !== 'omit' && LOGGED_PSEUDONYM.test(identifier ?? '')
      ? identifier?.slice(0, SHOWN_CHARS)
      : pseudonymise(identifier);
  let scanner: ScannerInfo | undefined;
  let hasText = false;

  function onScan(event: ScanEvent, shown: Pseudonymise = pseudonymise): void {
    const { result, context, text } = event;
    // A clock that was ahead would otherwise take the place of minutes to come.
    const time = Math.min(event.time, clock.now());
    series.record({ time, result, sessionId: context.sessionId });
    if (text !== undefined) hasText = true;
    if (result.action !== 'allow') ring.add(result.scanId, () => toRecentEvent(event, shown));
  }

  const log =
    source === undefined
      ? undefined
      : createLogReader({
          source,
          sink: { scan: (event) => onScan(event, ofLog), judge: ring.judge },
          now: () => clock.now(),
          retentionMs: series.retentionMs,
          maxEntries: wholeNumber('maxLogEntries', options.maxLogEntries, 100_000, 1, 10_000_000),
          onError,
        });

  const alertsNow = () => (alerts === undefined ? null : alertsView(alerts, clock.now()));
  const healthNow = () => healthView(scanner, parts);
  const hub = createStreamHub(
    {
      eventSequence: () => ring.sequence,
      eventsSince: ring.since,
      revision: () => series.revision,
      point: (time) => minutePoint(series, time),
      health: healthNow,
      alerts: alertsNow,
      onError,
      // What failed is in the health, and has been told.
      refresh: () => void log?.refresh().catch(() => {}),
    },
    clock,
    wholeNumber('maxStreams', options.maxStreams, 100, 1, 10_000),
  );

  const dashboard: SecurityDashboard = {
    name: 'dashboard',
    title,
    onAttach(attached) {
      scanner = attached;
    },
    // What is in the log already would count twice.
    ...(log === undefined && { onScan: (event: ScanEvent) => onScan(event) }),
    record(result, context = {}) {
      if (log === undefined) onScan({ type: 'scan', time: clock.now(), result, context, engineTimings: [] });
    },
    onFeedback: ({ scanId, verdict }) => void ring.judge(scanId, verdict),
    async summary(query = {}) {
      await log?.refresh();
      const now = clock.now();
      const checked = checkedRange(query, now);
      const summary = summarise(series, checked, now);
      const isAll = checked.source === undefined && checked.threatType === undefined;
      if (log === undefined || source === undefined || !isAll || summary.from >= log.horizon) return summary;
      return withLogTotals(summary, await source.summary({ from: summary.from, to: summary.to }));
    },
    async recentEvents(query = {}) {
      const checked = checkedEventsQuery(query);
      await log?.refresh();
      return ring.query(checked);
    },
    async event(scanId) {
      await log?.refresh();
      const kept = ring.find(scanId);
      if (kept !== undefined || log === undefined) return kept;
      const found = await log.find(scanId);
      return found === undefined ? undefined : toRecentEvent(found, ofLog);
    },
    scannerHealth: healthNow,
    alertsView: alertsNow,
    health: () => log?.health() ?? { status: 'ok' },
    async close() {
      hub.close();
    },
  };
  if (auth === undefined) return dashboard;
  const { handler, fetch } = createServing({
    options: { ...options, auth },
    dashboard,
    hub,
    clock,
    retentionMs: series.retentionMs,
    hasExcerpts: () => hasText,
    feedback: reportFeedback,
    onError,
  });
  return { ...dashboard, handler, fetch, endStreams: () => hub.close() };
}
