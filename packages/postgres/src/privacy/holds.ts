import { onlyKnown } from '../check.js';
import { storableText } from '../entry/storable.js';
import { uuidV7 } from '../entry/uuid.js';
import { RANGE_OPTIONS, type TimeRange, timeBounds } from '../query/entry-pages.js';
import type { SqlClient } from '../sql/client.js';

/** Keeps entries from retention, or a person's content from erasure, until it is released. */
export interface LegalHold {
  /** UUID, for `releaseHold`. */
  readonly hold_id: string;
  /** When it began, ISO 8601. */
  readonly placed_at: string;
  /** Why. */
  readonly reason: string;
  /** First moment of the entries it keeps, ISO 8601; null for the beginning. */
  readonly from: string | null;
  /** First moment that it does not keep, ISO 8601; null for no end. */
  readonly to: string | null;
  /** Whose content must not be erased; null when it is about a range of time alone. */
  readonly subject_ref: string | null;
}

/** What to keep, and why. */
export interface HoldRequest extends TimeRange {
  /** Why. Recorded in the log: no personal data. */
  readonly reason: string;
  /** Whose content must not be erased. Without it the hold is about entries of a range of time. */
  readonly subjectRef?: string;
}

export async function placeHold(client: SqlClient, request: HoldRequest): Promise<string> {
  onlyKnown(request, [...RANGE_OPTIONS, 'reason', 'subjectRef'] satisfies (keyof HoldRequest)[]);
  const { reason, subjectRef } = request;
  const { from, to } = timeBounds(request);
  const id = uuidV7(Date.now());
  await client.query(
    `INSERT INTO audit_legal_holds (hold_id, placed_at, reason, from_ts, to_ts, subject_ref)
     VALUES ($1::text::uuid, $2::text::timestamptz, $3, $4::text::timestamptz, $5::text::timestamptz, $6)`,
    [id, new Date().toISOString(), storableText(reason), from, to, subjectRef ?? null],
  );
  return id;
}

/** False when there is no such hold, or it was released before. */
export async function releaseHold(client: SqlClient, id: string): Promise<boolean> {
  const { rows } = await client.query(
    'UPDATE audit_legal_holds SET released_at = now() WHERE hold_id = $1::text::uuid AND released_at IS NULL RETURNING hold_id',
    [id],
  );
  return rows.length > 0;
}

/** Holds that were not released, the oldest first. */
export async function listHolds(client: SqlClient): Promise<LegalHold[]> {
  const iso = (column: string) => `CASE WHEN isfinite(${column}) THEN extract(epoch FROM ${column}) * 1000 END`;
  const { rows } = await client.query(
    `SELECT json_build_array(hold_id, ${iso('placed_at')}, reason, ${iso('from_ts')}, ${iso('to_ts')}, subject_ref)::text AS hold
     FROM audit_legal_holds WHERE released_at IS NULL ORDER BY placed_at, hold_id`,
  );
  const time = (value: number | null) => (value === null ? null : new Date(value).toISOString());
  return (rows as { hold: string }[]).map(({ hold }) => {
    const [hold_id, placed, reason, from, to, subject_ref] = JSON.parse(hold) as [
      string,
      number,
      string,
      number | null,
      number | null,
      string | null,
    ];
    return { hold_id, placed_at: new Date(placed).toISOString(), reason, from: time(from), to: time(to), subject_ref };
  });
}

/** Whether a hold is about entries between two times. A hold on a person counts too: their entries are evidence. */
export function holds(hold: LegalHold, oldest: string, newest: string): boolean {
  return (hold.from ?? '') <= newest && (hold.to === null || hold.to > oldest);
}
