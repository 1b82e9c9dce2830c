import { type AsyncEngine, createScanner, defineRules, type VerdictCache } from '@llm-sentinel/core';
import { describeWithServer, type RunningServer, startRedis } from '@llm-sentinel/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redisPatternCache, redisVerdictCache } from '../src/index.js';
import { connect, type TestClient } from './clients.js';

const deadlineMs = 5_000;
const secret = 'a secret of this test';
const TEXT = 'A text that a judge has to think about.';

describeWithServer('caches in Redis', 'redis-server', () => {
  let server: RunningServer;
  let connection: TestClient;
  // A client of the test's own, to look and to meddle.
  let other: ReturnType<typeof createClient>;
  beforeAll(async () => {
    server = await startRedis();
    connection = await connect(server.port);
    other = createClient({ url: server.url });
    await other.connect();
  });
  beforeEach(async () => void (await other.flushAll()));
  afterAll(async () => {
    connection?.close();
    other?.destroy();
    await server?.stop();
  });

  /** Two processes, in one: each has its scanner and its cache. */
  function twoScanners(options: Partial<Parameters<typeof redisVerdictCache>[0]> = {}, engineVersion = '1') {
    const asked: string[] = [];
    const judge: AsyncEngine = {
      name: 'judge',
      version: engineVersion,
      async scanAsync({ text }) {
        asked.push(text);
        return [
          {
            engine: 'judge',
            rule: 'judge/attack',
            threatType: 'injection',
            severity: 'high',
            score: 0.9,
            start: 0,
            end: text.length,
            message: 'The judge thinks that it is an attack.',
          },
        ];
      },
    };
    const create = () => {
      const cache = redisVerdictCache({ client: connection.client, deadlineMs, ...options });
      return { cache, scanner: createScanner({ engines: [judge], cache }) };
    };
    return { asked, one: create(), two: create() };
  }

  describe('redisVerdictCache', () => {
    it('asks the engines of one process, and answers all others', async () => {
      const { asked, one, two } = twoScanners();
      const first = await one.scanner.scanAsync(TEXT);
      await one.scanner.flush();
      const second = await two.scanner.scanAsync(TEXT);
      expect(asked).toHaveLength(1);
      expect(second).toMatchObject({ cached: true, action: 'block', findings: first.findings });
      expect(Object.isFrozen(second.findings[0])).toBe(true);
      // And from now on out of its own memory.
      await other.flushAll();
      expect((await two.scanner.scanAsync(TEXT)).cached).toBe(true);
    });

    it('keeps neither texts nor what scan alone finds, and nothing for ever', async () => {
      const { one } = twoScanners();
      one.scanner.scan(TEXT);
      await one.scanner.flush();
      expect(await other.keys('*')).toEqual([]);
      await one.scanner.scanAsync(TEXT);
      await one.scanner.flush();
      const [key = ''] = await other.keys('*');
      expect(`${key} ${await other.get(key)}`).not.toContain('judge has to think');
      expect(await other.pTTL(key)).toBeGreaterThan(3_500_000);
    });

    it('answers no other source, version or secret', async () => {
      const { one } = twoScanners({ secret });
      await one.scanner.scanAsync(TEXT);
      await one.scanner.flush();
      const newer = twoScanners({ secret }, '2');
      await newer.one.scanner.scanAsync(TEXT);
      const stranger = twoScanners({ secret: 'another secret of it' });
      await stranger.one.scanner.scanAsync(TEXT);
      const same = twoScanners({ secret });
      await same.one.scanner.scanAsync(TEXT, { source: 'document' });
      expect([newer, stranger, same].map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
      await same.one.scanner.scanAsync(TEXT);
      expect(same.asked).toHaveLength(1);
    });

    it.each([
      ['an edited verdict', (value: string) => value.replace('"block"', '"allow"')],
      ['half of it', (value: string) => value.slice(0, value.length / 2)],
      ['nothing', () => ''],
      ['something else', () => 'true'],
    ])('believes no value that it did not write: %s', async (_name, edit) => {
      const { asked, one, two } = twoScanners({ secret });
      await one.scanner.scanAsync(TEXT);
      await one.scanner.flush();
      const [key = ''] = await other.keys('*');
      await other.set(key, edit((await other.get(key)) as string));
      expect((await two.scanner.scanAsync(TEXT)).action).toBe('block');
      expect(asked).toHaveLength(2);
    });

    it('does not share a verdict that is too large', async () => {
      const { one } = twoScanners({ maxValueBytes: 256 });
      await one.scanner.scanAsync(TEXT);
      await one.scanner.flush();
      expect(await other.keys('*')).toEqual([]);
    });

    it('misses while Redis is away, and scans go on', async () => {
      const gone = await connect(server.port);
      gone.close();
      const { asked, one } = twoScanners({ client: gone.client });
      expect((await one.scanner.scanAsync(TEXT)).action).toBe('block');
      expect((await one.scanner.scanAsync(TEXT)).cached).toBe(true);
      expect(asked).toHaveLength(1);
      await one.scanner.shutdown();
    });

    it('holds a bounded number of texts in the process', () => {
      const cache: VerdictCache = redisVerdictCache({ client: connection.client, local: { maxEntries: 1_000 } });
      const verdict = createScanner().scan('hello');
      for (let i = 0; i < 1_000_000; i++) cache.set(`text ${i}`, 'user', 'v', verdict);
      expect(cache.size).toBe(1_000);
      cache.clear?.();
      expect(cache.size).toBe(0);
    });

    it('refuses options that make no sense', () => {
      const make = (options: object) => () => redisVerdictCache({ client: connection.client, ...options });
      expect(make({ secret: 'short' })).toThrow('`secret` must have at least 16 bytes');
      expect(make({ ttl: 5 })).toThrow('Unknown option `ttl`');
      expect(make({ prefix: 'a{b}' })).toThrow('`prefix` must be');
      expect(make({ client: {} })).toThrow('`client` must be a client of node-redis');
    });
  });

  describe('redisPatternCache', () => {
    const rules = defineRules([
      {
        id: 'feed/zaxxon',
        threatType: 'injection',
        severity: 'high',
        score: 0.9,
        message: 'Names the zaxxon.',
        keywords: ['zaxxon'],
        pattern: /zaxxon now/iu,
        context: { pattern: /please/iu, score: 0.95 },
        references: [],
      },
    ]);

    it('hands rules to other processes, patterns and all', async () => {
      await redisPatternCache({ client: connection.client, deadlineMs }).set('feed', rules);
      const loaded = await redisPatternCache({ client: connection.client, deadlineMs }).get('feed');
      expect(loaded).toEqual(rules);
      expect(createScanner({ rules: loaded ?? [] }).scan('the zaxxon now').action).toBe('block');
      const [key = ''] = await other.keys('*');
      expect(await other.pTTL(key)).toBeGreaterThan(3_500_000);
    });

    it('has no list that nobody set, that is too long, or that is no list of rules', async () => {
      const patterns = redisPatternCache({ client: connection.client, deadlineMs, maxValueBytes: 256 });
      expect(await patterns.get('feed')).toBeUndefined();
      expect(await patterns.set('feed', rules)).toBe(false);
      for (const value of ['', '[]', '{"v":2,"rules":[]}', '{"v":1,"rules":[{"pattern":{"$pattern":["(","u"]}}]}']) {
        await other.set('sentinel:{feed}:patterns', value);
        expect(await patterns.get('feed')).toBeUndefined();
      }
    });

    it('refuses a rule with a function', async () => {
      const [rule] = rules;
      const patterns = redisPatternCache({ client: connection.client });
      const withFunction = [{ ...(rule as (typeof rules)[number]), validate: () => true }];
      await expect(patterns.set('feed', withFunction)).rejects.toMatchObject({ code: 'INVALID_RULE' });
    });
  });
});
