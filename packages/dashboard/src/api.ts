import type { Action, AdapterHealth, ScannerHealth, Severity, Source } from '@llm-sentinel/core';

// What the server and the page say to each other. Times are milliseconds since the epoch, rates and risks 0 to 1, latencies
// milliseconds. Ranges are half-open: `from` is in, `to` is not.

/** What part of the scans a summary is about. */
export interface SummaryQuery {
  /** Begin of the range, in milliseconds since the epoch; at most 366 days before `to`. @default 24 hours before `to` */
  readonly from?: number;
  /** End of the range, which is out, in milliseconds since the epoch. @default now */
  readonly to?: number;
  /** Only scans of this threat type. @default all */
  readonly threatType?: string;
  /** Only scans of this source. @default all */
  readonly source?: Source;
}

/** Scans of a range. */
export interface Summary {
  /** Begin of the range. */
  readonly from: number;
  /** End of the range, which is out. */
  readonly to: number;
  /** Scans in all. */
  readonly scans: number;
  /** Scans that were blocked. */
  readonly blocked: number;
  /** Scans that were flagged. */
  readonly flagged: number;
  /** Scans whose text was redacted. */
  readonly redacted: number;
  /** Scans in which an engine failed. */
  readonly errors: number;
  /** Of the scans, 0 to 1; null when there were none. */
  readonly blockRate: number | null;
  /** Distinct sessions; estimated, with a standard error of 3.3 %, where there are more than are kept apart. */
  readonly sessions: number;
  /** Risk of the scans, 0 to 1: its quantiles and its mean. */
  readonly risk: Quantiles & { readonly average: number | null };
  /** Wall time of the scans in milliseconds: its quantiles and the longest. */
  readonly latency: Quantiles & { readonly max: number | null };
  /** The most frequent first. */
  readonly topThreats: readonly { readonly threatType: string; readonly scans: number; readonly blocked: number }[];
  /** The most frequent first, at most 20. */
  readonly topRules: readonly { readonly rule: string; readonly scans: number; readonly blocked: number }[];
  /** By where texts came from, the most frequent first. */
  readonly sources: readonly { readonly source: Source; readonly scans: number; readonly blocked: number }[];
  /** Evenly spaced, the oldest first, also where nothing happened; at most 360. */
  readonly trend: readonly TrendPoint[];
  /** Length of a point of the trend. */
  readonly stepMs: number;
  /** Hours in UTC, the oldest first. */
  readonly hourly: readonly { readonly time: number; readonly scans: number; readonly blocked: number }[];
}

/**
 * Null when there was nothing to measure. Read off histograms: a latency is at most 1/32 off, of log-linear bins as HdrHistogram has them, and a
 * risk at most 0.01.
 */
export interface Quantiles {
  /** Half of the values are at most this. */
  readonly p50: number | null;
  /** 95 of 100 values are at most this. */
  readonly p95: number | null;
  /** 99 of 100 values are at most this. */
  readonly p99: number | null;
}

/** What happened in one step. */
export interface TrendPoint {
  /** When the step begins. */
  readonly time: number;
  /** Scans in all. */
  readonly scans: number;
  /** Scans that were blocked. */
  readonly blocked: number;
  /** Scans that were flagged. */
  readonly flagged: number;
  /** Scans whose text was redacted. */
  readonly redacted: number;
  /** Scans in which an engine failed. */
  readonly errors: number;
  /** Wall time of the scans, in milliseconds. */
  readonly latency: Quantiles;
  /** Scans by risk in ten bins of equal width: [0, 0.1), … [0.9, 1]. */
  readonly risk: readonly number[];
  /** Scans by threat type, where one was found. */
  readonly threats: Readonly<Record<string, number>>;
}

/** A scan that was not simply allowed. */
export interface RecentEvent {
  /** `scanId` of the verdict, to find it in logs and to judge it. */
  readonly scanId: string;
  /** When the scan ended. */
  readonly time: number;
  /** What the verdict was. */
  readonly action: Action;
  /** The threat that decided, or null. */
  readonly threatType: string | null;
  /** The worst of the findings. */
  readonly severity: Severity;
  /** 0 to 1. */
  readonly riskScore: number;
  /** Where the text came from. */
  readonly source: Source;
  /** Wall time of the scan, in milliseconds. */
  readonly latencyMs: number;
  /** Length of the text in UTF-16 units. */
  readonly inputLength: number;
  /** Pseudonyms, or absent. */
  readonly user?: string;
  /** Pseudonym of the session, or absent. */
  readonly session?: string;
  /** `requestId` of the context, as given. */
  readonly requestId?: string;
  /** What was found, the surest first: one a rule, at most 20. */
  readonly findings: readonly {
    /** Id of the rule. */
    readonly rule: string;
    /** Name of the engine. */
    readonly engine: string;
    /** Which kind of threat it is a sign of. */
    readonly threatType: string;
    /** How bad it is. */
    readonly severity: Severity;
    /** How sure the engine is, 0 to 1. */
    readonly score: number;
    /** One sentence for a person, without quoting the text. */
    readonly message: string;
    /** What was found, for personal data and secrets. */
    readonly entity?: string;
    /** OWASP LLM Top 10 and MITRE ATLAS ids. */
    readonly references?: readonly string[];
  }[];
  /** What `captureText` lets through, cut around the first finding. Plain text: never to be read as markup. */
  readonly excerpt?: {
    /** The part of the text. */
    readonly text: string;
    /** Parts of `text` to mark, ascending and apart. */
    readonly marks: readonly { readonly start: number; readonly end: number }[];
    /** There was more before it. */
    readonly cutBefore: boolean;
    /** There was more after it. */
    readonly cutAfter: boolean;
  };
  /** What a person said of it here. */
  readonly feedback?: 'false_positive' | 'false_negative' | 'confirmed';
}

/** Which events to return. All that is given must hold. */
export interface EventsQuery extends SummaryQuery {
  /** Only scans that led to this. @default all */
  readonly action?: Action;
  /** Part of a rule's id, a scan id, or a pseudonym. @default all */
  readonly search?: string;
  /** Only events older than the one with this scan id, to read on. @default from the newest on */
  readonly before?: string;
  /** Events of a page, 1 to 200. @default 50 */
  readonly limit?: number;
}

/** A page of events. */
export interface EventsPage {
  /** The newest first. */
  readonly events: readonly RecentEvent[];
  /** For `before`; null when there are no more. */
  readonly next: string | null;
}

/** How the scanner and what the application added are doing. */
export interface HealthView {
  /** The worst of all. */
  readonly status: ScannerHealth['status'];
  /** Version of the rules and model that judge. */
  readonly version: string;
  /** As in `ScannerHealth` of core. */
  readonly engines: ScannerHealth['engines'];
  /** As in `ScannerHealth` of core. */
  readonly adapters: ScannerHealth['adapters'];
  /** As in `ScannerHealth` of core. */
  readonly cache: ScannerHealth['cache'];
  /** Parts that the application added: circuit breakers, queues, databases. */
  readonly parts: readonly (AdapterHealth & { readonly name: string })[];
}

/** What the page shows of an alert. */
export interface AlertView {
  /** Names the alert, to acknowledge it. */
  readonly fingerprint: string;
  /** How bad it is. */
  readonly severity: 'info' | 'warning' | 'error' | 'critical';
  /** One line. */
  readonly title: string;
  /** What happened, for a person. */
  readonly message: string;
  /** What it is about; silences match these. */
  readonly labels: Readonly<Record<string, string>>;
  /** When it began. */
  readonly startsAt: number;
  /** Where it says what to do. */
  readonly runbookUrl?: string;
  /** Somebody takes care of it. */
  readonly acknowledged: boolean;
  /** Who does, where that is known. */
  readonly acknowledgedBy?: string;
  /** A silence keeps it from being told. */
  readonly silenced: boolean;
}

/** What fires, what happened, and what is silenced. */
export interface AlertsView {
  /** What fires now. */
  readonly firing: readonly AlertView[];
  /** What happened, the newest first, at most 100. */
  readonly history: readonly {
    /** When it happened. */
    readonly time: number;
    /** What happened, such as `fired` or `sent`. */
    readonly event: string;
    /** Of the alert. */
    readonly title: string;
    /** Of the alert. */
    readonly severity: string;
    /** The channel, the reason or the person, where there is one. */
    readonly detail?: string;
  }[];
  /** Silences that are not over. */
  readonly silences: readonly {
    /** To end it. */
    readonly id: string;
    /** Labels that an alert must have, each as a text such as `service=checkout`. */
    readonly matchers: readonly string[];
    /** When it is over. */
    readonly endsAt: number;
    /** Why. */
    readonly comment?: string;
    /** Who asked for it. */
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
