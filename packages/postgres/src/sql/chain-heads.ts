import type { ChainHead } from '../chain/chain.js';
import type { SqlClient } from './client.js';

/** The last entry of every chain. Jumps from chain to chain in the index, so it reads as many entries as there are chains. */
export async function currentHeads(client: SqlClient): Promise<ChainHead[]> {
  const { rows } = await client.query(
    `WITH RECURSIVE chains AS (
       (SELECT chain_id FROM audit_events ORDER BY chain_id LIMIT 1)
       UNION ALL
       SELECT (SELECT e.chain_id FROM audit_events e WHERE e.chain_id > c.chain_id ORDER BY e.chain_id LIMIT 1)
       FROM chains c WHERE c.chain_id IS NOT NULL
     )
     SELECT json_build_object('chain_id', c.chain_id, 'seq', h.seq, 'hash', encode(h.hash, 'hex'))::text AS head
     FROM chains c CROSS JOIN LATERAL (
       SELECT seq, hash FROM audit_events e WHERE e.chain_id = c.chain_id ORDER BY e.seq DESC LIMIT 1) AS h
     WHERE c.chain_id IS NOT NULL ORDER BY c.chain_id`,
  );
  return (rows as { head: string }[]).map(({ head }) => JSON.parse(head) as ChainHead);
}
