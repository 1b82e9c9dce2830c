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

/** Reads what `entryExpression` selected. */
export function parseEntry(text: string): ChainedEntry {
  const values = JSON.parse(text) as unknown[];
  const entry: Record<string, unknown> = {};
  for (let index = 0; index < COLUMN_NAMES.length; index++) entry[COLUMN_NAMES[index] as string] = values[index];
  entry.ts = isoTimestamp(values[0] as number);
  return entry as unknown as ChainedEntry;
}

/** Fractions of a millisecond, which we never write, stay visible: an entry that has them was altered. */
function isoTimestamp(milliseconds: number): string {
  return Number.isInteger(milliseconds) ? new Date(milliseconds).toISOString() : String(milliseconds);
}
