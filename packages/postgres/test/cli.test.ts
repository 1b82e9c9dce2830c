import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoints } from '../src/chain/file-sink.js';
import { timeAgo } from '../src/cli/maintain-commands.js';
import { runCli } from '../src/cli/run-cli.js';
import { inTransaction } from '../src/sql/client.js';
import { describeOnServer } from './databases.js';
import { HMAC_KEY, scanOf, writeScans } from './seed.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function cli(
  env: Record<string, string>,
  args: readonly string[],
  signal = new AbortController().signal,
): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let [out, err] = ['', ''];
  stdout.on('data', (piece) => {
    out += String(piece);
  });
  stderr.on('data', (piece) => {
    err += String(piece);
  });
  const code = await runCli(args, { stdout, stderr, env, signal });
  return { code, out, err };
}

describeOnServer('the command line', (database) => {
  let folder: string;
  let env: Record<string, string>;
  const path = (name: string) => join(folder, name);
  const run = (...args: string[]) => cli(env, args);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sentinel-cli-'));
    await database.reset();
    env = { AUDIT_DATABASE_URL: database.url, AUDIT_HMAC_KEY: HMAC_KEY };
    await writeScans({ client: database.client, redactedExcerpt: true }, 0, 30, (n) => ({
      text: n === 3 ? 'clear \u001b[2J the screen' : `text ${n}`,
    }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('migrates, and says when there is nothing to do', async () => {
    expect(await run('migrate')).toEqual({ code: 0, out: 'The schema is up to date.\n', err: '' });
  });

  it('makes keys for their owner, and never over others', async () => {
    expect((await run('keygen', path('key.pem'))).code).toBe(0);
    expect(statSync(path('key.pem')).mode & 0o777).toBe(0o600);
    expect(await run('keygen', path('key.pem'))).toMatchObject({ code: 2, err: expect.stringContaining('EEXIST') });
  });

  it('signs a checkpoint into a file outside, and verifies against it', async () => {
    expect(await run('checkpoint', '--key', path('key.pem'), '--checkpoint-file', path('outside.jsonl'))).toMatchObject(
      { code: 0 },
    );
    expect(await readCheckpoints(path('outside.jsonl'))).toHaveLength(1);
    const { code, out } = await run(
      'verify',
      '--public-key',
      path('key.pem.pub'),
      '--checkpoints',
      path('outside.jsonl'),
    );
    expect(out).toBe('OK: 30 entries in 1 chains, 2 checkpoints hold, 0 problems.\n');
    expect(code).toBe(0);
    const json = JSON.parse((await run('verify', '--json')).out) as { uncheckedCheckpoints: number };
    expect(json.uncheckedCheckpoints).toBe(1);
  });

  it('searches by user, in lines that do nothing to a terminal, and pages', async () => {
    const { out } = await run('search', 'clear');
    expect(out).toContain('\\u001b[2J');
    expect(out).not.toContain('\u001b');
    expect((await run('search', '--user', 'u2', '--no-blocked')).out.trim().split('\n')).toHaveLength(4);
    const page = await run('search', '--limit', '2', '--json');
    const { next } = JSON.parse(page.out) as { next: string };
    expect((await run('search', '--limit', '2', '--cursor', next)).out).toContain(scanOf(27).result.scanId);
  });

  it('exports to a file that is there only when it is whole, verifies that without a database, and imports it', async () => {
    expect((await run('export', '-o', path('log.jsonl'), '--key', path('key.pem'))).out).toContain('30 entries in');
    expect(statSync(path('log.jsonl')).mode & 0o777).toBe(0o600);
    const offline = ['verify', '--export', path('log.jsonl'), '--public-key', path('key.pem.pub')];
    expect(await cli({}, offline)).toMatchObject({ code: 0, out: expect.stringContaining('OK: 30 entries') });
    expect(await run('import', path('log.jsonl'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('30 entries of 1 chains'),
    });
    writeFileSync(
      path('changed.jsonl'),
      readFileSync(path('log.jsonl'), 'utf8').replace('"blocked":true', '"blocked":false'),
    );
    expect(await cli({}, ['verify', '--export', path('changed.jsonl')])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^altered {2}chain [\w-]+ {2}entry 1 /),
    });
    expect(await run('import', path('changed.jsonl'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('not intact'),
    });
    expect((await run('export', '--format', 'csv', '-o', path('log.csv'), '--key', path('key.pem'))).code).toBe(0);
    expect(existsSync(path('log.csv.checkpoint.json'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stops an export on request without leaving half a file', async () => {
    const stopped = AbortSignal.abort();
    expect((await cli(env, ['export', '-o', path('half.jsonl')], stopped)).code).toBe(3);
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
  });

  it('reports, and says what a report is not', async () => {
    const { code, out } = await run('report', 'soc2');
    expect(code).toBe(0);
    expect(out).toContain('helps answer');
    expect(out).toContain('CC7.2  What was detected?');
    expect(JSON.parse((await run('report', 'soc2', '--json')).out)).toMatchObject({ standard: 'soc2' });
    expect(await run('report', 'iso9001')).toMatchObject({ code: 2, err: expect.stringContaining('must be one of') });
    expect(await run('report', 'soc2', '--from', 'yesterday')).toMatchObject({
      code: 2,
      err: expect.stringContaining('`from` must be a time'),
    });
  });

  it('shows the last entries, and those that come', async () => {
    expect((await run('tail', '-n', '3')).out.trim().split('\n')).toHaveLength(3);
    const stop = new AbortController();
    const following = cli(env, ['tail', '-n', '1', '--follow'], stop.signal);
    await sleep(300);
    await writeScans({ client: database.client }, 40, 42);
    await sleep(1_200);
    stop.abort();
    const lines = (await following).out.trim().split('\n');
    expect(lines.map((line) => line.split('  ').at(-1)?.slice(-2) ?? '')).toHaveLength(3);
  });

  it('says what retention would do, and does nothing without a key', async () => {
    const { code, out } = await run('retain', '--older-than', '2020-01-01', '--dry-run');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('kept: not old enough') });
    expect(await run('retain', '--older-than', '12 months')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--key is needed'),
    });
  });

  it('erases one person, named in one way', async () => {
    expect(await run('erase', '--user', 'u1')).toMatchObject({ code: 0, out: expect.stringContaining('0 left') });
    expect((await run('erase')).code).toBe(2);
  });

  it('ends with 1 and names the entry when the log was changed', async () => {
    await inTransaction(database.client, async (session) => {
      await session.query('SET LOCAL session_replication_role = replica');
      await session.query("UPDATE audit_events SET result = 'allowed' WHERE seq = 4 AND blocked");
    });
    const { code, out } = await run('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^altered {2}chain [\w-]+ {2}entry 4 /);
  });

  it.each<[string, string[], number, string]>([
    ['an unknown command', ['frobnicate'], 2, 'unknown command'],
    ['a wrong format', ['export', '--format', 'xml'], 2, 'Allowed choices'],
    ['a file that is not there', ['verify', '--export', '/nonexistent/x'], 2, 'Cannot read /nonexistent/x: ENOENT'],
    ['a folder without a log', ['verify', '--data-dir', '/nonexistent/y'], 2, 'There is no log in /nonexistent/y'],
    [
      'a server that is not there',
      ['verify', '--database-url', 'postgres://me:secret@127.0.0.1:1/x'],
      3,
      'No server answers there',
    ],
    ['a url that is none', ['verify', '--database-url', 'me:secret@host'], 2, '`connectionString` must begin'],
    ['a time that is none', ['retain', '--dry-run', '--older-than', 'tomorrow'], 2, 'is no time'],
  ])('answers %s with a sentence and a code, without a secret', async (_, args, code, message) => {
    const outcome = await run(...args);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
    expect(outcome.err).not.toMatch(/secret|\n {4}at /);
  });

  it('says to migrate where there is no schema', async () => {
    await database.client.query('DROP SCHEMA public CASCADE');
    await database.client.query('CREATE SCHEMA public');
    expect(await run('verify')).toMatchObject({
      code: 3,
      err: expect.stringContaining('run "llm-sentinel-audit migrate"'),
    });
  });
});

describe('a time of the command line', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['90 days', '2026-01-30T12:00:00.000Z'],
    ['12 months', '2025-04-30T12:00:00.000Z'],
    ['6 years', '2020-04-30T12:00:00.000Z'],
  ])('may be %s', (text, iso) => {
    expect(timeAgo(text, new Date('2026-04-30T12:00:00Z')).toISOString()).toBe(iso);
  });
});
