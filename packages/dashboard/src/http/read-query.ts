import type { Action, Source } from '@llm-sentinel/core';
import type { EventsQuery, SummaryQuery } from '../api.js';
import { SOURCES } from '../series/cell.js';
import { refused } from './exchange.js';

const ACTIONS: readonly Action[] = ['allow', 'flag', 'redact', 'block'];
const MAX_TEXT = 200;
const MAX_LIMIT = 200;
/** The largest time that a date can hold. */
const MAX_TIME = 8.64e15;

export function readSummaryQuery(query: URLSearchParams): SummaryQuery {
  return defined({
    from: number(query, 'from', MAX_TIME),
    to: number(query, 'to', MAX_TIME),
    threatType: text(query, 'threatType'),
    source: oneOf<Source>(query, 'source', SOURCES),
  });
}

export function readEventsQuery(query: URLSearchParams): EventsQuery {
  return defined({
    ...readSummaryQuery(query),
    action: oneOf(query, 'action', ACTIONS),
    search: text(query, 'search'),
    before: text(query, 'before'),
    limit: number(query, 'limit', MAX_LIMIT, 1),
  });
}

function number(query: URLSearchParams, name: string, max: number, min = 0): number | undefined {
  const given = text(query, name);
  if (given === undefined) return undefined;
  const value = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw refused(400, `\`${name}\` must be a whole number from ${min} to ${max}.`);
}

function text(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name).filter((value) => value !== '');
  if (values.length > 1) throw refused(400, `\`${name}\` may be given once.`);
  const [value] = values;
  if (value !== undefined && value.length > MAX_TEXT) {
    throw refused(400, `\`${name}\` may have at most ${MAX_TEXT} characters.`);
  }
  return value;
}

function oneOf<Value extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const given = text(query, name);
  const known = values.find((value) => value === given);
  if (given !== undefined && known === undefined)
    throw refused(400, `\`${name}\` must be one of ${values.join(', ')}.`);
  return known;
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Without the parts that are undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}
