import { invalidInput } from '../check.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import { storableText } from '../entry/storable.js';
import { isUuid } from '../entry/uuid.js';
import type { SqlClient } from '../sql/client.js';
import { entryExpression, parseEntry } from '../sql/columns.js';
import { RANGE_OPTIONS, type TimeRange, timeBounds } from './entry-pages.js';

/** What to look for. All that is given must hold. Times are half-open: `to` is not included. */
export interface SearchQuery extends TimeRange {
  /** Words in the redacted excerpt, as a search engine takes them: `"a phrase"`, `or`, `-not`. @default any */
  readonly text?: string;
  /** Entries of this tenant. @default of all */
  readonly tenant?: string;
  /** Of this kind, or one of these: `scan`, `feedback`, `decision`, or what `record()` was given. @default any */
  readonly eventType?: string | readonly string[];
  /** With this result: `allowed`, `blocked`, `flagged`, `redacted`, `error`, or what was decided. @default any */
  readonly result?: string;
  /** Only what was stopped, or only what was not. @default both */
  readonly blocked?: boolean;
  /** With this threat type. @default any */
  readonly threatType?: string;
  /** With this severity, or one of these. @default any */
  readonly severity?: string | readonly string[];
  /** Of this guard: `input_guard`, `output_guard`, `tool_guard`, `retrieval_guard` or `system_guard`. @default any */
  readonly layer?: string;
  /** Id of a rule among the findings. @default any */
  readonly rule?: string;
  /** Entries with at least this risk, 0 to 1. @default any */
  readonly minRisk?: number;
  /** The user, as it is in the log: a pseudonym, or the id itself where ids are kept plain. @default any */
  readonly userRef?: string;
  /** The session, as it is in the log. @default any */
  readonly sessionRef?: string;
  /** Of the request with this id. @default any */
  readonly requestId?: string;
  /** The scan with this `scanId`. @default any */
  readonly scanId?: string;
  /** Which entries come first, by time. @default 'newest' */
  readonly order?: 'newest' | 'oldest';
  /** Entries of a page, 1 to 1,000. @default 100 */
  readonly limit?: number;
  /** `next` of the page before. @default the first page */
  readonly cursor?: string;
}

export const SEARCH_OPTIONS = [
  ...RANGE_OPTIONS,
  'text',
  'tenant',
  'eventType',
  'result',
  'blocked',
  'threatType',
  'severity',
  'layer',
  'rule',
  'minRisk',
  'userRef',
  'sessionRef',
  'requestId',
  'scanId',
  'order',
  'limit',
  'cursor',
] as const satisfies (keyof SearchQuery)[];

/** A page of entries. */
export interface SearchPage {
  /** In the order that was asked for. */
  readonly entries: readonly ChainedEntry[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

const MAX_LIMIT = 1_000;

/** A page of entries. Each page costs the same, however far on it is. */
export async function searchLog(client: SqlClient, query: SearchQuery): Promise<SearchPage> {
  const { order = 'newest', limit = 100 } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw invalidInput(`\`limit\` must be a whole number from 1 to ${MAX_LIMIT}, got ${String(limit)}.`);
  }
  if (order !== 'newest' && order !== 'oldest') throw invalidInput("`order` must be 'newest' or 'oldest'.");
  const { conditions, values } = conditionsOf(query);
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  // One more than asked for tells whether there is a next page.
  const { rows } = await client.query(
    `SELECT ${entryExpression('e')} AS entry FROM audit_events e WHERE ${conditions.join(' AND ')}
     ORDER BY ts ${direction}, chain_id ${direction}, seq ${direction} LIMIT ${limit + 1}`,
    values,
  );
  const found = (rows as { entry: string }[]).map(({ entry }) => parseEntry(entry));
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}

function conditionsOf(query: SearchQuery): { readonly conditions: string[]; readonly values: unknown[] } {
  const { from, to } = timeBounds(query);
  const values: unknown[] = [from, to];
  const conditions = ['ts >= $1::text::timestamptz', 'ts < $2::text::timestamptz'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined) return;
    values.push(typeof value === 'string' ? storableText(value) : value);
    conditions.push(condition(`$${values.length}`));
  };
  const oneOf = (column: string, value: string | readonly string[] | undefined): void => {
    const list = value === undefined ? undefined : JSON.stringify(typeof value === 'string' ? [value] : value);
    add(list, (parameter) => `${column} IN (SELECT jsonb_array_elements_text(${parameter}::text::jsonb))`);
  };
  add(query.tenant, (parameter) => `tenant = ${parameter}::text`);
  oneOf('event_type', query.eventType);
  oneOf('severity', query.severity);
  add(query.result, (parameter) => `result = ${parameter}::text`);
  if (query.blocked !== undefined) conditions.push(query.blocked === true ? 'blocked' : 'NOT blocked');
  add(query.threatType, (parameter) => `threat_type = ${parameter}::text`);
  add(query.layer, (parameter) => `layer = ${parameter}::text`);
  const finding = query.rule === undefined ? undefined : JSON.stringify([{ rule: storableText(query.rule) }]);
  add(finding, (parameter) => `findings @> ${parameter}::text::jsonb`);
  add(
    query.minRisk === undefined ? undefined : String(query.minRisk),
    (parameter) => `risk_score >= ${parameter}::text::float8`,
  );
  add(query.userRef, (parameter) => `actor = ${parameter}::text`);
  add(query.sessionRef, (parameter) => `session_ref = ${parameter}::text`);
  add(query.requestId, (parameter) => `request_id = ${parameter}::text`);
  if (query.scanId !== undefined && !isUuid(query.scanId)) throw invalidInput('`scanId` must be a UUID.');
  add(query.scanId, (parameter) => `event_id = ${parameter}::text::uuid`);
  add(
    query.text,
    (parameter) => `excerpt IS NOT NULL AND search @@ websearch_to_tsquery('simple', ${parameter}::text)`,
  );
  if (query.cursor !== undefined) {
    const [ts, chain, seq] = parseCursor(query.cursor);
    values.push(ts, chain, String(seq));
    const [a, b, c] = [values.length - 2, values.length - 1, values.length];
    const sign = query.order === 'oldest' ? '>' : '<';
    conditions.push(`(ts, chain_id, seq) ${sign} ($${a}::text::timestamptz, $${b}::text::uuid, $${c}::text::bigint)`);
  }
  return { conditions, values };
}

function cursorOf({ ts, chain_id, seq }: ChainedEntry): string {
  return Buffer.from(JSON.stringify([ts, chain_id, seq])).toString('base64url');
}

/** A cursor comes back through a browser: it may be anything. */
function parseCursor(cursor: string): readonly [ts: string, chain: string, seq: number] {
  try {
    const [ts, chain, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof ts === 'string' && !Number.isNaN(Date.parse(ts)) && isUuid(chain) && Number.isSafeInteger(seq)) {
      return [new Date(ts).toISOString(), chain, seq as number];
    }
  } catch {
    // Told below.
  }
  throw invalidInput('`cursor` must be the `next` of an earlier page.');
}
