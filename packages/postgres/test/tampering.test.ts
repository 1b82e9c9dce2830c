// A superuser switches the triggers off and changes the log. Each change is found, and the row is named.
import { beforeEach, expect, it } from 'vitest';
import { type AuditLog, createAuditLog } from '../src/audit-log.js';
import { type Checkpoint, signCheckpoint } from '../src/chain/checkpoint.js';
import { genesisHash, leafHash, linkHash } from '../src/chain/hash.js';
import { createSigner, generateCheckpointKeys } from '../src/chain/signer.js';
import { entryPages } from '../src/query/entry-pages.js';
import { storeCheckpoint } from '../src/sql/checkpoints.js';
import { inTransaction, type SqlClient } from '../src/sql/client.js';
import { entryExpression, parseEntry } from '../src/sql/columns.js';
import { verifyExport } from '../src/verify-export.js';
import { describeOnBoth } from './databases.js';
import { writeScans } from './seed.js';

const { privateKey, publicKey } = generateCheckpointKeys();
const signer = createSigner({ privateKey });

describeOnBoth('tampering', (database) => {
  let chain: string;
  let outside: Checkpoint[];
  let log: AuditLog;

  beforeEach(async () => {
    await database.reset();
    outside = [];
    const sink = (checkpoint: Checkpoint) => void outside.push(checkpoint);
    chain = await writeScans({ client: database.client, checkpoints: { signer, sink } }, 0, 20);
    log = createAuditLog({ client: database.client, publicKeys: [publicKey] });
  });

  /** As a superuser whom no trigger stops. */
  const tamper = (work: (session: SqlClient) => Promise<unknown>) =>
    inTransaction(database.client, async (session) => {
      await session.query('SET LOCAL session_replication_role = replica');
      await work(session);
    });
  const firstProblem = async () => {
    const { ok, first } = await log.verify({ checkpoints: outside });
    expect(ok).toBe(first === null);
    return first;
  };
  /** An auditor who has an export and no database comes to the same end. */
  const firstOffline = async () =>
    (await verifyExport(log.export(), { publicKeys: [publicKey], checkpoints: outside })).first;

  it('that did not happen is not found', async () => {
    expect(await log.verify({ checkpoints: outside })).toMatchObject({
      ok: true,
      entries: 20,
      chains: 1,
      checkpoints: 2,
    });
    expect(await firstOffline()).toBeNull();
  });

  it.each([
    ['blocked = NOT blocked', 7],
    ['risk_score = 0.5', 1],
    ["metadata = jsonb_set(metadata, '{input_length}', '43')", 20],
    ["findings = '[]'", 4],
    ["actor = 'someone else'", 9],
    ["ts = ts + interval '1 microsecond'", 3],
    ["ts = '290000-01-01'", 6],
    ["ts = 'infinity'", 6],
    ['event_id = gen_random_uuid()', 12],
    ["tenant = 'other'", 5],
  ])('by an edit is found: %s', async (change, seq) => {
    await tamper((session) => session.query(`UPDATE audit_events SET ${change} WHERE seq = ${seq}`));
    expect(await firstProblem()).toMatchObject({ kind: 'altered', chain_id: chain, seq });
    expect(await firstOffline()).toMatchObject({ kind: 'altered', seq });
  });

  it('by an edit with a new hash for the row is found, and the row named, not its neighbour', async () => {
    await tamper(async (session) => {
      await session.query("UPDATE audit_events SET result = 'allowed' WHERE seq = 7");
      const { rows } = await session.query(`SELECT ${entryExpression('e')} AS entry FROM audit_events e WHERE seq = 7`);
      const entry = parseEntry((rows as { entry: string }[])[0]?.entry ?? '');
      const hash = linkHash(entry.prev_hash, 7, leafHash(entry));
      await session.query("UPDATE audit_events SET hash = decode($1, 'hex') WHERE seq = 7", [hash]);
    });
    expect(await firstProblem()).toMatchObject({ kind: 'altered', seq: 7 });
  });

  it('by a deletion is found', async () => {
    await tamper((session) => session.query('DELETE FROM audit_events WHERE seq IN (8, 9)'));
    expect(await firstProblem()).toMatchObject({ kind: 'missing', seq: 8, message: '2 entries are gone.' });
    expect(await firstOffline()).toMatchObject({ kind: 'missing', seq: 8 });
  });

  it('by a deletion of the first entry is found', async () => {
    await tamper((session) => session.query('DELETE FROM audit_events WHERE seq = 1'));
    expect(await firstProblem()).toMatchObject({ kind: 'missing', seq: 1 });
  });

  it('by a swap of two entries is found', async () => {
    await tamper((session) =>
      session.query('UPDATE audit_events SET seq = CASE seq WHEN 5 THEN 6 ELSE 5 END WHERE seq IN (5, 6)'),
    );
    expect(await firstProblem()).toMatchObject({ kind: 'reordered', seq: 5 });
    expect(await firstOffline()).toMatchObject({ kind: 'reordered', seq: 5 });
  });

  it('by a copy of an entry is found', async () => {
    await tamper((session) =>
      session.query(
        `INSERT INTO audit_events (ts, chain_id, seq, event_id, event_type, blocked, pii_detected, injection_detected, schema_version, prev_hash, hash)
         SELECT ts + interval '1 second', chain_id, seq, gen_random_uuid(), event_type, blocked, pii_detected, injection_detected, 1, prev_hash, hash
         FROM audit_events WHERE seq = 11`,
      ),
    );
    expect(await firstProblem()).toMatchObject({ kind: 'duplicate', seq: 11 });
  });

  it('by a drop of the tail is found with the checkpoint from outside, and only with it', async () => {
    await tamper(async (session) => {
      await session.query('DELETE FROM audit_events WHERE seq > 15');
      await session.query('DELETE FROM audit_checkpoints');
    });
    expect(await firstProblem()).toMatchObject({ kind: 'truncated', seq: 16 });
    expect(await firstOffline()).toMatchObject({ kind: 'truncated', seq: 16 });
    expect((await log.verify()).ok).toBe(true);
  });

  it('by a deletion of the whole log is found', async () => {
    await tamper((session) => session.query('DELETE FROM audit_events'));
    expect(await firstProblem()).toMatchObject({ kind: 'truncated', chain_id: chain, seq: 1 });
  });

  it('by a rewrite of a whole chain, with all hashes right, is found with the checkpoint', async () => {
    await tamper(async (session) => {
      const { rows } = await session.query(`SELECT ${entryExpression('e')} AS entry FROM audit_events e ORDER BY seq`);
      let previous = genesisHash(chain);
      for (const { entry } of rows as { entry: string }[]) {
        const forged = { ...parseEntry(entry), blocked: false, result: 'allowed' };
        const hash = linkHash(previous, forged.seq, leafHash(forged));
        await session.query(
          "UPDATE audit_events SET blocked = false, result = 'allowed', prev_hash = decode($1, 'hex'), hash = decode($2, 'hex') WHERE seq = $3",
          [previous, hash, forged.seq],
        );
        previous = hash;
      }
      await session.query('DELETE FROM audit_checkpoints');
    });
    expect((await log.verify()).ok).toBe(true);
    const first = await firstProblem();
    expect(first).toMatchObject({ kind: 'altered', seq: 20 });
    expect(first?.message).toContain('rewritten');
  });

  it('with a checkpoint is found: its heads, its time, and one that somebody else signed', async () => {
    const [checkpoint] = outside as [Checkpoint];
    const [head] = checkpoint.heads;
    const other = await log.verify({ checkpoints: [{ ...checkpoint, heads: [{ ...head!, seq: 3 }] }] });
    expect(other.first).toMatchObject({ kind: 'bad_checkpoint', chain_id: chain });
    const moved = await log.verify({ checkpoints: [{ ...checkpoint, created_at: '2027-01-01T00:00:00.000Z' }] });
    expect(moved.first?.message).toContain('signature does not hold');
    const stranger = createAuditLog({ client: database.client, publicKeys: [generateCheckpointKeys().publicKey] });
    expect((await stranger.verify({ checkpoints: outside })).first).toMatchObject({ kind: 'bad_checkpoint' });
  });

  it('does not hide behind a statement of retention that somebody else signed', async () => {
    const { rows } = await database.client.query(
      `SELECT ${entryExpression('e')} AS entry FROM audit_events e WHERE seq IN (4, 6) ORDER BY seq`,
    );
    const [first, last] = (rows as { entry: string }[]).map(({ entry }) => parseEntry(entry));
    const run = { chain_id: chain, first_seq: 4, prev_hash: first?.prev_hash ?? '', seq: 6, hash: last?.hash ?? '' };
    const forger = createSigner({ privateKey: generateCheckpointKeys().privateKey });
    await storeCheckpoint(database.client, await signCheckpoint(forger, 'retention', [run], Date.now()));
    await tamper((session) => session.query('DELETE FROM audit_events WHERE seq BETWEEN 4 AND 6'));
    const { problems } = await log.verify({ checkpoints: outside });
    expect(problems.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['bad_checkpoint', 6],
      ['missing', 4],
    ]);
    // Without keys nobody can tell, and the result says that it was not checked.
    expect(await createAuditLog({ client: database.client }).verify()).toMatchObject({
      ok: true,
      uncheckedCheckpoints: 2,
    });
  });

  it('does not hide behind a change of keys: the old key counts until it was retired', async () => {
    const next = generateCheckpointKeys();
    const sink = (checkpoint: Checkpoint) => void outside.push(checkpoint);
    const retired = new Date(Date.now() + 1).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 2));
    await writeScans({ client: database.client, checkpoints: { signer: createSigner(next), sink } }, 20, 30);
    const both = [{ publicKey, notAfter: retired }, next.publicKey];
    const rotated = createAuditLog({ client: database.client, publicKeys: both });
    expect(await rotated.verify({ checkpoints: outside })).toMatchObject({ ok: true, entries: 30, chains: 2 });
    const late = createAuditLog({
      client: database.client,
      publicKeys: [{ publicKey, notAfter: '2026-01-01T00:00:00Z' }, next.publicKey],
    });
    expect((await late.verify({ checkpoints: outside })).first?.message).toContain('outside its time');
  });

  it('is found where one page of entries ends and the next begins', async () => {
    const long = await writeScans({ client: database.client }, 100, 2_700);
    expect(await log.verify()).toMatchObject({ ok: true, entries: 2_620 });
    // Pages have a thousand entries; the first chain's twenty come before those of the second.
    for (const seq of [979, 980, 981]) {
      await tamper((session) =>
        session.query(
          `INSERT INTO audit_events (ts, chain_id, seq, event_id, event_type, blocked, pii_detected, injection_detected, schema_version, prev_hash, hash)
           SELECT ts + interval '1 second', chain_id, seq, gen_random_uuid(), event_type, blocked, pii_detected, injection_detected, 1, prev_hash, hash
           FROM audit_events WHERE chain_id = $1 AND seq = $2`,
          [long, seq],
        ),
      );
    }
    const { problems, entries } = await log.verify();
    expect(entries).toBe(2_623);
    expect(problems.map(({ kind, seq }) => [kind, seq])).toEqual([979, 980, 981].map((seq) => ['duplicate', seq]));
  });

  it('is looked for in one page while the server reads the next', async () => {
    await writeScans({ client: database.client }, 100, 2_200);
    let sent = 0;
    // As drivers do: what is asked for leaves with the next turn of the event loop.
    const client: SqlClient = {
      async query(sql, values) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        sent++;
        return database.client.query(sql, values);
      },
    };
    const sentBefore: number[] = [];
    for await (const page of entryPages(client)) sentBefore.push(sent, page.length);
    expect(sentBefore).toEqual([2, 1_000, 3, 1_000, 3, 120]);
  });

  it('is found in a range of time, in which chains may begin and end anywhere', async () => {
    const range = { from: '2026-01-10T05:00:00Z', to: '2026-01-10T10:00:00Z' };
    expect(await log.verify(range)).toMatchObject({ ok: true, entries: 5 });
    await tamper((session) => session.query('UPDATE audit_events SET blocked = NOT blocked WHERE seq IN (8, 15)'));
    expect(await log.verify(range)).toMatchObject({ problemCount: 1, first: { seq: 8 } });
  });
});
