import { text } from 'node:stream/consumers';
import { beforeEach, expect, it } from 'vitest';
import { createAuditLog } from '../src/audit-log.js';
import type { Checkpoint } from '../src/chain/checkpoint.js';
import { createSigner, generateCheckpointKeys } from '../src/chain/signer.js';
import { inTransaction } from '../src/sql/client.js';
import { listPartitions, preparePartitions } from '../src/sql/partitions.js';
import { verifyExport } from '../src/verify-export.js';
import { describeOnBoth } from './databases.js';
import { HMAC_KEY, scanOf, writeScans } from './seed.js';

const { privateKey, publicKey } = generateCheckpointKeys();
const signer = createSigner({ privateKey });
const content = { current: 'k1', keys: { k1: new Uint8Array(32).fill(7) } };

describeOnBoth('encrypted content', (database) => {
  beforeEach(() => database.reset());
  const textOf = (n: number) => `the secret of user ${n} \0\uD800`;
  const write = (from: number, to: number, keys = content) =>
    writeScans({ client: database.client, content: keys }, from, to, (n) => ({ text: textOf(n) }));
  const open = (keys = content) =>
    createAuditLog({ client: database.client, hmacKey: HMAC_KEY, content: keys, signer, publicKeys: [publicKey] });
  const idOf = (n: number) => scanOf(n).result.scanId;

  it('is read with the key and is what the entry vouches for; the tables hold no word of it', async () => {
    await write(0, 5);
    expect(await open().content(idOf(3))).toEqual({ text: 'the secret of user 3 \uFFFD\uFFFD', isAuthentic: true });
    for (const table of ['audit_events', 'audit_content', 'audit_subject_keys']) {
      const { rows } = await database.client.query(`SELECT to_json(t)::text AS row FROM ${table} t`);
      const words = JSON.stringify(rows);
      expect(rows).toHaveLength(5);
      expect(words).not.toContain('secret');
      expect(words).not.toContain(Buffer.from('secret').toString('hex'));
    }
  });

  it('is gone after an erasure, of one person only, and the chain still verifies', async () => {
    await write(0, 20);
    const log = open();
    const proof = await log.erase({ userId: 'u3' });
    expect(proof).toMatchObject({
      keys: 1,
      contents: 4,
      remaining: { keys: 0, contents: 0 },
      entry: { event_type: 'erasure' },
    });
    expect(await log.content(idOf(3))).toBeNull();
    expect(await log.content(idOf(4))).toMatchObject({ isAuthentic: true });
    expect(await log.verify()).toMatchObject({ ok: true, entries: 21 });
    expect((await log.search({ userId: 'u3' })).entries).toHaveLength(4);
    const report = await log.report({ standard: 'gdpr' });
    expect(report.answers.find(({ clause }) => clause === '17')?.entries).toHaveLength(1);
  });

  it('cannot be brought back: a destroyed key is refused when it comes again', async () => {
    await write(0, 5);
    const { rows } = await database.client.query(
      "SELECT key_id::text AS id, encode(wrapped_key, 'hex') AS wrapped FROM audit_subject_keys ORDER BY 1 LIMIT 1",
    );
    const [key] = rows as [{ id: string; wrapped: string }];
    const log = open();
    for (const n of [0, 1, 2, 3, 4]) await log.erase({ userId: `u${n}` });
    await expect(
      database.client.query(
        "UPDATE audit_subject_keys SET wrapped_key = decode($1, 'hex') WHERE key_id = $2::text::uuid",
        [key.wrapped, key.id],
      ),
    ).rejects.toThrow('can only be destroyed');
    await expect(database.client.query('DELETE FROM audit_subject_keys')).rejects.toThrow('can only be destroyed');
  });

  it('that was moved to another entry is not read as its own', async () => {
    await write(0, 10);
    await inTransaction(database.client, async (session) => {
      await session.query('SET LOCAL session_replication_role = replica');
      await session.query('DELETE FROM audit_content WHERE event_id = $1::text::uuid', [idOf(3)]);
      await session.query('UPDATE audit_content SET event_id = $1::text::uuid WHERE event_id = $2::text::uuid', [
        idOf(3),
        idOf(8),
      ]);
    });
    await expect(open().content(idOf(3))).rejects.toThrow();
  });

  it('outlives a change of the wrapping key as long as the old one is kept', async () => {
    await write(0, 5);
    const rotated = { current: 'k2', keys: { ...content.keys, k2: new Uint8Array(32).fill(9) } };
    await write(5, 10, rotated);
    expect(await open(rotated).content(idOf(2))).toMatchObject({ isAuthentic: true });
    expect(await open(rotated).content(idOf(7))).toMatchObject({ isAuthentic: true });
    await expect(open().content(idOf(7))).rejects.toThrow('must have the key "k2"');
  });

  it('of a person under legal hold is not erased until the hold is released', async () => {
    await write(0, 5);
    const log = open();
    const [entry] = (await log.search({ userId: 'u1' })).entries;
    const hold = await log.placeHold({ reason: 'case 7', subjectRef: entry?.actor ?? '' });
    await expect(log.erase({ userId: 'u1' })).rejects.toThrow('under legal hold');
    expect(await log.content(idOf(1))).not.toBeNull();
    expect(await log.releaseHold(hold)).toBe(true);
    expect(await log.releaseHold(hold)).toBe(false);
    expect(await log.erase({ userId: 'u1' })).toMatchObject({ contents: 1 });
  });
});

describeOnBoth('retention', (database) => {
  const outside: Checkpoint[] = [];
  const open = () =>
    createAuditLog({
      client: database.client,
      signer,
      publicKeys: [publicKey],
      sink: (checkpoint) => void outside.push(checkpoint),
    });

  beforeEach(async () => {
    outside.length = 0;
    await database.reset();
    for (const month of [0, 1, 2]) await preparePartitions(database.client, Date.UTC(2026, month, 1));
    // Two chains over three months, the clock of one going back over a boundary again and again.
    const checkpoints = { signer, sink: (checkpoint: Checkpoint) => void outside.push(checkpoint) };
    await writeScans({ client: database.client, checkpoints }, 0, 90, (n) => ({ time: Date.UTC(2026, 0, 1 + n) }));
    await writeScans({ client: database.client, checkpoints }, 90, 150, (n) => ({
      time: Date.UTC(2026, 1, 1) + (n % 3 === 0 ? -1 : 1) * n * 60_000,
    }));
  });
  const actions = (results: readonly { name: string; action: string }[]) =>
    results.map(({ name, action }) => [name.slice(-7), action]);

  it('drops what is old enough, and what is left verifies with the signed boundary', async () => {
    const log = open();
    const limit = '2026-02-15T00:00:00Z';
    expect(actions(await log.retain({ olderThan: limit, dryRun: true }))).toEqual([
      ['2026_01', 'would drop'],
      ['2026_02', 'kept: not old enough'],
      ['2026_03', 'kept: not old enough'],
    ]);
    expect((await log.verify({ checkpoints: outside })).entries).toBe(150);
    expect(actions(await log.retain({ olderThan: limit }))[0]).toEqual(['2026_01', 'dropped']);
    const result = await log.verify({ checkpoints: outside });
    expect(result).toMatchObject({ ok: true, first: null, chains: 3 });
    expect(result.entries).toBe(150 - 31 - 20 + 1);
    // The boundary is in the database as well, for who has lost the one outside.
    expect((await log.verify()).ok).toBe(true);
    expect(
      await verifyExport([await text(log.export())], { publicKeys: [publicKey], checkpoints: outside }),
    ).toMatchObject({ ok: true });
    expect((await log.search({ eventType: 'retention' })).entries).toHaveLength(1);
  });

  it('does not excuse other deletions', async () => {
    const log = open();
    await log.retain({ olderThan: '2026-02-15T00:00:00Z' });
    await inTransaction(database.client, async (session) => {
      await session.query('SET LOCAL session_replication_role = replica');
      await session.query("DELETE FROM audit_events WHERE ts = '2026-02-01T00:00:00Z'");
    });
    expect((await log.verify({ checkpoints: outside })).first).toMatchObject({ kind: 'missing', seq: 32 });
  });

  it('keeps what is under legal hold, and says why', async () => {
    const log = open();
    await log.placeHold({ reason: 'case 9', from: '2026-01-20T00:00:00Z', to: '2026-01-21T00:00:00Z' });
    const [january] = await log.retain({ olderThan: '2026-02-15T00:00:00Z' });
    expect(january).toMatchObject({ action: 'kept: legal hold', detail: 'case 9' });
    expect(await log.holds()).toMatchObject([
      { reason: 'case 9', from: '2026-01-20T00:00:00.000Z', subject_ref: null },
    ]);
    // The database refuses too, whoever asks it.
    await expect(
      database.client.query("SELECT audit_drop_partition('audit_events_2026_01', '2026-02-15T00:00:00Z')"),
    ).rejects.toThrow('under legal hold');
  });

  it('keeps what was tampered with: no valid checkpoint is put over it', async () => {
    await inTransaction(database.client, async (session) => {
      await session.query('SET LOCAL session_replication_role = replica');
      await session.query("UPDATE audit_events SET blocked = NOT blocked WHERE ts = '2026-01-05T00:00:00Z'");
    });
    const [january] = await open().retain({ olderThan: '2026-02-15T00:00:00Z' });
    expect(january).toMatchObject({ action: 'kept: not intact', detail: expect.stringContaining(' 5 (altered)') });
  });

  it('empties the default partition when all of it is old', async () => {
    await writeScans({ client: database.client }, 150, 155, (n) => ({ time: Date.UTC(2001, 0, 1) + n }));
    const log = open();
    expect(actions(await log.retain({ olderThan: '2025-01-01T00:00:00Z' }))).toContainEqual(['default', 'dropped']);
    expect((await listPartitions(database.client)).find(({ name }) => name.endsWith('default'))).toMatchObject({
      entries: 0,
    });
    expect((await log.verify({ checkpoints: outside })).ok).toBe(true);
  });

  it('needs a key to state what it removes', async () => {
    const log = createAuditLog({ client: database.client });
    await expect(log.retain({ olderThan: '2026-02-15T00:00:00Z' })).rejects.toThrow('`signer` is needed');
    await expect(log.retain({ olderThan: 'soon', dryRun: true })).rejects.toThrow('`olderThan` must be a time');
  });
});
