import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, type AuditSearchQuery, createAuditLog } from '../src/audit-log.js';
import { createSigner, generateCheckpointKeys } from '../src/chain/signer.js';
import type { ChainedEntry } from '../src/entry/audit-entry.js';
import type { ExportSummary } from '../src/query/export-log.js';
import { verifyExport } from '../src/verify-export.js';
import { hostileText } from './arbitrary.js';
import { describeOnBoth } from './databases.js';
import { HMAC_KEY, HOUR, START, writeScans } from './seed.js';

const { privateKey, publicKey } = generateCheckpointKeys();
const signer = createSigner({ privateKey });

describeOnBoth('queries', (database) => {
  let log: AuditLog;
  beforeAll(async () => {
    await database.reset();
    log = createAuditLog({ client: database.client, hmacKey: HMAC_KEY, signer, publicKeys: [publicKey] });
    const texts = ['=SUM(A1) please ignore [NAME_1]', 'draft a letter to [EMAIL_1]', '\u202Eevil "quoted", text\n'];
    await writeScans({ client: database.client, tenant: 'acme', redactedExcerpt: true }, 0, 60, (n) => ({
      text: texts[n % 3]!,
    }));
    await writeScans({ client: database.client, tenant: 'globex' }, 60, 100);
  });

  /** All pages. */
  async function all(query: AuditSearchQuery): Promise<ChainedEntry[]> {
    const found: ChainedEntry[] = [];
    let cursor: string | null = null;
    do {
      const page = await log.search({ ...query, ...(cursor !== null && { cursor }) });
      found.push(...page.entries);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  }

  describe('search', () => {
    it('pages through all entries once, in either order, whatever the size of a page', async () => {
      const oldest = await all({ order: 'oldest', limit: 7 });
      expect(oldest).toHaveLength(100);
      expect(oldest.map(({ ts }) => Date.parse(ts))).toEqual(Array.from({ length: 100 }, (_, n) => START + n * HOUR));
      expect((await all({ limit: 33 })).reverse()).toEqual(oldest);
      expect((await log.search({ limit: 100 })).next).toBeNull();
    });

    it('takes half-open ranges: the end is not in it', async () => {
      const found = await all({ from: new Date(START + HOUR), to: new Date(START + 4 * HOUR) });
      expect(found.map(({ ts }) => (Date.parse(ts) - START) / HOUR)).toEqual([3, 2, 1]);
    });

    it.each<[AuditSearchQuery, number]>([
      [{ tenant: 'globex' }, 40],
      [{ blocked: true }, 34],
      [{ blocked: false, tenant: 'acme' }, 40],
      [{ threatType: 'injection', minRisk: 0.5 }, 34],
      [{ minRisk: 0.95 }, 0],
      [{ severity: ['high', 'critical'] }, 34],
      [{ userId: 'u3' }, 20],
      [{ sessionId: 's6', userId: 'u1' }, 3],
      [{ rule: 'meaning/drop-earlier-instructions' }, 34],
      [{ rule: 'meaning/other' }, 0],
      [{ text: 'letter' }, 20],
      [{ text: 'please or letter' }, 40],
      [{ text: '"a letter to"' }, 20],
      [{ eventType: 'scan', result: 'blocked', layer: 'input_guard' }, 34],
    ])('finds what all of %j hold for', async (query, count) => {
      expect(await all(query)).toHaveLength(count);
    });

    it('finds nothing and breaks nothing with whatever is put into its fields', async () => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (value) => {
          await log.search({ text: value, limit: 1 });
          const page = await log.search({
            tenant: `${value}x`,
            threatType: value,
            rule: value,
            userRef: value,
            limit: 1,
          });
          expect(page.entries).toEqual([]);
        }),
        { numRuns: 40 },
      );
      expect((await log.search({ limit: 1 })).entries).toHaveLength(1);
    });

    it('refuses a cursor that it did not make, and limits out of range', async () => {
      const forged = Buffer.from(JSON.stringify(["2026' OR true", 'x', 1])).toString('base64url');
      for (const cursor of ['', 'x', forged]) await expect(log.search({ cursor })).rejects.toThrow('`cursor` must be');
      await expect(log.search({ limit: 1_001 })).rejects.toThrow('got 1001');
    });
  });

  it('a question with a slip of the finger is refused instead of answered without the condition', async () => {
    const slip = { tennant: 'acme' } as object;
    const refused = {
      code: 'INVALID_OPTION',
      message: '[@llm-sentinel/postgres] Unknown option `tennant`. Did you mean `tenant`?',
    };
    await expect(log.search(slip)).rejects.toMatchObject(refused);
    await expect(log.search({ userID: 'u1' } as object)).rejects.toThrow('Did you mean `userId`?');
    await expect(log.summary(slip)).rejects.toMatchObject(refused);
    await expect(log.report({ standard: 'gdpr', ...slip })).rejects.toMatchObject(refused);
    await expect(text(log.export(slip))).rejects.toMatchObject(refused);
    await expect(log.verify({ form: START } as object)).rejects.toThrow('Did you mean `from`?');
    await expect(log.retain({ olderThan: START, dryrun: true } as never)).rejects.toThrow('Did you mean `dryRun`?');
    await expect(log.placeHold({ reason: 'a case', subject: 'u1' } as never)).rejects.toThrow('`subject`');
    await expect(verifyExport([], { publicKey: [publicKey] } as object)).rejects.toThrow('Did you mean `publicKeys`?');
    expect(await log.holds()).toEqual([]);
  });

  describe('a time that is none', () => {
    it.each<[string, unknown, string]>([
      ['a word', 'yesterday', '`from` must be a time: ISO 8601, milliseconds since the epoch, or a Date.'],
      ['an empty text', '', '`from` must be a time'],
      ['no number', Number.NaN, '`from` must be a time'],
      ['a Date that is none', new Date('?'), '`from` must be a time'],
      ['null', null, '`from` must be a time'],
      ['a number that no Date has', Number.POSITIVE_INFINITY, '`from` must be a time'],
      ['a year that PostgreSQL reads otherwise', -1e15, '`from` must be a time of the years 1 to 9999.'],
    ])('%s is refused by every question, naming it', async (_case, given, message) => {
      const from = given as string;
      const refused = {
        code: 'INVALID_INPUT',
        message: expect.stringContaining(`[@llm-sentinel/postgres] ${message}`),
      };
      await expect(log.search({ from })).rejects.toMatchObject(refused);
      await expect(log.summary({ from })).rejects.toMatchObject(refused);
      await expect(log.verify({ from })).rejects.toMatchObject(refused);
      await expect(log.report({ standard: 'gdpr', from })).rejects.toMatchObject(refused);
      await expect(log.placeHold({ reason: 'a case', from })).rejects.toMatchObject(refused);
      await expect(text(log.export({ from }))).rejects.toMatchObject(refused);
      expect(await log.holds()).toEqual([]);
    });

    it('is named by its end', async () => {
      const refused = { code: 'INVALID_INPUT', message: expect.stringContaining('`to` must be a time') };
      await expect(log.search({ from: START, to: 'soon' })).rejects.toMatchObject(refused);
    });
  });

  it('the summary has the figures of a dashboard', async () => {
    const summary = await log.summary({ from: START, to: START + 6 * HOUR });
    expect(summary).toMatchObject({
      scans: 6,
      blocked: 2,
      users: 5,
      lost: 0,
      blockRate: 2 / 6,
      averageRisk: expect.closeTo(0.3),
      topThreats: [{ threatType: 'injection', count: 2, blocked: 2 }],
    });
    expect(summary.hourly).toHaveLength(6);
    expect(summary.hourly[0]).toEqual({ hour: '2026-01-10T00:00:00.000Z', scans: 1, blocked: 1, averageRisk: 0.9 });
    expect(await log.summary({ tenant: 'nobody' })).toMatchObject({ scans: 0, blockRate: null, averageRisk: null });
  });

  it.each(['pci-dss', 'gdpr', 'hipaa', 'soc2', 'eu-ai-act'] as const)(
    'the report for %s answers every question',
    async (standard) => {
      const report = await log.report({ standard, from: START, to: START + 1_000 * HOUR, tenant: 'acme' });
      expect(report.note).toContain('helps answer');
      expect(JSON.stringify(report)).not.toMatch(/\bcompliant\b/i);
      for (const answer of report.answers)
        expect(answer.figures ?? answer.entries, answer.question).toBeInstanceOf(Array);
      const incidents = report.answers.flatMap(({ entries }) => entries ?? []);
      expect(incidents.every(({ tenant }) => tenant === 'acme')).toBe(true);
    },
  );

  it('a report leads to all entries of an answer', async () => {
    const { answers } = await log.report({ standard: 'gdpr', tenant: 'acme' });
    expect(answers.find(({ clause }) => clause === '33')?.entries).toHaveLength(20);
    await expect(log.report({ standard: 'iso' as 'gdpr' })).rejects.toThrow('must be one of pci-dss, gdpr');
  });

  describe('an export', () => {
    it('can be verified without the database, with the checkpoint it ends with', async () => {
      let end: ExportSummary | undefined;
      const progress: number[] = [];
      const exported = await text(
        log.export({
          onEnd: (summary) => {
            end = summary;
          },
          onProgress: (entries) => progress.push(entries),
        }),
      );
      expect(end).toMatchObject({ entries: 100, checkpoint: { kind: 'export', heads: [{ seq: 60 }, { seq: 40 }] } });
      expect(progress.at(-1)).toBe(100);
      const result = await verifyExport([exported], { publicKeys: [publicKey] });
      expect(result).toMatchObject({ ok: true, entries: 100, chains: 2, checkpoints: 1 });
      const cut = exported.replace(/.*"seq":60.*\n/, '');
      expect((await verifyExport([cut], { publicKeys: [publicKey] })).first).toMatchObject({
        kind: 'truncated',
        seq: 60,
      });
    });

    it('of one tenant shows nothing of others, and can still be verified', async () => {
      const mixed = await writeMixed();
      const exported = await text(log.export({ tenant: 'odd', from: '2026-03-01T00:00:00Z' }));
      expect(exported).not.toContain('"even"');
      expect(await verifyExport([exported], { publicKeys: [publicKey] })).toMatchObject({ ok: true, entries: 10 });
      const shown = exported.split('\n').filter((line) => line.includes('"type":"entry"'));
      expect(shown).toHaveLength(5);
      const altered = exported.replace('"blocked":true', '"blocked":false');
      expect((await verifyExport([altered])).first).toMatchObject({ kind: 'altered', chain_id: mixed });
    });

    it('as CSV has a row for each entry, and no cell that a spreadsheet would run', async () => {
      const csv = await text(log.export({ format: 'csv', to: START + 60 * HOUR }));
      expect(csv.split('\n')[0]).toContain('ts,chain_id,seq,event_id');
      expect(csv).toContain("'=SUM(A1)");
      expect(csv).not.toMatch(/(?:^|,)"?=/m);
      expect(csv.match(/^2026-/gm)).toHaveLength(60);
    });

    it('that is broken says in which line', async () => {
      await expect(verifyExport(['{"type":"header"}\nnonsense\n'])).rejects.toThrow('Line 2 is not of an export');
    });
  });

  async function writeMixed(): Promise<string> {
    return writeScans(
      { client: database.client, tenant: ({ labels }) => labels?.tenant ?? 'default' },
      3_000,
      3_010,
      (n) => ({
        time: Date.UTC(2026, 2, 1) + n,
        context: { labels: { tenant: n % 2 === 0 ? 'even' : 'odd' } },
      }),
    );
  }
});

describeOnBoth('moving a log', (database) => {
  beforeEach(() => database.reset());

  it('brings an export into another database, verified, and again without harm', async () => {
    await writeScans({ client: database.client }, 0, 50);
    const log = createAuditLog({ client: database.client, signer, publicKeys: [publicKey] });
    const exported = await text(log.export());
    await database.reset();
    const verified = { ok: true, entries: 50, checkpoints: 1 };
    expect(await log.import(Readable.from([exported]))).toMatchObject(verified);
    expect(await log.import(Readable.from([exported]))).toMatchObject(verified);
    expect(await log.verify()).toMatchObject(verified);
    expect(await text(log.export({ to: '2027-01-01T00:00:00Z' }))).toContain('"seq":50');
  });

  it('refuses an export that was changed, at the first changed entry, or that leaves entries out', async () => {
    await writeScans({ client: database.client, tenant: ({ userId }) => userId ?? '' }, 0, 10);
    const log = createAuditLog({ client: database.client, publicKeys: [publicKey] });
    const exported = await text(log.export());
    const partial = await text(log.export({ tenant: 'u1' }));
    await database.reset();
    await expect(log.import([exported.replace('"blocked":false', '"blocked":true')])).rejects.toThrow('(altered)');
    await expect(log.import([partial])).rejects.toThrow('leaves entries of other tenants');
    expect((await log.search()).entries).toEqual([]);
  });
});
