import { idOf, matches } from './api-key.js';
import type { KeyRecord } from './key-file.js';

/** Who is calling. */
export type Caller = Pick<KeyRecord, 'id' | 'alias' | 'scopes' | 'quota'>;

export interface KeyRing {
  /** The owner of a key; undefined when it is unknown, wrong or expired. */
  find(secret: string): Caller | undefined;
  /** Puts other records in place of all. */
  replace(records: readonly KeyRecord[]): void;
  /** Names of all owners, each once. */
  aliases(): readonly string[];
}

interface Entry {
  readonly caller: Caller;
  readonly hash: Buffer;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Compared with when there is no such id, so that known and unknown ids take the same time. */
const NO_KEY = Buffer.alloc(32);

/** The keys that are good now. `now` is in milliseconds since the epoch. */
export function createKeyRing(records: readonly KeyRecord[], now: () => number = Date.now): KeyRing {
  let entries = index(records);
  return {
    find(secret) {
      const entry = entries.get(idOf(secret) ?? '');
      const isRight = matches(secret, entry?.hash ?? NO_KEY);
      return isRight && entry !== undefined && now() < entry.expires ? entry.caller : undefined;
    },
    replace(next) {
      entries = index(next);
    },
    aliases: () => [...new Set([...entries.values()].map(({ caller }) => caller.alias))],
  };
}

function index(records: readonly KeyRecord[]): ReadonlyMap<string, Entry> {
  return new Map(
    records.map(({ id, alias, scopes, quota, hash, expiresAt }) => [
      id,
      {
        caller: Object.freeze({ id, alias, scopes, ...(quota !== undefined && { quota }) }),
        hash: Buffer.from(hash, 'hex'),
        expires: expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
      },
    ]),
  );
}
