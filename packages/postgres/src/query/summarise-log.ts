import { onlyKnown } from '../check.js';
import type { SqlClient } from '../sql/client.js';
import { RANGE_OPTIONS, type TimeRange, timeBounds } from './entry-pages.js';

/** What part of the log figures are about. */
export interface SummaryQuery extends TimeRange {
  /** Entries of this tenant. @default of all */
  readonly tenant?: string;
}

export const SUMMARY_OPTIONS = [...RANGE_OPTIONS, 'tenant'] as const satisfies (keyof SummaryQuery)[];

/** Figures for a dashboard. */
export interface Summary {
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
  readonly blockRate: number | null;
  /** 0 to 1; null when there were no scans. */
  readonly averageRisk: number | null;
  /** Distinct users, of those entries that have one. */
  readonly users: number;
  /** Events that `gap` entries report as lost. */
  readonly lost: number;
  /** The ten most frequent, the first the most. */
  readonly topThreats: readonly { readonly threatType: string; readonly count: number; readonly blocked: number }[];
  /** Hours that had scans, in UTC, the oldest first. */
  readonly hourly: readonly {
    /** When the hour begins, ISO 8601. */
    readonly hour: string;
    /** Scans in this hour. */
    readonly scans: number;
    /** Of these, how many were blocked. */
    readonly blocked: number;
    /** 0 to 1. */
    readonly averageRisk: number | null;
  }[];
}

/** Where `$1`, `$2` and `$3` are a time range and a tenant, or null for all. */
export const IN_RANGE =
  'ts >= $1::text::timestamptz AND ts < $2::text::timestamptz AND ($3::text IS NULL OR tenant = $3::text)';

/** The values for `IN_RANGE`. */
export function rangeValues(query: SummaryQuery): unknown[] {
  const { from, to } = timeBounds(query);
  return [from, to, query.tenant ?? null];
}

export async function summariseLog(client: SqlClient, query: SummaryQuery): Promise<Summary> {
  onlyKnown(query, SUMMARY_OPTIONS);
  const values = rangeValues(query);
  const rowsOf = async <T>(sql: string): Promise<T[]> => (await client.query(sql, values)).rows as T[];
  const [totals] = await rowsOf<Omit<Summary, 'topThreats' | 'hourly' | 'blockRate'>>(
    `SELECT count(*) FILTER (WHERE event_type = 'scan')::float8 AS scans,
       count(*) FILTER (WHERE event_type = 'scan' AND blocked)::float8 AS blocked,
       count(*) FILTER (WHERE event_type = 'scan' AND result = 'flagged')::float8 AS flagged,
       count(*) FILTER (WHERE event_type = 'scan' AND result = 'redacted')::float8 AS redacted,
       count(*) FILTER (WHERE event_type = 'scan' AND result = 'error')::float8 AS errors,
       avg(risk_score) FILTER (WHERE event_type = 'scan') AS "averageRisk",
       count(DISTINCT actor) FILTER (WHERE event_type = 'scan')::float8 AS users,
       coalesce(sum((metadata->>'lost')::float8) FILTER (WHERE event_type = 'gap'), 0) AS lost
     FROM audit_events WHERE ${IN_RANGE}`,
  );
  const topThreats = await rowsOf<Summary['topThreats'][number]>(
    `SELECT threat_type AS "threatType", count(*)::float8 AS count, count(*) FILTER (WHERE blocked)::float8 AS blocked
     FROM audit_events WHERE ${IN_RANGE} AND event_type = 'scan' AND threat_type IS NOT NULL
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
  );
  const hourly = await rowsOf<Summary['hourly'][number]>(
    `SELECT to_char(date_trunc('hour', ts AT TIME ZONE 'UTC'), 'YYYY-MM-DD"T"HH24:00:00.000"Z"') AS hour,
       count(*)::float8 AS scans, count(*) FILTER (WHERE blocked)::float8 AS blocked, avg(risk_score) AS "averageRisk"
     FROM audit_events WHERE ${IN_RANGE} AND event_type = 'scan' GROUP BY 1 ORDER BY 1`,
  );
  const sums = totals as NonNullable<typeof totals>;
  return { ...sums, blockRate: sums.scans === 0 ? null : sums.blocked / sums.scans, topThreats, hourly };
}
