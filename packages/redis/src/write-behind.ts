/** Does work after the caller's stack, a bounded amount of it, and gives up rather than wait for what is away. */
export interface WriteBehind {
  /** False when there is no room: the work is dropped. */
  add(work: () => Promise<unknown>): boolean;
  /** Resolves when all work added so far is done or has failed. Never rejects. */
  flush(): Promise<void>;
}

export function writeBehind(maxPending: number): WriteBehind {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      if (running.size >= maxPending) return false;
      // In order, because a client sends in the order in which it is asked.
      const promise: Promise<void> = Promise.resolve()
        .then(work)
        .then(
          () => {},
          () => {},
        )
        .finally(() => running.delete(promise));
      running.add(promise);
      return true;
    },
    flush: async () => void (await Promise.all(running)),
  };
}
