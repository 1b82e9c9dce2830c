import { SentinelError } from '@llm-sentinel/core';
import type { CheckSignature } from '../chain/signer.js';
import { createVerifier, type VerifyResult } from '../chain/verifier.js';
import { storeCheckpoint } from '../sql/checkpoints.js';
import type { SqlClient } from '../sql/client.js';
import { type AuditRow, insertRows } from '../sql/insert.js';
import { type ExportText, readExport } from './read-export.js';

const BATCH = 2_000;

/**
 * Brings an export into another database, in which what is there already stays. Every entry is verified before it is stored.
 * Importing again after a failure is safe.
 *
 * @throws SentinelError INVALID_INPUT at the first problem, or for an export that leaves entries out.
 */
export async function importLog(
  client: SqlClient,
  text: ExportText,
  checkSignature: CheckSignature | undefined,
  onProgress?: (entries: number) => void,
): Promise<VerifyResult> {
  const verifier = createVerifier({ checkSignature, isPart: true });
  const months = new Set<string>();
  let batch: AuditRow[] = [];
  let entries = 0;

  async function store(): Promise<void> {
    const { first } = verifier.finish();
    if (first !== null) {
      throw new SentinelError(
        'INVALID_INPUT',
        `[@llm-sentinel/postgres] The export is not intact at ${first.chain_id} ${first.seq} (${first.kind}): ${first.message}`,
        { details: { problem: first } },
      );
    }
    if (batch.length === 0) return;
    for (const month of new Set(batch.map(({ entry }) => entry.ts.slice(0, 7)))) {
      if (months.has(month)) continue;
      months.add(month);
      await client.query('SELECT audit_create_partition($1::text::date)', [`${month}-01`]);
    }
    await insertRows(client, batch);
    entries += batch.length;
    batch = [];
    onProgress?.(entries);
  }

  for await (const line of readExport(text)) {
    if (line.type === 'hidden') {
      throw new SentinelError(
        'INVALID_INPUT',
        '[@llm-sentinel/postgres] The export leaves entries of other tenants or times out, so its chains would have holes. Export without a filter.',
      );
    }
    if (line.type === 'checkpoint') {
      verifier.checkpoint(line.checkpoint);
      await storeCheckpoint(client, line.checkpoint);
    }
    if (line.type !== 'entry') continue;
    const { type: _, ...entry } = line;
    verifier.entry(entry);
    batch.push({ entry });
    if (batch.length >= BATCH) await store();
  }
  await store();
  return verifier.finish();
}
