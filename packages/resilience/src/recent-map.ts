/** A map that forgets what was not used for long, so that it never holds more than `max` entries. */
export interface RecentMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  readonly size: number;
  clear(): void;
}

/**
 * Two generations: what is used moves to the young one; when that is full it becomes the old one, and the old one is dropped. Keeps
 * at least the `max / 2` entries used last, at half the cost of a list in the order of use.
 */
export function recentMap<T>(max: number): RecentMap<T> {
  const half = Math.max(1, Math.floor(max / 2));
  let young = new Map<string, T>();
  let old = new Map<string, T>();

  function add(key: string, value: T): void {
    if (young.size >= half && !young.has(key)) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  }

  return {
    get(key) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older === undefined) return undefined;
      old.delete(key);
      add(key, older);
      return older;
    },
    set(key, value) {
      old.delete(key);
      add(key, value);
    },
    get size() {
      return young.size + old.size;
    },
    clear() {
      young.clear();
      old.clear();
    },
  };
}
