import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type CachedVerdict, createVerdictCache, type Source, type VerdictCache } from '@llm-sentinel/core';
import { invalidOption, number, onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keyFor } from './key.js';
import { parseVerdict } from './parse-verdict.js';
import { writeBehind } from './write-behind.js';

/** Which Redis, and which verdicts are kept there for how long. */
export interface RedisVerdictCacheOptions extends RedisStoreOptions {
  /** How long a verdict is kept in Redis, in milliseconds. @default 3_600_000 (1 hour) */
  readonly ttlMs?: number;
  /** The cache of this process in front. @default { maxEntries: 10_000, maxChars: 5_000_000 } */
  readonly local?: { readonly maxEntries?: number; readonly maxChars?: number };
  /**
   * At least 16 bytes. Keys then can't be told from guessed texts, and a verdict that was not written with the secret is not believed: who can write
   * to Redis can otherwise let an attack pass.
   * @default none
   */
  readonly secret?: string | Uint8Array;
  /** A verdict with so many findings that it takes more bytes is not shared. @default 65_536 */
  readonly maxValueBytes?: number;
}

const MAX_PENDING = 1_000;
const TAG_BYTES = 16;

/**
 * Verdicts that all processes share, with a cache of this process in front. Only what asynchronous engines took their time for goes
 * to Redis, from `scanAsync` and `guard`: everything else is found anew faster than Redis answers. The version of rules, model and
 * policy is part of the key, so a new ruleset sees no old verdict; those run out.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * configure({ engines: [judge], cache: redisVerdictCache({ client, secret: process.env.CACHE_SECRET }) });
 */
export function redisVerdictCache(options: RedisVerdictCacheOptions): VerdictCache {
  onlyKnown(options, [...STORE_OPTIONS, 'ttlMs', 'local', 'secret', 'maxValueBytes']);
  const gateway = createGateway(options);
  const ttlMs = number('ttlMs', options.ttlMs, 3_600_000, { min: 1_000, max: 31 * 86_400_000, whole: true });
  const maxValueBytes = number('maxValueBytes', options.maxValueBytes, 65_536, { min: 256, max: 1e8, whole: true });
  const { maxEntries, maxChars } = options.local ?? {};
  const local = createVerdictCache({
    maxEntries: number('local.maxEntries', maxEntries, 10_000, { min: 1, max: 1e8, whole: true }),
    maxChars: number('local.maxChars', maxChars, 5_000_000, { min: 1, max: 1e10, whole: true }),
  });
  const { secret } = options;
  if (secret !== undefined && Buffer.byteLength(secret) < 16)
    throw invalidOption('`secret` must have at least 16 bytes.');
  const pending = writeBehind(MAX_PENDING);

  const digest = (purpose: string, ...parts: readonly string[]) => {
    const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
    // Lengths first, so that no two lists of parts read alike.
    hash.update(JSON.stringify([purpose, ...parts.map(({ length }) => length)]));
    for (const part of parts) hash.update(Buffer.from(part, 'utf16le'));
    return hash.digest();
  };
  const idOf = (text: string, source: Source, version: string) =>
    digest('key', version, source, text).toString('base64url');

  function seal(id: string, json: string): string {
    return `${digest('value', id, json).subarray(0, TAG_BYTES).toString('base64url')} ${json}`;
  }
  function open(id: string, value: string): CachedVerdict | undefined {
    const [tag = ''] = value.split(' ', 1);
    const json = value.slice(tag.length + 1);
    const [given, own] = [Buffer.from(tag, 'base64url'), digest('value', id, json).subarray(0, TAG_BYTES)];
    return given.length === own.length && timingSafeEqual(given, own) ? parseVerdict(json) : undefined;
  }

  return {
    get: local.get,
    set: local.set,
    async load(text, source, version) {
      const id = idOf(text, source, version);
      const key = keyFor(gateway.prefix, id, 'verdict');
      const value = await gateway.call('verdict_load', ({ get }) => get(key)).catch(() => null);
      const verdict = value === null ? undefined : open(id, value);
      if (verdict !== undefined) local.set(text, source, version, verdict);
      return verdict;
    },
    save(text, source, version, verdict) {
      pending.add(async () => {
        const json = JSON.stringify({ v: 1, ...verdict });
        if (Buffer.byteLength(json) > maxValueBytes) return;
        const id = idOf(text, source, version);
        await gateway.call('verdict_save', ({ set }) =>
          set(keyFor(gateway.prefix, id, 'verdict'), seal(id, json), ttlMs),
        );
      });
    },
    flush: pending.flush,
    get size() {
      return local.size ?? 0;
    },
    clear: () => local.clear?.(),
  };
}
