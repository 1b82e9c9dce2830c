import { setImmediate as turn } from 'node:timers/promises';
import { invalidInput } from '../check.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import type { SqlClient } from '../sql/client.js';
import { entryExpression, parseEntry } from '../sql/columns.js';

/** Part of a chain. */
export interface ChainRange {
  readonly chain_id: string;
  readonly first: number;
  readonly last: number;
}

/** Half-open range of time: from the first moment on, up to but without the second. ISO 8601 or milliseconds. */
export interface TimeRange {
  /** The first moment. @default the beginning */
  readonly from?: string | number | Date;
  /** The first moment that is out. @default the end */
  readonly to?: string | number | Date;
}

export const RANGE_OPTIONS = ['from', 'to'] as const satisfies (keyof TimeRange)[];

/** So many that the round trip does not count, and so few that two pages are some megabytes. */
const PAGE = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * All entries by chain and place, a page at a time; the next page is on its way while one is used. Two entries of one place,
 * which only tampering makes, both come.
 */
export async function* entryPages(client: SqlClient, range?: ChainRange): AsyncGenerator<ChainedEntry[]> {
  let cursor = { chain: range?.chain_id ?? FIRST_ID, seq: range?.first ?? -1, seen: 0 };
  let next = fetchPage(client, cursor, range);
  for (;;) {
    const entries = (await next).map(({ entry }) => parseEntry(entry));
    const last = entries.at(-1);
    if (last === undefined) return;
    const isEnd = entries.length < PAGE;
    const isSame = last.chain_id === cursor.chain && last.seq === cursor.seq;
    const ties = countTies(entries, last);
    cursor = { chain: last.chain_id, seq: last.seq, seen: ties + (isSame ? cursor.seen : 0) };
    if (!isEnd) {
      next = fetchPage(client, cursor, range);
      // Who stops reading does not wait for it.
      next.catch(() => {});
      // A driver sends when the event loop turns, which it does not while a page is used: the server would wait all that time.
      await turn();
    }
    yield entries;
    if (isEnd) return;
  }
}

/** What each chain has in a range of time: its first and last place there, and so also what its clock moved out of it. */
export async function chainRanges(client: SqlClient, range: TimeRange): Promise<ChainRange[]> {
  const { from, to } = timeBounds(range);
  const { rows } = await client.query(
    `SELECT chain_id::text, min(seq)::text AS first, max(seq)::text AS last FROM audit_events
     WHERE ts >= $1::text::timestamptz AND ts < $2::text::timestamptz GROUP BY chain_id ORDER BY chain_id`,
    [from, to],
  );
  return (rows as { chain_id: string; first: string; last: string }[]).map(({ chain_id, first, last }) => ({
    chain_id,
    first: Number(first),
    last: Number(last),
  }));
}

/**
 * The ends of a range as PostgreSQL reads them.
 *
 * @throws SentinelError INVALID_INPUT for an end that is no time.
 */
export function timeBounds({ from, to }: TimeRange): { readonly from: string; readonly to: string } {
  return {
    from: from === undefined ? '-infinity' : isoTime('from', from),
    to: to === undefined ? 'infinity' : isoTime('to', to),
  };
}

// ISO 8601 writes other years with a sign, which PostgreSQL takes for a time zone; and it knows no year 0.
const FOUR_DIGIT_YEAR = /^(?!0000)\d{4}-/;

function isoTime(name: string, given: unknown): string {
  const isTime = typeof given === 'string' || typeof given === 'number' || given instanceof Date;
  const time = new Date(isTime ? given : Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw invalidInput(`\`${name}\` must be a time: ISO 8601, milliseconds since the epoch, or a Date.`);
  }
  const iso = time.toISOString();
  if (!FOUR_DIGIT_YEAR.test(iso)) throw invalidInput(`\`${name}\` must be a time of the years 1 to 9999.`);
  return iso;
}

async function fetchPage(
  client: SqlClient,
  { chain, seq, seen }: { readonly chain: string; readonly seq: number; readonly seen: number },
  range: ChainRange | undefined,
): Promise<readonly { readonly entry: string }[]> {
  const values: unknown[] = [chain, String(seq), String(seen)];
  if (range !== undefined) values.push(String(range.last));
  const { rows } = await client.query(
    `SELECT ${entryExpression('e')} AS entry FROM audit_events e
     WHERE ${range === undefined ? '(chain_id, seq) >= ($1::text::uuid, $2::text::bigint)' : 'chain_id = $1::text::uuid AND seq >= $2::text::bigint AND seq <= $4::text::bigint'}
     ORDER BY chain_id, seq LIMIT ${PAGE} OFFSET $3::text::bigint`,
    values,
  );
  return rows as { entry: string }[];
}

/** How many entries at the end of a page have the place of the last. */
function countTies(entries: readonly ChainedEntry[], last: ChainedEntry): number {
  let ties = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as ChainedEntry;
    if (entry.seq !== last.seq || entry.chain_id !== last.chain_id) break;
    ties++;
  }
  return ties;
}
