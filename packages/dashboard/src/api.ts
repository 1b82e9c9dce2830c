import type { Action, AdapterHealth, ScannerHealth, Severity, Source } from '@llm-sentinel/core';

// What the server and the page say to each other. Times are milliseconds since the epoch, rates and risks 0 to 1, latencies
// milliseconds. Ranges are half-open: `from` is in, `to` is not.

/** What part of the scans a summary is about. */
export interface SummaryQuery {
  /** @default 24 hours before `to` */
  readonly from?: number;
  /** @default now */
  readonly to?: number;
  /** Only scans of this threat type. */
  readonly threatType?: string;
  /** Only scans of this source. */
  readonly source?: Source;
}

/** Scans of a range. */
export interface Summary {
  readonly from: number;
  readonly to: number;
  readonly scans: number;
  readonly blocked: number;
  readonly flagged: number;
  readonly redacted: number;
  /** Scans in which an engine failed. */
  readonly errors: number;
  /** Of the scans, 0 to 1; null when there were none. */
  readonly blockRate: number | null;
  /** Distinct sessions, estimated where there are more than are kept apart. */
  readonly sessions: number;
  readonly risk: Quantiles & { readonly average: number | null };
  readonly latency: Quantiles & { readonly max: number | null };
  /** The most frequent first. */
  readonly topThreats: readonly { readonly threatType: string; readonly scans: number; readonly blocked: number }[];
  /** The most frequent first, at most 20. */
  readonly topRules: readonly { readonly rule: string; readonly scans: number; readonly blocked: number }[];
  readonly sources: readonly { readonly source: Source; readonly scans: number; readonly blocked: number }[];
  /** Evenly spaced, the oldest first, also where nothing happened; at most 360. */
  readonly trend: readonly TrendPoint[];
  /** Length of a point of the trend. */
  readonly stepMs: number;
  /** Hours in UTC, the oldest first. */
  readonly hourly: readonly { readonly time: number; readonly scans: number; readonly blocked: number }[];
}

/** Null when there was nothing to measure. */
export interface Quantiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** What happened in one step. */
export interface TrendPoint {
  /** When the step begins. */
  readonly time: number;
  readonly scans: number;
  readonly blocked: number;
  readonly flagged: number;
  readonly redacted: number;
  readonly errors: number;
  readonly latency: Quantiles;
  /** Scans by risk in ten bins of equal width: [0, 0.1), … [0.9, 1]. */
  readonly risk: readonly number[];
  /** Scans by threat type, where one was found. */
  readonly threats: Readonly<Record<string, number>>;
}

/** A scan that was not simply allowed. */
export interface RecentEvent {
  readonly scanId: string;
  readonly time: number;
  readonly action: Action;
  readonly threatType: string | null;
  readonly severity: Severity;
  readonly riskScore: number;
  readonly source: Source;
  readonly latencyMs: number;
  readonly inputLength: number;
  /** Pseudonyms, or absent. */
  readonly user?: string;
  readonly session?: string;
  readonly requestId?: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly engine: string;
    readonly threatType: string;
    readonly severity: Severity;
    readonly score: number;
    readonly message: string;
    readonly entity?: string;
    readonly references?: readonly string[];
  }[];
  /** What `captureText` lets through, cut around the first finding. Plain text: never to be read as markup. */
  readonly excerpt?: {
    readonly text: string;
    /** Parts of `text` to mark, ascending and apart. */
    readonly marks: readonly { readonly start: number; readonly end: number }[];
    readonly cutBefore: boolean;
    readonly cutAfter: boolean;
  };
  /** What a person said of it here. */
  readonly feedback?: 'false_positive' | 'false_negative' | 'confirmed';
}

export interface EventsQuery extends SummaryQuery {
  /** Only scans that led to this. */
  readonly action?: Action;
  /** Part of a rule's id, a scan id, or a pseudonym. */
  readonly search?: string;
  /** Only events older than the one with this scan id, to read on. */
  readonly before?: string;
  /** @default 50, at most 200 */
  readonly limit?: number;
}

export interface EventsPage {
  /** The newest first. */
  readonly events: readonly RecentEvent[];
  /** For `before`; null when there are no more. */
  readonly next: string | null;
}

export interface HealthView {
  readonly status: ScannerHealth['status'];
  readonly version: string;
  readonly engines: ScannerHealth['engines'];
  readonly adapters: ScannerHealth['adapters'];
  readonly cache: ScannerHealth['cache'];
  /** Parts that the application added: circuit breakers, queues, databases. */
  readonly parts: readonly (AdapterHealth & { readonly name: string })[];
}

/** What the page shows of an alert. */
export interface AlertView {
  readonly fingerprint: string;
  readonly severity: 'info' | 'warning' | 'error' | 'critical';
  readonly title: string;
  readonly message: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly startsAt: number;
  readonly runbookUrl?: string;
  readonly acknowledged: boolean;
  readonly acknowledgedBy?: string;
  readonly silenced: boolean;
}

export interface AlertsView {
  readonly firing: readonly AlertView[];
  /** What happened, the newest first, at most 100. */
  readonly history: readonly {
    readonly time: number;
    readonly event: string;
    readonly title: string;
    readonly severity: string;
    readonly detail?: string;
  }[];
  readonly silences: readonly {
    readonly id: string;
    readonly matchers: readonly string[];
    readonly endsAt: number;
    readonly comment?: string;
    readonly createdBy?: string;
  }[];
}

/** What the server sends by itself. The name is the event of the stream, the value its data in JSON. */
export interface StreamEvents {
  /** Once a second while anything happens: the newest minute, to be put in place of the one with its time. */
  readonly point: TrendPoint;
  /**
   * At most four times a second: what is new or was judged, the newest first, at most 50; `skipped` counts what was left out. One
   * whose `scanId` is known already takes its place.
   */
  readonly events: { readonly events: readonly RecentEvent[]; readonly skipped: number };
  /** When it changed, looked at every five seconds. */
  readonly health: HealthView;
  readonly alerts: AlertsView;
}

// The routes, below the address of the page. All but the page's own files and `login` need `auth`; POST and DELETE take and give
// JSON, and are refused from other origins.
//
//   GET    ./                       the page
//   POST   ./login                  { token }, or { username, password } → a cookie of this browser session; POST ./logout ends it
//   GET    ./api/summary            SummaryQuery → Summary
//   GET    ./api/events             EventsQuery → EventsPage
//   GET    ./api/events/:scanId     → RecentEvent
//   GET    ./api/health             → HealthView
//   GET    ./api/alerts             → AlertsView, 404 without an alert manager
//   POST   ./api/alerts/:fingerprint/acknowledge   { by? }
//   POST   ./api/silences           { matchers: string[] ('name=value', 'name=~regex'), durationMs, comment?, createdBy? } → { id }
//   DELETE ./api/silences/:id
//   POST   ./api/feedback           { scanId, verdict, comment? }
//   GET    ./api/stream             StreamEvents by server-sent events
//   GET    ./api/config             Config
//
// Errors are { error: { code, message } } with the status that fits. That of a 401 also says which login there is: `login` is 'token'
// or 'password'. A 429 of a login has `Retry-After` in seconds.

/** What the page has to know before it draws. */
export interface Config {
  readonly title: string;
  readonly version: string;
  /** Which parts the application gave: what is missing is not drawn. */
  readonly features: {
    readonly alerts: boolean;
    readonly feedback: boolean;
    readonly login: boolean;
    readonly excerpts: boolean;
  };
  /** How far back the series reach. */
  readonly retentionMs: number;
}
