import {
  type RateLimitOutcome,
  type RateLimitStore,
  type RateLimitTier,
  SentinelError,
  type Telemetry,
} from '@llm-sentinel/core';
import { callable, invalidOption, number, oneOf, onlyKnown } from './check.js';
import { memoryRateLimitStore } from './memory-rate-limit-store.js';

/** How many units each user and address may take, and where that is counted. */
export interface RateLimiterOptions {
  /** Countable name: part of keys, header fields and metrics. @default 'default' */
  readonly name?: string;
  /** Units a second, as a steady rate. `false` for none. @default 10 */
  readonly perSecond?: number | false;
  /** Units that may come at once, when none came before. @default 20, or twice `perSecond` when that is given */
  readonly burst?: number;
  /** Units a minute. `false` for no such limit. @default 100 */
  readonly perMinute?: number | false;
  /** Units an hour. `false` for no such limit. @default 1_000 */
  readonly perHour?: number | false;
  /** Where counts are kept. @default `memoryRateLimitStore()`, of this process alone */
  readonly store?: RateLimitStore;
  /**
   * What a check decides while the store is away: by the counts of this process, always yes, or always no.
   * @default 'local'
   */
  readonly onUnavailable?: 'local' | 'allow' | 'deny';
  /** Share of the limits that this process grants by itself under `'local'`: with ten processes, 0.1 holds the whole. 0 to 1. @default 1 */
  readonly localShare?: number;
  /** Counts `rate_limit_decisions_total`. @default nothing is counted */
  readonly telemetry?: Telemetry;
  /** Told once when the store goes away, with the reason, and once when it is back. */
  readonly onStoreChange?: (change: { readonly available: boolean; readonly error?: unknown }) => void;
}

/** Whom a call is counted for. Both are counted when both are given, the user first. */
export interface RateLimitSubject {
  /** Id of the user, as the application knows it. */
  readonly userId?: string;
  /** Address of the client, as the application sees it behind its proxies. */
  readonly ip?: string;
}

/** What a limiter says of one call. */
export interface RateLimitDecision {
  /** Whether the units were there, and taken. */
  readonly allowed: boolean;
  /** Which limit denied, such as `user perMinute`, or `unavailable`; null when allowed. */
  readonly reason: string | null;
  /** Milliseconds after which the same call may be allowed. 0 when allowed. */
  readonly retryAfterMs: number;
  /** Units left in the tier that denied, or in the one with the fewest left. */
  readonly remaining: number;
  /** Units of that tier in all. */
  readonly limit: number;
  /** Milliseconds until that tier is full again, or its window ends. */
  readonly resetMs: number;
  /** Name of that tier: `perSecond`, `perMinute` or `perHour`. */
  readonly tier: string;
  /** As counted in metrics. */
  readonly outcome: 'allowed' | 'denied' | 'unavailable_local' | 'unavailable_allow' | 'unavailable_deny';
}

/** Limits how much each user and address may ask for. */
export interface RateLimiter {
  /** Name of the limiter, as in keys and metrics. */
  readonly name: string;
  /** The limits that hold together. */
  readonly tiers: readonly RateLimitTier[];
  /**
   * Takes `cost` units, or none. Never rejects because of the store.
   *
   * @throws SentinelError INVALID_INPUT for a subject without an id, or a cost that is not a whole number above 0.
   */
  check(subject: string | RateLimitSubject, cost?: number): Promise<RateLimitDecision>;
  /**
   * As `check`, for a caller to stop at.
   *
   * @throws SentinelError RATE_LIMITED with `details: { decision, retryAfterMs }`.
   */
  enforce(subject: string | RateLimitSubject, cost?: number): Promise<RateLimitDecision>;
}

const KNOWN = [
  'name',
  'perSecond',
  'burst',
  'perMinute',
  'perHour',
  'store',
  'onUnavailable',
  'localShare',
  'telemetry',
  'onStoreChange',
];
/** Told while a store is away and all is denied: when to ask again. */
const RETRY_WHEN_UNAVAILABLE_MS = 1_000;

/**
 * Limits calls per user and per address, by several tiers that hold together.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const limiter = rateLimiter({ perSecond: 10, burst: 20, perMinute: 100, perHour: 1000 });
 * const { allowed, retryAfterMs } = await limiter.check({ userId, ip });
 */
export function rateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  onlyKnown(options, KNOWN);
  const { name = 'default', store = memoryRateLimitStore(), telemetry, onStoreChange } = options;
  if (typeof name !== 'string' || !/^[\w.-]{1,64}$/.test(name))
    throw invalidOption('`name` must be 1 to 64 letters, digits, dots, dashes or underscores.');
  if (typeof store?.consume !== 'function') throw invalidOption('`store` must be a RateLimitStore.');
  const onUnavailable = oneOf('onUnavailable', options.onUnavailable, ['local', 'allow', 'deny'], 'local');
  callable('onStoreChange', onStoreChange);
  const localShare = number('localShare', options.localShare, 1, { min: 0.000_001, max: 1 });
  const tiers = tiersOf(name, options);
  const localTiers = tiers.map((tier) => scaled(tier, localShare));
  const local = memoryRateLimitStore();
  let available = true;

  /** Without a promise where the store needs none: a check is made before every call. */
  function ask(subject: string, key: string, cost: number): RateLimitDecision | Promise<RateLimitDecision> {
    try {
      const answer = store.consume(key, tiers, cost);
      if (!(answer instanceof Promise)) return answered(subject, answer);
      return answer.then(
        (outcome) => answered(subject, outcome),
        (error: unknown) => decideAlone(subject, key, cost, error),
      );
    } catch (error) {
      return decideAlone(subject, key, cost, error);
    }
  }

  function answered(subject: string, outcome: RateLimitOutcome): RateLimitDecision {
    if (!available) changed(true);
    return decision(subject, outcome, tiers, outcome.allowed ? 'allowed' : 'denied');
  }

  function decideAlone(subject: string, key: string, cost: number, error: unknown): RateLimitDecision {
    changed(false, error);
    if (onUnavailable === 'local') {
      return decision(subject, local.consume(key, localTiers, cost), localTiers, 'unavailable_local');
    }
    const allowed = onUnavailable === 'allow';
    const outcome = {
      allowed,
      remaining: 0,
      retryAfterMs: allowed ? 0 : RETRY_WHEN_UNAVAILABLE_MS,
      resetMs: 0,
      tier: 0,
    };
    return {
      ...decision(subject, outcome, tiers, allowed ? 'unavailable_allow' : 'unavailable_deny'),
      reason: allowed ? null : 'unavailable',
    };
  }

  function changed(now: boolean, error?: unknown): void {
    if (available === now) return;
    available = now;
    onStoreChange?.(now ? { available: true } : { available: false, error });
  }

  function counted(result: RateLimitDecision): RateLimitDecision {
    telemetry?.increment('rate_limit_decisions_total', { limit: name, decision: result.outcome });
    return result;
  }

  async function check(subject: string | RateLimitSubject, cost = 1): Promise<RateLimitDecision> {
    if (!(Number.isSafeInteger(cost) && cost > 0)) throw invalidInput('`cost` must be a whole number above 0.');
    if (typeof subject === 'string') {
      const own = ask('subject', `s:${subject}`, cost);
      return counted(own instanceof Promise ? await own : own);
    }
    const { userId, ip } = subject;
    if (userId === undefined && ip === undefined) throw invalidInput('The subject must have a userId or an ip.');
    const user = userId === undefined ? undefined : await ask('user', `u:${userId}`, cost);
    if (user?.allowed === false || ip === undefined) return counted(user as RateLimitDecision);
    const address = await ask('ip', `ip:${ip}`, cost);
    return counted(user === undefined || !address.allowed || address.remaining < user.remaining ? address : user);
  }

  return {
    name,
    tiers,
    check,
    async enforce(subject, cost) {
      const result = await check(subject, cost);
      if (result.allowed) return result;
      throw new SentinelError(
        'RATE_LIMITED',
        `[@llm-sentinel/resilience] The limit '${name}' is reached (${result.reason}); try again in ${result.retryAfterMs} ms.`,
        { details: { decision: result, retryAfterMs: result.retryAfterMs } },
      );
    },
  };
}

function decision(
  subject: string,
  outcome: RateLimitOutcome,
  tiers: readonly RateLimitTier[],
  counted: RateLimitDecision['outcome'],
): RateLimitDecision {
  const tier = tiers[outcome.tier] as RateLimitTier;
  const short = tier.name.slice(tier.name.indexOf(':') + 1);
  return {
    allowed: outcome.allowed,
    reason: outcome.allowed ? null : `${subject} ${short}`,
    retryAfterMs: outcome.retryAfterMs,
    remaining: outcome.remaining,
    limit: sizeOf(tier),
    resetMs: outcome.resetMs,
    tier: short,
    outcome: counted,
  };
}

/** Units of a tier in all: those of a burst, or of a window. */
export function sizeOf(tier: RateLimitTier): number {
  return tier.kind === 'rate' ? tier.burst : tier.limit;
}

function tiersOf(name: string, options: RateLimiterOptions): readonly RateLimitTier[] {
  const limit = (option: 'perSecond' | 'perMinute' | 'perHour', fallback: number): number | false =>
    options[option] === false ? false : number(option, options[option], fallback, { min: 0.001, max: 1e9 });
  const [perSecond, perMinute, perHour] = [limit('perSecond', 10), limit('perMinute', 100), limit('perHour', 1_000)];
  const tiers: RateLimitTier[] = [];
  if (perSecond !== false) {
    // One unit at least, or nothing would ever pass.
    const usual = Math.max(1, 2 * perSecond);
    const burst = number('burst', options.burst, usual, { min: 1, max: 1e9 });
    tiers.push({ kind: 'rate', name: `${name}:perSecond`, perSecond, burst });
  } else if (options.burst !== undefined) {
    throw invalidOption('`burst` needs `perSecond`.');
  }
  if (perMinute !== false)
    tiers.push({ kind: 'window', name: `${name}:perMinute`, limit: perMinute, windowMs: 60_000 });
  if (perHour !== false) tiers.push({ kind: 'window', name: `${name}:perHour`, limit: perHour, windowMs: 3_600_000 });
  if (tiers.length === 0) throw invalidOption('One of `perSecond`, `perMinute` and `perHour` must be a number.');
  return tiers;
}

function scaled(tier: RateLimitTier, share: number): RateLimitTier {
  if (tier.kind === 'window') return { ...tier, limit: Math.max(1, tier.limit * share) };
  return { ...tier, perSecond: tier.perSecond * share, burst: Math.max(1, tier.burst * share) };
}

function invalidInput(message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/resilience] ${message}`);
}
