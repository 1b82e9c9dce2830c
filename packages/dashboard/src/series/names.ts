/** Names by number, in the order of their first use. Number 0 is `other`: what came after there was no more room. */
export interface Names {
  /** The number of a name, given to it now if it is new. */
  idOf(name: string): number;
  /** The number of a name that is known, or -1. */
  find(name: string): number;
  nameOf(id: number): string;
}

const OTHER = 'other';
const MAX_NAME_LENGTH = 128;

/** At most `max` names: who makes them up may not fill the memory. */
export function createNames(max: number): Names {
  const names = [OTHER];
  const ids = new Map([[OTHER, 0]]);
  return {
    idOf(name) {
      const known = ids.get(name);
      if (known !== undefined) return known;
      if (name.length > MAX_NAME_LENGTH || names.length > max) return 0;
      ids.set(name, names.length);
      return names.push(name) - 1;
    },
    find: (name) => ids.get(name) ?? -1,
    nameOf: (id) => names[id] ?? OTHER,
  };
}
