/** Ids of the last entries, to recognise one that is offered again. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

/** A retry comes within some batches of 500. */
const GENERATION = 5_000;

/** Remembers at least the last 5,000 ids and at most twice as many. */
export function createRecentIds(): RecentIds {
  let current = new Set<string>();
  let previous = new Set<string>();
  return {
    has: (id) => current.has(id) || previous.has(id),
    add(id) {
      if (current.size >= GENERATION) {
        previous = current;
        current = new Set();
      }
      current.add(id);
    },
  };
}
