import type { Checkpoint } from '../chain/checkpoint.js';
import type { SqlClient } from './client.js';

/** Stores a checkpoint beside the log. Twice is once. */
export async function storeCheckpoint(client: SqlClient, checkpoint: Checkpoint): Promise<void> {
  const { created_at, kind, heads, root, key_id, signature } = checkpoint;
  await client.query(
    `INSERT INTO audit_checkpoints (created_at, kind, heads, root, key_id, signature)
     VALUES ($1::text::timestamptz, $2, $3::text::jsonb, decode($4, 'hex'), $5, decode($6, 'hex')) ON CONFLICT DO NOTHING`,
    [created_at, kind, JSON.stringify(heads), root, key_id, signature],
  );
}

const PAGE = 500;

/** All checkpoints that are stored beside the log, the oldest first. */
export async function* storedCheckpoints(client: SqlClient): AsyncGenerator<Checkpoint> {
  let last = '0';
  for (;;) {
    const { rows } = await client.query(
      `SELECT id::text, json_build_object('version', 1, 'created_at', extract(epoch FROM created_at) * 1000, 'kind', kind,
         'heads', heads, 'root', encode(root, 'hex'), 'key_id', key_id, 'signature', encode(signature, 'hex'))::text AS checkpoint
       FROM audit_checkpoints WHERE id > $1::text::bigint ORDER BY id LIMIT ${PAGE}`,
      [last],
    );
    for (const { id, checkpoint } of rows as { id: string; checkpoint: string }[]) {
      const read = JSON.parse(checkpoint) as Omit<Checkpoint, 'created_at'> & { created_at: number };
      yield { ...read, created_at: new Date(read.created_at).toISOString() };
      last = id;
    }
    if (rows.length < PAGE) return;
  }
}
