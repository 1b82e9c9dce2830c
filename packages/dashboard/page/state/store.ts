import { useEffect, useRef, useState } from 'preact/hooks';

/** A value that components follow. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  update(change: (value: T) => T): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value of a store, drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useDerived(store, same);
}

function same<T>(value: T): T {
  return value;
}

/** What is made of a store's value, drawn again when that changes. */
export function useDerived<T, Derived>(store: Store<T>, derive: (value: T) => Derived): Derived {
  const [, redraw] = useState(() => derive(store.get()));
  const latest = useRef(derive);
  latest.current = derive;
  useEffect(() => {
    const follow = () => redraw(() => latest.current(store.get()));
    // It may have changed between drawing and now.
    follow();
    return store.subscribe(follow);
  }, [store]);
  return derive(store.get());
}
