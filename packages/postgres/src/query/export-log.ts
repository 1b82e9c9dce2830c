import { stringify } from 'csv-stringify/sync';
import type { ChainHead } from '../chain/chain.js';
import { type Checkpoint, signCheckpoint } from '../chain/checkpoint.js';
import { leafHash } from '../chain/hash.js';
import type { Signer } from '../chain/signer.js';
import { onlyKnown } from '../check.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import { storedCheckpoints } from '../sql/checkpoints.js';
import type { SqlClient } from '../sql/client.js';
import { COLUMN_NAMES } from '../sql/columns.js';
import { type ChainRange, chainRanges, entryPages, RANGE_OPTIONS, type TimeRange, timeBounds } from './entry-pages.js';

/** What to export, and in which form. */
export interface ExportOptions extends TimeRange {
  /** Entries of one tenant. Those of others are there as hashes, so that the chains can be followed. @default all */
  readonly tenant?: string;
  /** `jsonl` can be verified and imported; `csv` is for spreadsheets. @default 'jsonl' */
  readonly format?: 'jsonl' | 'csv';
  /** Signs a checkpoint over the exported chains. @default none */
  readonly signer?: Signer;
  /** Called after each page with the number of entries so far, and how many there are about. */
  readonly onProgress?: (entries: number, total: number) => void;
}

const KNOWN: readonly string[] = [
  ...RANGE_OPTIONS,
  'tenant',
  'format',
  'signer',
  'onProgress',
] satisfies (keyof ExportOptions)[];

/** A line of an export, beside the header. */
export type ExportLine =
  | {
      readonly type: 'header';
      readonly version: 1;
      readonly from: string;
      readonly to: string;
      readonly tenant: string | null;
    }
  | { readonly type: 'checkpoint'; readonly checkpoint: Checkpoint }
  | ({ readonly type: 'entry' } & ChainedEntry)
  | {
      readonly type: 'hidden';
      readonly chain_id: string;
      readonly seq: number;
      readonly prev_hash: string;
      readonly leaf: string;
      readonly hash: string;
    };

/** What an export ended with. */
export interface ExportSummary {
  /** Entries exported. */
  readonly entries: number;
  /** The checkpoint that covers all exported chains; null without a signer. */
  readonly checkpoint: Checkpoint | null;
}

/**
 * The log as text in pieces, chain by chain. The generator returns the covering checkpoint, which a JSONL export also ends
 * with. Bounded memory: two pages and the head of each chain.
 */
export async function* exportLog(client: SqlClient, options: ExportOptions): AsyncGenerator<string, ExportSummary> {
  onlyKnown(options, KNOWN);
  const { tenant, format = 'jsonl', signer, onProgress } = options;
  const { from, to } = timeBounds(options);
  const isVisible = visibility(options);
  const heads: ChainHead[] = [];
  const total = onProgress === undefined ? 0 : await countEntries(client, from, to);
  let entries = 0;

  if (format === 'jsonl') {
    yield line({ type: 'header', version: 1, from, to, tenant: tenant ?? null });
    for await (const checkpoint of storedCheckpoints(client)) yield line({ type: 'checkpoint', checkpoint });
  } else yield csv([COLUMN_NAMES]);

  for (const range of await chainRanges(client, options)) {
    let last: ChainedEntry | undefined;
    for await (const page of entryPages(client, range)) {
      const visible = page.filter(isVisible);
      const text =
        format === 'csv'
          ? csv(visible.map((entry) => COLUMN_NAMES.map((name) => entry[name])))
          : page.map((entry) => line(isVisible(entry) ? { type: 'entry', ...entry } : hidden(entry))).join('');
      entries += visible.length;
      last = page.at(-1);
      onProgress?.(entries, total);
      if (text !== '') yield text;
    }
    if (last !== undefined) heads.push(headOf(range, last));
  }
  const checkpoint = signer === undefined ? null : await signCheckpoint(signer, 'export', heads, Date.now());
  if (checkpoint !== null && format === 'jsonl') yield line({ type: 'checkpoint', checkpoint });
  return { entries, checkpoint };
}

function headOf({ chain_id }: ChainRange, { seq, hash }: ChainedEntry): ChainHead {
  return { chain_id, seq, hash };
}

function visibility({ tenant, ...range }: ExportOptions): (entry: ChainedEntry) => boolean {
  const from = range.from === undefined ? -Infinity : new Date(range.from).getTime();
  const to = range.to === undefined ? Infinity : new Date(range.to).getTime();
  return (entry) => {
    const time = Date.parse(entry.ts);
    // A time that is none was altered: shown, so that verification of the export finds it.
    return !(time < from) && !(time >= to) && (tenant === undefined || entry.tenant === tenant);
  };
}

function hidden(entry: ChainedEntry): ExportLine {
  const { chain_id, seq, prev_hash, hash } = entry;
  return { type: 'hidden', chain_id, seq, prev_hash, leaf: leafHash(entry), hash };
}

/** A spreadsheet would run what begins like a formula; it gets an apostrophe before it. */
function csv(rows: readonly (readonly unknown[])[]): string {
  return stringify(rows as unknown[][], { escape_formulas: true, cast: { boolean: String } });
}

function line(content: ExportLine): string {
  return `${JSON.stringify(content)}\n`;
}

async function countEntries(client: SqlClient, from: string, to: string): Promise<number> {
  const { rows } = await client.query(
    'SELECT count(*)::text AS count FROM audit_events WHERE ts >= $1::text::timestamptz AND ts < $2::text::timestamptz',
    [from, to],
  );
  return Number((rows as [{ count: string }])[0].count);
}
