import type { ChainedEntry } from '../entry/audit-entry.js';

/** The columns of an entry with their types, in the order of the table. `search` is generated. */
export const COLUMNS = {
  ts: 'timestamptz',
  chain_id: 'uuid',
  seq: 'bigint',
  event_id: 'uuid',
  tenant: 'text',
  event_type: 'text',
  actor: 'text',
  request_id: 'text',
  session_ref: 'text',
  layer: 'text',
  result: 'text',
  blocked: 'boolean',
  risk_score: 'double precision',
  threat_type: 'text',
  severity: 'text',
  pii_detected: 'boolean',
  injection_detected: 'boolean',
  findings: 'jsonb',
  metadata: 'jsonb',
  excerpt: 'text',
  content_commitment: 'bytea',
  schema_version: 'smallint',
  prev_hash: 'bytea',
  hash: 'bytea',
} as const satisfies Record<keyof ChainedEntry, string>;

/** Names of the columns of an entry, in the order of the table. */
export const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof ChainedEntry)[];

/**
 * An entry as one text of JSON, the values in the order of the table: both drivers hand a text over as it is, and one value
 * instead of 24 is twice as fast to read. Milliseconds, so that no setting of the session can change how a time is shown.
 */
export function entryExpression(alias: string): string {
  const values = COLUMN_NAMES.map((name) => {
    if (name === 'ts') return `extract(epoch FROM ${alias}.ts) * 1000`;
    return COLUMNS[name] === 'bytea' ? `encode(${alias}.${name}, 'hex')` : `${alias}.${name}`;
  });
  return `json_build_array(${values.join(', ')})::text`;
}

/** Reads what `entryExpression` selected. A literal: an object made name by name is several times slower to hash. */
export function parseEntry(text: string): ChainedEntry {
  const values = JSON.parse(text) as [number, ...unknown[]];
  return {
    ts: isoTimestamp(values[0]),
    chain_id: values[1],
    seq: values[2],
    event_id: values[3],
    tenant: values[4],
    event_type: values[5],
    actor: values[6],
    request_id: values[7],
    session_ref: values[8],
    layer: values[9],
    result: values[10],
    blocked: values[11],
    risk_score: values[12],
    threat_type: values[13],
    severity: values[14],
    pii_detected: values[15],
    injection_detected: values[16],
    findings: values[17],
    metadata: values[18],
    excerpt: values[19],
    content_commitment: values[20],
    schema_version: values[21],
    prev_hash: values[22],
    hash: values[23],
  } as ChainedEntry;
}

/** What a `Date` can be, in milliseconds either side of 1970. PostgreSQL has later times, which only tampering makes. */
const MAX_DATE_MS = 8.64e15;
/** The last second that was asked for, up to its dot: entries that follow one another mostly share it. */
let second = Number.NaN;
let secondText = '';

/** Fractions of a millisecond, which we never write, stay visible: an entry that has them was altered. */
function isoTimestamp(milliseconds: number): string {
  if (!Number.isInteger(milliseconds) || Math.abs(milliseconds) > MAX_DATE_MS) return String(milliseconds);
  const start = Math.floor(milliseconds / 1_000) * 1_000;
  if (start !== second) {
    secondText = new Date(start).toISOString().slice(0, -4);
    second = start;
  }
  return `${secondText}${String(milliseconds - start).padStart(3, '0')}Z`;
}
