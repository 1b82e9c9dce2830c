/** What is asked of an audit log, such as `createAuditLog()` of `@llm-sentinel/postgres`. */
export interface AuditSource {
  /** A page of entries. */
  search(query: LogQuery): Promise<{ readonly entries: readonly LogEntry[]; readonly next: string | null }>;
  /** Figures of a range of time. */
  summary(range: { readonly from: number; readonly to: number }): Promise<LogSummary>;
}

/** Times are milliseconds since the epoch; `to` is not included. */
export interface LogQuery {
  /** Begin of the range. @default the beginning */
  readonly from?: number;
  /** End of the range. @default no end */
  readonly to?: number;
  /** Entries of these kinds. @default all */
  readonly eventType?: readonly string[];
  /** The scan with this `scanId`. @default all */
  readonly scanId?: string;
  /** Which entries come first, by time. @default as the log likes */
  readonly order?: 'newest' | 'oldest';
  /** Entries of a page. @default as the log likes */
  readonly limit?: number;
  /** `next` of the page before. @default the first page */
  readonly cursor?: string;
}

/** The part of an entry that is read. */
export interface LogEntry {
  /** ISO 8601. */
  readonly ts: string;
  /** Of a scan its scan id. */
  readonly event_id: string;
  /** `scan`, `feedback`, `decision` and others. */
  readonly event_type: string;
  /** The user, or who reported feedback, as the log names them. */
  readonly actor: string | null;
  /** The session, as the log names it. */
  readonly session_ref: string | null;
  /** `requestId` of the context. */
  readonly request_id: string | null;
  /** Where the text came from: `input_guard`, `output_guard`, `tool_guard`, `retrieval_guard` or `system_guard`. */
  readonly layer: string | null;
  /** `allowed`, `blocked`, `flagged`, `redacted` or `error`; of feedback the person's verdict. */
  readonly result: string | null;
  /** 0 to 1; null of what is no scan. */
  readonly risk_score: number | null;
  /** The threat that decided, or null. */
  readonly threat_type: string | null;
  /** The worst of the findings, or null. */
  readonly severity: string | null;
  /** Findings as the log keeps them. Anything that is none is passed over. */
  readonly findings: readonly unknown[];
  /** What else is known. Of a scan its latency and length. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Part of the text, where the log keeps it. */
  readonly excerpt: string | null;
}

/** Figures as an audit log counts them. */
export interface LogSummary {
  /** Scans in all. */
  readonly scans: number;
  /** Scans that were blocked. */
  readonly blocked: number;
  /** Scans that were flagged. */
  readonly flagged: number;
  /** Scans whose text was redacted. */
  readonly redacted: number;
  /** Scans in which engines failed and nothing was found. */
  readonly errors: number;
  /** 0 to 1; null when there were no scans. */
  readonly averageRisk: number | null;
  /** The most frequent first. */
  readonly topThreats: readonly { readonly threatType: string; readonly count: number; readonly blocked: number }[];
  /** `hour` in ISO 8601. */
  readonly hourly: readonly { readonly hour: string; readonly scans: number; readonly blocked: number }[];
}
