import type { EventsQuery, SummaryQuery } from './api.js';
import { invalidInput } from './check.js';
import { SOURCES } from './series/cell.js';

const DAY_MS = 86_400_000;
const MAX_LIMIT = 200;
const MAX_RANGE_MS = 366 * DAY_MS;

/** A query with its range. @throws SentinelError INVALID_INPUT for a range that is none, or more than a year. */
export function checkedRange<Query extends SummaryQuery>(
  query: Query,
  now: number,
): Query & { from: number; to: number } {
  const { to = now, from = to - DAY_MS } = query;
  if (!Number.isFinite(from) || !Number.isFinite(to) || from >= to) {
    throw invalidInput('`from` must be before `to`, both in milliseconds since the epoch.');
  }
  if (to - from > MAX_RANGE_MS) throw invalidInput('`from` and `to` may be a year apart at most.');
  if (query.source !== undefined && !SOURCES.includes(query.source)) {
    throw invalidInput(`\`source\` must be one of ${SOURCES.join(', ')}.`);
  }
  return { ...query, from, to };
}

/** @throws SentinelError INVALID_INPUT for a limit out of range. */
export function checkedEventsQuery(query: EventsQuery): EventsQuery {
  const { limit } = query;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT)) {
    throw invalidInput(`\`limit\` must be a whole number from 1 to ${MAX_LIMIT}.`);
  }
  return query;
}
