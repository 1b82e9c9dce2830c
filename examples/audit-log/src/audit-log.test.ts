import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog, readCheckpoints } from '@llm-sentinel/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlace, type Place } from './place.js';
import { record } from './record.js';
import { tamperWithCopy } from './tamper.js';

describe('the example, in a folder', () => {
  let folder: string;
  let place: Place;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentinel-example-'));
    place = openPlace(folder, {});
    await record(place, 3);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps every verdict, without the card number, and finds each manipulation at its row', {
    timeout: 60_000,
  }, async () => {
    const log = createAuditLog({ ...place.database, publicKeys: [place.publicKey] });
    const checkpoints = await readCheckpoints(place.checkpointFile);
    expect(await log.verify({ checkpoints })).toMatchObject({ ok: true, entries: 20, chains: 1 });
    expect((await log.search({ text: 'trip' })).entries[0]?.excerpt).not.toContain('4111');
    const findings = await tamperWithCopy(log.export(), place.publicKey, checkpoints);
    await log.close();
    expect(findings.map(({ problem }) => problem?.kind)).toEqual(['altered', 'missing', 'reordered', 'truncated']);
    for (const { seq, problem } of findings) expect(problem?.seq).toBe(seq);
  });

  it('makes its keys once', () => {
    const keys = readFileSync(join(folder, 'keys.json'), 'utf8');
    expect(openPlace(folder, { AUDIT_DATABASE_URL: 'postgres://localhost/audit' })).toMatchObject({
      publicKey: place.publicKey,
      database: { connectionString: 'postgres://localhost/audit' },
    });
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(keys);
  });
});
