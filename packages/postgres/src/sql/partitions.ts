import type { SqlClient } from './client.js';

/** Months that are prepared beside the current one: the last, for clocks that are late, and two to come. */
const MONTHS = [-1, 0, 1, 2] as const;

/** Creates the partitions around `now` that are not there. Idempotent; the default partition takes what none fits. */
export async function preparePartitions(client: SqlClient, now: number): Promise<void> {
  const date = new Date(now);
  for (const offset of MONTHS) {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1));
    await client.query('SELECT audit_create_partition($1::text::date)', [first.toISOString().slice(0, 10)]);
  }
}

/** One partition of the log. */
export interface Partition {
  /** Name of the table. */
  readonly name: string;
  /** ISO times of its first and last entry; null when it is empty. */
  readonly oldest: string | null;
  /** ISO time of its last entry; null when it is empty. */
  readonly newest: string | null;
  /** Entries in it. */
  readonly entries: number;
}

/** All partitions, by name. Reads each of them. */
export async function listPartitions(client: SqlClient): Promise<Partition[]> {
  const names = await client.query(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'audit_events'::regclass ORDER BY 1`,
  );
  const partitions: Partition[] = [];
  for (const { name } of names.rows as { name: string }[]) {
    const { rows } = await client.query(
      `SELECT count(*)::text AS entries, (extract(epoch FROM min(ts)) * 1000)::text AS oldest,
         (extract(epoch FROM max(ts)) * 1000)::text AS newest FROM ${quoteName(name)}`,
    );
    const [row] = rows as [{ entries: string; oldest: string | null; newest: string | null }];
    partitions.push({ name, entries: Number(row.entries), oldest: isoOf(row.oldest), newest: isoOf(row.newest) });
  }
  return partitions;
}

function isoOf(milliseconds: string | null): string | null {
  return milliseconds === null ? null : new Date(Number(milliseconds)).toISOString();
}

/** A name from the catalogue, as an identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
