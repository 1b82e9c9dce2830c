import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Slows down who tries one credential after the other. */
export interface GuessLimit {
  /** Milliseconds that an address still has to wait; 0 when it may try. */
  waitMs(address: string): number;
  failed(address: string, credential: string): void;
  succeeded(address: string): void;
}

interface Guesses {
  /** Digests of what was tried: the same again is no new guess, but a script with an old token. */
  readonly tried: Set<string>;
  blockedUntil: number;
}

const FREE_GUESSES = 5;
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 300_000;
const MAX_ADDRESSES = 10_000;
const FORGET_MS = 3_600_000;

/** After five wrong credentials from an address it waits a second, then two, four, up to five minutes. */
export function createGuessLimit(now: () => number): GuessLimit {
  const guesses = new LRUCache<string, Guesses>({ max: MAX_ADDRESSES });
  const lastAt = new LRUCache<string, number>({ max: MAX_ADDRESSES });

  function recent(address: string): Guesses | undefined {
    const last = lastAt.get(address);
    return last !== undefined && now() - last < FORGET_MS ? guesses.get(address) : undefined;
  }

  return {
    waitMs: (address) => Math.max(0, (recent(address)?.blockedUntil ?? 0) - now()),
    failed(address, credential) {
      const known = recent(address) ?? { tried: new Set<string>(), blockedUntil: 0 };
      const digest = createHash('sha256').update(credential).digest('base64');
      if (known.tried.has(digest)) return;
      known.tried.add(digest);
      const over = known.tried.size - FREE_GUESSES;
      if (over >= 0) known.blockedUntil = now() + Math.min(FIRST_WAIT_MS * 2 ** over, MAX_WAIT_MS);
      guesses.set(address, known);
      lastAt.set(address, now());
    },
    succeeded(address) {
      guesses.delete(address);
      lastAt.delete(address);
    },
  };
}
