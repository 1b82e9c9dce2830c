import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { arbitraryDraft } from '../../test/arbitrary.js';
import { describeOnBoth } from '../../test/databases.js';
import { canonicalEntry } from '../chain/canonical.js';
import { createChain } from '../chain/chain.js';
import { leafHash, linkHash } from '../chain/hash.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import { uuidV7 } from '../entry/uuid.js';
import { entryExpression, parseEntry } from './columns.js';
import { insertRows } from './insert.js';

describeOnBoth('the insert', (database) => {
  beforeEach(() => database.reset());

  const stored = async (): Promise<ChainedEntry[]> => {
    const { rows } = await database.client.query(
      `SELECT ${entryExpression('e')} AS entry FROM audit_events e ORDER BY chain_id, seq`,
    );
    return (rows as { entry: string }[]).map(({ entry }) => parseEntry(entry));
  };

  it('gives 600 hostile entries back as they were hashed, also when they are sent twice', async () => {
    const entries = createChain(uuidV7(Date.now())).extend(fc.sample(arbitraryDraft, 600));
    const rows = entries.map((entry) => ({ entry }));
    await insertRows(database.client, rows.slice(0, 400));
    await insertRows(database.client, rows);
    const read = await stored();
    expect(read.map(canonicalEntry)).toEqual(entries.map(canonicalEntry));
    expect(read.map((entry) => linkHash(entry.prev_hash, entry.seq, leafHash(entry)))).toEqual(
      entries.map(({ hash }) => hash),
    );
  });

  it('takes a megabyte of metadata', async () => {
    const [draft] = fc.sample(arbitraryDraft, 1);
    const entries = createChain(uuidV7(0)).extend([{ ...draft!, metadata: { big: '"\\{}é'.repeat(200_000) } }]);
    await insertRows(database.client, [{ entry: entries[0]! }]);
    expect(await stored()).toEqual(entries);
  });
});
