import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arbitraryDraft } from '../../test/arbitrary.js';
import { createChain } from '../chain/chain.js';
import { uuidV7 } from '../entry/uuid.js';
import { ownerName } from '../sql/folder-lock.js';
import type { AuditRow } from '../sql/insert.js';
import { createSpool, type Spool } from './spool.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sentinel-spool-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = (maxBytes = 10_000_000) => createSpool({ dir: join(dir, 'spool'), maxBytes }, uuidV7(Date.now()));
const rowsOf = (count: number): AuditRow[] =>
  createChain(uuidV7(0))
    .extend(fc.sample(arbitraryDraft, { numRuns: count, seed: 7 }))
    .map((entry) => ({ entry }));
const files = () => readdirSync(join(dir, 'spool')).map((name) => join(dir, 'spool', name));
const onlyFile = () => files()[0] ?? '';

/** All that waits, acknowledged as it is read. */
async function drain(spool: Spool, limit = 7): Promise<AuditRow[]> {
  const all: AuditRow[] = [];
  for (;;) {
    const rows = await spool.peek(limit);
    if (rows.length === 0) return all;
    all.push(...rows);
    await spool.acknowledge();
  }
}

/** As if the process that wrote the files had ended: a process id that is no more, on this host. */
function abandon(): void {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const dead = `${ownerName().split('~')[0]}~${pid}~1`;
  for (const path of files()) renameSync(path, path.replace(ownerName(), dead));
}

describe('the spool', () => {
  it('gives rows back in order and as they were, whatever the pieces in which they came and go', async () => {
    const rows = rowsOf(60);
    const spool = open();
    await spool.append(rows.slice(0, 25));
    expect(await spool.peek(10)).toEqual(rows.slice(0, 10));
    expect(await spool.peek(10), 'the same until it is acknowledged').toEqual(rows.slice(0, 10));
    await spool.acknowledge();
    await spool.append(rows.slice(25));
    expect(await drain(spool)).toEqual(rows.slice(10));
    expect(spool.bytes).toBe(0);
    expect(files()).toEqual([]);
    await spool.append(rows.slice(0, 3));
    expect(await drain(spool)).toEqual(rows.slice(0, 3));
    await spool.close();
  });

  it('keeps its files to their owner', async () => {
    const spool = open();
    await spool.append(rowsOf(1));
    expect(statSync(join(dir, 'spool')).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
    await spool.close();
  });

  it('does not write through a link that somebody placed there', async () => {
    const chain = uuidV7(Date.now());
    const spool = createSpool({ dir }, chain);
    const target = join(dir, 'target');
    symlinkSync(target, join(dir, `audit~${ownerName()}~${chain}.jsonl`));
    await expect(spool.append(rowsOf(1))).rejects.toThrow('EEXIST');
    expect(existsSync(target)).toBe(false);
  });

  it('takes no more than it may, and all or nothing of a batch', async () => {
    const spool = open(65_536);
    const rows = rowsOf(30);
    const taken: AuditRow[] = [];
    let refused = 0;
    for (let round = 0; round < 20; round++) {
      await spool.append(rows).then(
        () => taken.push(...rows),
        () => refused++,
      );
    }
    expect(refused).toBeGreaterThan(0);
    expect(statSync(onlyFile()).size).toBeLessThanOrEqual(65_536);
    expect(await drain(spool)).toEqual(taken);
    await spool.close();
  });

  it('takes over the files of a process that is gone, without the line that its end tore', async () => {
    const rows = rowsOf(10);
    const first = open();
    await first.append(rows);
    await first.close();
    const whole = readFileSync(onlyFile(), 'utf8');
    const lastLine = whole.trimEnd().lastIndexOf('\n') + 1;
    for (const torn of [lastLine + 1, lastLine + 20, whole.length - 1]) {
      const path = onlyFile();
      abandonWith(path, whole.slice(0, torn));
      const next = open();
      await next.adopt();
      expect(await next.peek(100)).toEqual(rows.slice(0, 9));
      expect(next.corrupt).toBe(0);
      await next.close();
      renameSync(onlyFile(), path);
    }

    function abandonWith(path: string, text: string): void {
      truncateSync(path);
      appendFileSync(path, text);
      abandon();
    }
  });

  it('leaves the files of living processes and of other hosts alone', async () => {
    const mine = open();
    await mine.append(rowsOf(2));
    const theirs = onlyFile().replace(hostname().replaceAll(/[^\w.]/g, '_'), 'another-host');
    appendFileSync(theirs, readFileSync(onlyFile()));
    const next = open();
    await next.adopt();
    expect(next.bytes).toBe(0);
    expect(files()).toHaveLength(2);
    await mine.close();
  });

  it('passes over a line that is broken in the middle, counts it, and keeps the file for a person', async () => {
    const rows = rowsOf(3);
    const first = open();
    await first.append(rows);
    await first.close();
    const lines = readFileSync(onlyFile(), 'utf8').split('\n');
    truncateSync(onlyFile());
    appendFileSync(onlyFile(), [lines[0], '{"entry":', lines[2], ''].join('\n'));
    abandon();
    const next = open();
    await next.adopt();
    expect(await drain(next)).toEqual([rows[0], rows[2]]);
    expect(next.corrupt).toBe(1);
    expect(onlyFile()).toMatch(/\.corrupt$/);
  });

  it('on a disk that is full writes all of a batch or nothing, and goes on when there is room', () => {
    // The system refuses a file beyond 64 blocks of 512 or 1,024 bytes: a real error of a real write, in the middle of a batch.
    const source = (path: string) => pathToFileURL(fileURLToPath(new URL(path, import.meta.url))).href;
    const program = `
      import { createSpool } from '${source('./spool.ts')}';
      import { createChain } from '${source('../chain/chain.ts')}';
      import { common } from '${source('../entry/from-event.ts')}';
      const mapping = { actor: () => null, session: () => null, tenant: () => 't', withExcerpt: false };
      const chain = createChain('0190a5a8-0000-7000-8000-000000000001');
      const spool = createSpool({ dir: ${JSON.stringify(join(dir, 'spool'))} }, 'x');
      const batch = () => chain.extend(Array.from({ length: 20 }, () => common(0, {}, mapping))).map((entry) => ({ entry }));
      let taken = 0, code = '';
      for (let n = 0; code === ''; n++) await spool.append(batch()).then(() => { taken += 20; }, (error) => { code = error.code; });
      // What was written of the batch is gone again: there is room for a row, and it begins on a line of its own.
      const small = await spool.append(batch().slice(0, 1)).then(() => { taken++; return 'taken'; }, (error) => error.code);
      let read = 0;
      for (let rows; (rows = await spool.peek(50)).length > 0; await spool.acknowledge()) read += rows.length;
      const after = await spool.append(batch()).then(() => 'taken', (error) => error.code);
      console.log(JSON.stringify({ taken, read, code, small, after, corrupt: spool.corrupt }));`;
    const command = `ulimit -f 64; exec "$0" --import tsx --input-type=module --eval "$1"`;
    const result = spawnSync('bash', ['-c', command, process.execPath, program], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    });
    const outcome = JSON.parse(result.stdout || '{}') as {
      taken: number;
      read: number;
      code: string;
      after: string;
      corrupt: number;
    };
    expect(outcome, result.stderr).toMatchObject({ code: 'EFBIG', small: 'taken', after: 'taken', corrupt: 0 });
    expect(outcome.taken).toBeGreaterThan(0);
    expect(outcome.taken).toBeLessThan(400);
    expect(outcome.read).toBe(outcome.taken);
  });
});
