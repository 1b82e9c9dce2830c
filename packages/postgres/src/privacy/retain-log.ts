import { type Checkpoint, type CheckpointSink, type DroppedRun, signCheckpoint } from '../chain/checkpoint.js';
import type { CheckSignature, Signer } from '../chain/signer.js';
import { invalidOption, onlyKnown } from '../check.js';
import { verifyLog } from '../query/verify-log.js';
import { storeCheckpoint } from '../sql/checkpoints.js';
import type { SqlClient } from '../sql/client.js';
import { listPartitions, type Partition, quoteName } from '../sql/partitions.js';
import { holds, type LegalHold, listHolds } from './holds.js';

/** What may go, and how that is signed. */
export interface RetainOptions {
  /** Entries before this time may go: ISO 8601 or milliseconds since the epoch. Only whole partitions do. */
  readonly olderThan: string | number | Date;
  /** Says what would happen, and does nothing. @default false */
  readonly dryRun?: boolean;
  /** Signs what was removed, so that the rest can still be verified. Not needed for a dry run. @default none */
  readonly signer?: Signer;
  /** Receives that checkpoint outside the database. @default it stays in the database */
  readonly sink?: CheckpointSink;
}

/** What happened, or would happen, to one partition. */
export interface RetainedPartition extends Partition {
  /** What happened, or would happen, and why something was kept. */
  readonly action: 'dropped' | 'would drop' | 'kept: not old enough' | 'kept: legal hold' | 'kept: not intact';
  /** Reason of the hold, or what is not intact. */
  readonly detail: string | null;
}

/** Drops partitions that are old enough, one by one: verified, stated in a signed checkpoint, then dropped. */
export async function retainLog(
  client: SqlClient,
  options: RetainOptions,
  checkSignature: CheckSignature | undefined,
  onDropped: (partition: Partition, checkpoint: Checkpoint) => Promise<void>,
): Promise<RetainedPartition[]> {
  onlyKnown(options, ['olderThan', 'dryRun', 'signer', 'sink'] satisfies (keyof RetainOptions)[]);
  const { dryRun = false, signer, sink } = options;
  const time = new Date(options.olderThan);
  if (Number.isNaN(time.getTime())) throw invalidOption('`olderThan` must be a time.');
  if (!dryRun && signer === undefined) throw invalidOption('`signer` is needed to state what was removed.');
  const limit = time.toISOString();
  const active = await listHolds(client);
  const results: RetainedPartition[] = [];
  for (const partition of await listPartitions(client)) {
    if (partition.entries === 0) continue;
    const kept = reasonToKeep(partition, limit, active);
    if (kept !== undefined) results.push({ ...partition, ...kept });
    else results.push({ ...partition, ...(await drop(partition)) });
  }
  return results;

  async function drop(partition: Partition): Promise<Pick<RetainedPartition, 'action' | 'detail'>> {
    // What was tampered with must not be buried under a valid checkpoint.
    const end = Date.parse(partition.newest ?? '') + 1;
    const { first } = await verifyLog(client, checkSignature, { from: partition.oldest ?? limit, to: end });
    if (first !== null) {
      return { action: 'kept: not intact', detail: `${first.chain_id} ${first.seq} (${first.kind}): ${first.message}` };
    }
    if (dryRun || signer === undefined) return { action: 'would drop', detail: null };
    const checkpoint = await signCheckpoint(signer, 'retention', await runsOf(client, partition.name), Date.now());
    await sink?.(checkpoint);
    await storeCheckpoint(client, checkpoint);
    await client.query('SELECT audit_drop_partition($1, $2::text::timestamptz)', [partition.name, limit]);
    await onDropped(partition, checkpoint);
    return { action: 'dropped', detail: null };
  }
}

function reasonToKeep(
  { oldest, newest }: Partition,
  limit: string,
  active: readonly LegalHold[],
): Pick<RetainedPartition, 'action' | 'detail'> | undefined {
  if (oldest === null || newest === null || newest >= limit) return { action: 'kept: not old enough', detail: null };
  const hold = active.find((candidate) => holds(candidate, oldest, newest));
  return hold && { action: 'kept: legal hold', detail: hold.reason };
}

/** Each chain's runs of places without a gap: an entry whose clock was off may be in another partition. */
async function runsOf(client: SqlClient, partition: string): Promise<DroppedRun[]> {
  const table = quoteName(partition);
  const { rows } = await client.query(
    `SELECT json_build_object('chain_id', r.chain_id, 'first_seq', r.first, 'prev_hash', encode(a.prev_hash, 'hex'),
       'seq', r.last, 'hash', encode(z.hash, 'hex'))::text AS run
     FROM (SELECT chain_id, min(seq) AS first, max(seq) AS last FROM (
         SELECT chain_id, seq, seq - row_number() OVER (PARTITION BY chain_id ORDER BY seq) AS run FROM ${table}) AS places
       GROUP BY chain_id, run) AS r
     JOIN ${table} a ON a.chain_id = r.chain_id AND a.seq = r.first
     JOIN ${table} z ON z.chain_id = r.chain_id AND z.seq = r.last
     ORDER BY r.chain_id, r.first`,
  );
  return (rows as { run: string }[]).map(({ run }) => JSON.parse(run) as DroppedRun);
}
