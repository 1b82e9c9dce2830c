import type { ChainedEntry } from '../entry/audit-entry.js';
import type { SqlClient } from './client.js';
import { COLUMN_NAMES, COLUMNS } from './columns.js';

/** A text that was kept encrypted, with the key it was encrypted with. All binary values are hexadecimal. */
export interface ContentRow {
  readonly event_id: string;
  readonly subject_ref: string;
  readonly key_id: string;
  readonly nonce: string;
  readonly ciphertext: string;
  readonly salt: string;
  /** The key of the subject, wrapped by the key-encryption key. */
  readonly wrapped_key: string;
}

/** What one insert stores: an entry, and its encrypted text if it has one. */
export interface AuditRow {
  readonly entry: ChainedEntry;
  readonly content?: ContentRow;
}

// The values of each column travel as one text, an array literal that the server reads: both drivers pass a text as it is,
// and neither has to know the types.
const INSERT_ENTRIES = insertOf('audit_events', COLUMNS);
const KEY_COLUMNS = { key_id: 'uuid', subject_ref: 'text', wrapped_key: 'bytea' };
const INSERT_KEYS = insertOf('audit_subject_keys', KEY_COLUMNS);
const CONTENT_COLUMNS = {
  event_id: 'uuid',
  subject_ref: 'text',
  key_id: 'uuid',
  nonce: 'bytea',
  ciphertext: 'bytea',
  salt: 'bytea',
};
const INSERT_CONTENT = insertOf('audit_content', CONTENT_COLUMNS);

/**
 * Stores rows in the order given, in one statement each for entries, content and keys. Rows that are there already stay as
 * they are, so a batch of which nobody knows whether it arrived is sent again. The role needs INSERT and nothing else.
 */
export async function insertRows(client: SqlClient, rows: readonly AuditRow[]): Promise<void> {
  const contents = rows.flatMap(({ content }) => (content === undefined ? [] : [content]));
  if (contents.length > 0) {
    // Content first: an entry that is stored must not lack its text because we died between the two.
    const keys = [...new Map(contents.map((content) => [content.key_id, content])).values()];
    await client.query(INSERT_KEYS, literals(keys, KEY_COLUMNS));
    await client.query(INSERT_CONTENT, literals(contents, CONTENT_COLUMNS));
  }
  const values = COLUMN_NAMES.map((name) =>
    arrayLiteral(
      rows.map(({ entry }) => entry[name]),
      COLUMNS[name],
    ),
  );
  await client.query(INSERT_ENTRIES, values);
}

function insertOf(table: string, columns: Readonly<Record<string, string>>): string {
  const names = Object.keys(columns).join(', ');
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::text::${type}[]`);
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM unnest(${arrays.join(', ')}) AS r (${names}) ON CONFLICT DO NOTHING`;
}

function literals(rows: readonly object[], columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).map(([name, type]) =>
    arrayLiteral(
      rows.map((row) => (row as Record<string, unknown>)[name]),
      type,
    ),
  );
}

const SPECIAL = /["\\]/g;

/** An array in the text form of PostgreSQL. Every text is in quotes, so that no word of it can be taken for NULL. */
function arrayLiteral(values: readonly unknown[], type: string): string {
  let literal = '{';
  for (const [index, value] of values.entries()) {
    if (index > 0) literal += ',';
    if (value === null || value === undefined) literal += 'NULL';
    else if (type === 'bytea') literal += `"\\\\x${String(value)}"`;
    else if (type === 'jsonb') literal += quoted(JSON.stringify(value));
    else literal += typeof value === 'string' ? quoted(value) : String(value);
  }
  return `${literal}}`;
}

function quoted(text: string): string {
  return `"${text.includes('"') || text.includes('\\') ? text.replace(SPECIAL, '\\$&') : text}"`;
}
