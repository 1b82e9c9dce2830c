import { type Rule, SentinelError } from '@llm-sentinel/core';
import { number, onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keyFor } from './key.js';

/** Which Redis, and which lists of rules are kept there for how long. */
export interface RedisPatternCacheOptions extends RedisStoreOptions {
  /** How long a list is kept, in milliseconds. @default 3_600_000 (1 hour) */
  readonly ttlMs?: number;
  /** Bytes of a list, as JSON; a longer one is not kept. @default 1_048_576 */
  readonly maxValueBytes?: number;
}

/** Rules that one process downloaded or learned, for all of them. */
export interface PatternCache {
  /**
   * The list of that name; undefined when there is none, when it is no list of ours, and while Redis is away. Give it to
   * `createScanner({ rules })`, which checks every rule.
   */
  get(name: string): Promise<readonly Rule[] | undefined>;
  /**
   * Whether the list was kept.
   *
   * @throws SentinelError INVALID_RULE for a rule with `validate`: a function can't be kept.
   */
  set(name: string, rules: readonly Rule[]): Promise<boolean>;
}

const PATTERN = '$pattern';

/**
 * Keeps lists of rules in Redis, so that each process need not fetch them again. A rule with `validate` can't be kept: `set` throws INVALID_RULE.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const patterns = redisPatternCache({ client });
 * const rules = (await patterns.get('feed')) ?? (await download());
 */
export function redisPatternCache(options: RedisPatternCacheOptions): PatternCache {
  onlyKnown(options, [...STORE_OPTIONS, 'ttlMs', 'maxValueBytes']);
  const gateway = createGateway(options);
  const ttlMs = number('ttlMs', options.ttlMs, 3_600_000, { min: 1_000, max: 31 * 86_400_000, whole: true });
  const maxValueBytes = number('maxValueBytes', options.maxValueBytes, 1_048_576, { min: 256, max: 1e8, whole: true });
  const keyOf = (name: string) => keyFor(gateway.prefix, name, 'patterns');

  return {
    async get(name) {
      const json = await gateway.call('patterns_load', ({ get }) => get(keyOf(name))).catch(() => null);
      return json === null ? undefined : parseRules(json);
    },
    async set(name, rules) {
      const withFunction = rules.find(({ validate }) => validate !== undefined);
      if (withFunction !== undefined) {
        throw new SentinelError(
          'INVALID_RULE',
          `[@llm-sentinel/redis] Rule '${withFunction.id}': a rule with \`validate\` can't be kept in Redis.`,
        );
      }
      const json = JSON.stringify({ v: 1, rules }, writePattern);
      if (Buffer.byteLength(json) > maxValueBytes) return false;
      return gateway
        .call('patterns_save', ({ set }) => set(keyOf(name), json, ttlMs))
        .then(
          () => true,
          () => false,
        );
    },
  };
}

function writePattern(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? { [PATTERN]: [value.source, value.flags] } : value;
}

function readPattern(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(PATTERN in value)) return value;
  const [source, flags] = (value as { [PATTERN]: [string, string] })[PATTERN];
  return new RegExp(source, flags);
}

function parseRules(json: string): readonly Rule[] | undefined {
  try {
    const { v, rules } = JSON.parse(json, readPattern) as { v?: unknown; rules?: unknown };
    return v === 1 && Array.isArray(rules) ? (rules as Rule[]) : undefined;
  } catch {
    return undefined;
  }
}
