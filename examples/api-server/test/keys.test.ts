import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { idOf, matches, newKey } from '../src/auth/api-key.js';
import { readKeys, writeKeys } from '../src/auth/key-file.js';
import { createKeyRing } from '../src/auth/key-ring.js';
import { runCommandLine } from '../src/cli/run.js';
import { loadConfig } from '../src/config/load.js';
import { startService } from '../src/service.js';
import { type Client, createClient } from './support/client.js';
import { startTestService, type TestService } from './support/test-service.js';

const folder = mkdtempSync(join(tmpdir(), 'sentinel-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a key', () => {
  it('is found by its id and proved by its hash, which does not give it away', () => {
    const { id, secret, hash } = newKey();
    expect(secret).toMatch(/^sk_sentinel_[a-z0-9]{12}_[\w-]{43}$/);
    expect(idOf(secret)).toBe(id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(matches(secret, Buffer.from(hash, 'hex'))).toBe(true);
    expect(matches(newKey().secret, Buffer.from(hash, 'hex'))).toBe(false);
  });

  it('whatever else is sent is no key', () => {
    const { id, hash, secret } = newKey();
    const ring = createKeyRing([{ id, hash, alias: 'a', scopes: ['scan'] }]);
    expect(ring.find(secret)?.alias).toBe('a');
    const almost = fc.tuple(fc.nat(secret.length - 1), fc.string({ minLength: 1, maxLength: 1 })).map(([at, char]) => {
      return secret.slice(0, at) + char + secret.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almost), (text) => {
        fc.pre(text !== secret);
        expect(ring.find(text)).toBeUndefined();
      }),
    );
  });

  it('is good until the moment at which it expires', () => {
    const { id, hash, secret } = newKey();
    let now = Date.parse('2026-01-01T00:00:00Z');
    const record = { id, hash, alias: 'a', scopes: ['scan'] as const, expiresAt: '2026-01-02T00:00:00Z' };
    const ring = createKeyRing([{ ...record, scopes: [...record.scopes] }], () => now);
    expect(ring.find(secret)).toBeDefined();
    now = Date.parse('2026-01-02T00:00:00Z');
    expect(ring.find(secret)).toBeUndefined();
  });
});

describe('the file of keys', () => {
  it('is readable by its owner only, and reads as it was written', () => {
    const path = join(folder, 'nested', 'keys.yaml');
    const { id, hash } = newKey();
    const keys = [{ id, hash, alias: 'shop', scopes: ['scan' as const], quota: { perMinute: 5 } }];
    writeKeys(path, keys);
    expect(readKeys(path)).toEqual(keys);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no list', 'keys: 7', 'keys must be array'],
    ['a short hash', `keys: [{ id: ${'a'.repeat(12)}, alias: a, hash: ff, scopes: [scan] }]`, 'keys.0.hash'],
    [
      'an unknown scope',
      `keys: [{ id: ${'a'.repeat(12)}, alias: a, hash: ${'ab'.repeat(32)}, scopes: [root] }]`,
      'keys.0.scopes.0',
    ],
    ['a secret by mistake', `keys: [{ secret: x }]`, 'keys.0'],
    ['no YAML', 'keys: [', 'keys.yaml'],
  ])('says what is wrong with %s', (_, text, message) => {
    const path = join(folder, 'keys.yaml');
    writeFileSync(path, text);
    expect(() => readKeys(path)).toThrow(message);
  });

  it('has each id once', () => {
    const path = join(folder, 'twice.yaml');
    const { id, hash } = newKey();
    writeKeys(
      path,
      [1, 2].map(() => ({ id, hash, alias: 'a', scopes: ['scan' as const] })),
    );
    expect(() => readKeys(path)).toThrow(`the id ${id} is there twice`);
  });
});

describe('keys create, list and revoke', () => {
  const environment = { SENTINEL_DATA_DIR: join(folder, 'cli') };
  const run = (...args: string[]) => {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const outcome = runCommandLine(['keys', ...args], { environment, out: print, error: print });
    return { outcome, lines };
  };

  it('print a key once, keep its hash, and take it away again', () => {
    const args = [
      'create',
      '--alias',
      'shop',
      '--scope',
      'scan',
      '--scope',
      'feedback',
      '--expires',
      '90d',
      '--per-minute',
      '600',
    ];
    const { lines, outcome } = run(...args);
    expect(outcome).toEqual({ exitCode: 0 });
    const [secret = ''] = lines;
    const file = readFileSync(join(folder, 'cli', 'keys.yaml'), 'utf8');
    expect(file).not.toContain(secret.slice(-43));
    const [record] = readKeys(join(folder, 'cli', 'keys.yaml'));
    expect(record).toMatchObject({ alias: 'shop', scopes: ['scan', 'feedback'], quota: { perMinute: 600 } });
    expect(Date.parse(record?.expiresAt ?? '') - Date.parse(record?.createdAt ?? '')).toBe(90 * 86_400_000);
    expect(createKeyRing([record!]).find(secret)?.alias).toBe('shop');
    expect(run('list').lines).toEqual([expect.stringContaining(`${record?.id}  shop  scan,feedback  until `)]);
    expect(run('revoke', record!.id).outcome).toEqual({ exitCode: 0 });
    expect(run('list').lines).toEqual([]);
  });

  it.each([
    [['create', '--scope', 'scan'], 'alias must match pattern'],
    [['create', '--alias', 'a'], 'scopes must NOT have fewer than 1 items'],
    [
      ['create', '--alias', 'a', '--scope', 'root'],
      'scopes.0 must be equal to one of the allowed values: scan, feedback',
    ],
    [['create', '--alias', 'a', '--scope', 'scan', '--expires', 'soon'], '--expires: must be like 90d'],
    [['create', '--alias', 'a', '--scope', 'scan', '--per-second', 'many'], 'quota.perSecond must be'],
    [['revoke', 'nobody'], 'there is no key with the id nobody'],
    [['borrow'], 'must be create, list or revoke'],
  ])('%j is refused in words', (args, message) => {
    const { outcome, lines } = run(...args);
    expect(outcome).toEqual({ exitCode: 2 });
    expect(lines.join('\n')).toContain(message);
  });
});

describe('a service without keys', () => {
  const start = (isProduction: boolean, shown: string[]) =>
    startService({
      config: loadConfig({
        environment: {
          SENTINEL_DATA_DIR: join(folder, 'first'),
          SENTINEL_SERVER__PORT: '0',
          SENTINEL_AUDIT__ENABLED: 'false',
          SENTINEL_LOGGING__LEVEL: 'silent',
          SENTINEL_SERVER__DRAIN_DELAY_MS: '0',
        },
      }),
      isProduction,
      showFirstKey: (secret) => void shown.push(secret),
    });

  it('does not start in production', async () => {
    await expect(start(true, [])).rejects.toThrow(/keys\.yaml has no keys\. Make one: .* keys create/);
  });

  it('makes one elsewhere and shows it at its first start only', async () => {
    const shown: string[] = [];
    for (const _ of [1, 2]) {
      const { url, stop } = await start(false, shown);
      const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${shown[0]}` } });
      expect(response.status).toBe(200);
      await stop();
    }
    expect(shown).toHaveLength(1);
  });
});

describe('rotation and quotas', () => {
  let service: TestService;
  let client: Client;
  beforeAll(async () => {
    service = await startTestService();
    client = await createClient(service);
  });
  afterAll(() => service.stop());
  const status = async (key: string) =>
    (await client.call('POST', '/v1/scan', { key, body: { text: 'Hello' } })).status;

  it('several keys of one alias are good until the old one is taken away', async () => {
    const old = service.key({ alias: 'shop', scopes: ['scan'] });
    const next = service.key({ alias: 'shop', scopes: ['scan'] });
    expect([await status(old), await status(next)]).toEqual([200, 200]);
    service.reload((records) => records.filter(({ id }) => id !== idOf(old)));
    expect([await status(old), await status(next)]).toEqual([401, 200]);
  });

  it('a changed file is taken up without a signal', { timeout: 20_000 }, async () => {
    const { id, hash, secret } = newKey();
    const path = join(service.folder, 'keys.yaml');
    writeKeys(path, [...readKeys(path), { id, hash, alias: 'late', scopes: ['scan'] }]);
    await vi.waitFor(async () => expect(await status(secret)).toBe(200), { timeout: 15_000, interval: 200 });
  });

  it('a broken or empty file changes nothing, and is told of', async () => {
    const key = service.key({ scopes: ['scan'] });
    const path = join(service.folder, 'keys.yaml');
    const good = readFileSync(path);
    for (const text of ['keys: [', 'keys: []']) {
      const before = service.lines.length;
      writeFileSync(path, text);
      process.emit('SIGHUP');
      expect(await status(key)).toBe(200);
      expect(service.lines.slice(before)).toContainEqual(expect.objectContaining({ event: 'keys_not_reloaded' }));
    }
    writeFileSync(path, good);
  });

  it('all keys of an alias share its quota, which headers tell of', async () => {
    const quota = { perMinute: 3 };
    const keys = [1, 2].map(() => service.key({ alias: 'small', scopes: ['scan'], quota }));
    const answers = [];
    for (let i = 0; i < 4; i++) {
      answers.push(await client.call('POST', '/v1/scan', { key: keys[i % 2], body: { text: 'Hello' } }));
    }
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"key:perMinute";q=3;w=60');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"key:perMinute";r=2;t=\d+$/);
    expect(answers[0]?.headers.has('retry-after')).toBe(false);
    expect(answers[3]?.body).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // Nobody else has to wait.
    expect(await status(service.key({ alias: 'large', scopes: ['scan'] }))).toBe(200);
  });
});
