/** What is asked of an audit log, such as `createAuditLog()` of `@llm-sentinel/postgres`. */
export interface AuditSource {
  search(query: LogQuery): Promise<{ readonly entries: readonly LogEntry[]; readonly next: string | null }>;
  summary(range: { readonly from: number; readonly to: number }): Promise<LogSummary>;
}

/** Times are milliseconds since the epoch; `to` is not included. */
export interface LogQuery {
  readonly from?: number;
  readonly to?: number;
  readonly eventType?: readonly string[];
  readonly scanId?: string;
  readonly order?: 'newest' | 'oldest';
  readonly limit?: number;
  readonly cursor?: string;
}

/** The part of an entry that is read. */
export interface LogEntry {
  /** ISO 8601. */
  readonly ts: string;
  /** Of a scan its scan id. */
  readonly event_id: string;
  readonly event_type: string;
  readonly actor: string | null;
  readonly session_ref: string | null;
  readonly request_id: string | null;
  readonly layer: string | null;
  readonly result: string | null;
  readonly risk_score: number | null;
  readonly threat_type: string | null;
  readonly severity: string | null;
  readonly findings: readonly unknown[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly excerpt: string | null;
}

export interface LogSummary {
  readonly scans: number;
  readonly blocked: number;
  readonly flagged: number;
  readonly redacted: number;
  readonly errors: number;
  readonly averageRisk: number | null;
  readonly topThreats: readonly { readonly threatType: string; readonly count: number; readonly blocked: number }[];
  /** `hour` in ISO 8601. */
  readonly hourly: readonly { readonly hour: string; readonly scans: number; readonly blocked: number }[];
}
