import type { RateLimitOutcome, RateLimitStore, RateLimitTier } from '@llm-sentinel/core';
import { callable, number, onlyKnown } from './check.js';
import { type RecentMap, recentMap } from './recent-map.js';

/** How many keys are remembered, and by which clock. */
export interface MemoryRateLimitStoreOptions {
  /** Keys remembered for each list of tiers; those not seen for the longest time begin anew. About 100 bytes each. @default 100_000 */
  readonly maxKeys?: number;
  /** A clock in milliseconds that never runs backwards. @default performance.now */
  readonly now?: () => number;
}

/** A store whose answers need no waiting. */
export interface MemoryRateLimitStore extends RateLimitStore {
  consume(key: string, tiers: readonly RateLimitTier[], cost: number): RateLimitOutcome;
  /** Keys held. */
  readonly size: number;
}

/** Numbers a tier keeps for a key: a rate, the time at which it will be at rest; a window, its index and two counts. */
const WIDTH = 3;

interface Table {
  readonly states: RecentMap<number[]>;
}

/**
 * Limits of this process alone, computed as `RateLimitTier` says.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function memoryRateLimitStore(options: MemoryRateLimitStoreOptions = {}): MemoryRateLimitStore {
  onlyKnown(options, ['maxKeys', 'now']);
  const maxKeys = number('maxKeys', options.maxKeys, 100_000, { min: 2, max: 10_000_000, whole: true });
  callable('now', options.now);
  const { now = () => performance.now() } = options;
  const tables = new Map<string, Table>();
  // A limiter passes the same list each time.
  const known = new WeakMap<readonly RateLimitTier[], Table>();

  function tableOf(tiers: readonly RateLimitTier[]): Table {
    const table = known.get(tiers);
    if (table !== undefined) return table;
    const signature = JSON.stringify(tiers);
    const shared = tables.get(signature) ?? { states: recentMap<number[]>(maxKeys) };
    tables.set(signature, shared);
    known.set(tiers, shared);
    return shared;
  }

  return {
    consume(key, tiers, cost) {
      const { states } = tableOf(tiers);
      let state = states.get(key);
      if (state === undefined) {
        state = new Array<number>(tiers.length * WIDTH).fill(0);
        states.set(key, state);
      }
      return consumeFrom(state, tiers, cost, now());
    },
    get size() {
      let size = 0;
      for (const { states } of tables.values()) size += states.size;
      return size;
    },
  };
}

/** Looks at all tiers, then takes from all or from none. */
function consumeFrom(state: number[], tiers: readonly RateLimitTier[], cost: number, now: number): RateLimitOutcome {
  let allowed = true;
  let scarcest = 0;
  let remaining = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tiers.length; i++) {
    const tier = tiers[i] as RateLimitTier;
    if (tier.kind === 'window') turnWindow(state, i * WIDTH, tier.windowMs, now);
    const free = freeOf(state, i * WIDTH, tier, now);
    const enough = free >= cost;
    // The first tier that denies is the one to tell of, else the one with the fewest left.
    if (enough ? allowed && free - cost < remaining : allowed) {
      scarcest = i;
      remaining = enough ? free - cost : free;
    }
    if (!enough) allowed = false;
  }
  if (allowed) for (let i = 0; i < tiers.length; i++) take(state, i * WIDTH, tiers[i] as RateLimitTier, cost, now);
  const tier = tiers[scarcest] as RateLimitTier;
  return {
    allowed,
    remaining: Math.max(0, Math.floor(remaining)),
    retryAfterMs: allowed ? 0 : waitFor(state, scarcest * WIDTH, tier, cost, now),
    resetMs: resetOf(state, scarcest * WIDTH, tier, now),
    tier: scarcest,
  };
}

function turnWindow(state: number[], at: number, windowMs: number, now: number): void {
  const index = Math.floor(now / windowMs);
  const before = state[at] as number;
  if (index === before) return;
  state[at + 2] = index === before + 1 ? (state[at + 1] as number) : 0;
  state[at + 1] = 0;
  state[at] = index;
}

// A count is of whole units: what rounding leaves of one must not deny it.
const EPSILON = 1e-9;

function freeOf(state: number[], at: number, tier: RateLimitTier, now: number): number {
  if (tier.kind === 'rate') {
    const restAt = Math.max(now, state[at] as number);
    return tier.burst - ((restAt - now) * tier.perSecond) / 1_000 + EPSILON;
  }
  const elapsed = now / tier.windowMs - (state[at] as number);
  return tier.limit - (state[at + 1] as number) - (state[at + 2] as number) * (1 - elapsed) + EPSILON;
}

function take(state: number[], at: number, tier: RateLimitTier, cost: number, now: number): void {
  if (tier.kind === 'rate') state[at] = Math.max(now, state[at] as number) + (cost * 1_000) / tier.perSecond;
  else state[at + 1] = (state[at + 1] as number) + cost;
}

function waitFor(state: number[], at: number, tier: RateLimitTier, cost: number, now: number): number {
  if (tier.kind === 'rate') {
    const lacking = cost - freeOf(state, at, tier, now);
    return Math.ceil((lacking * 1_000) / tier.perSecond);
  }
  const { limit, windowMs } = tier;
  const [index, current, previous] = [state[at] as number, state[at + 1] as number, state[at + 2] as number];
  // More than the tier ever holds: no wait is long enough, and the end of the window as good an answer as another.
  if (cost > limit) return resetOf(state, at, tier, now);
  // Within this window while its own count leaves room, else in the next, where that count fades.
  const share = current + cost <= limit ? 1 - (limit - current - cost) / previous : 2 - (limit - cost) / current;
  return Math.max(1, Math.ceil((index + share) * windowMs - now));
}

function resetOf(state: number[], at: number, tier: RateLimitTier, now: number): number {
  if (tier.kind === 'rate') return Math.max(0, Math.ceil((state[at] as number) - now));
  return Math.ceil(((state[at] as number) + 1) * tier.windowMs - now);
}
