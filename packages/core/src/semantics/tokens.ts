// Words as numbers: the sweep hashes each word in its folded form, and nothing after it looks at characters again.

/** The words and signs of a text, as parallel lists. Reused between texts: read it before the next text is read. */
export interface Tokens {
  count: number;
  /** 32-bit hash of the folded word; `NUMBER` for digits alone; of a sign its code unit. */
  hash: Int32Array;
  /** Offset of the first code unit. */
  start: Int32Array;
  /** One past the last code unit. */
  end: Int32Array;
  /** `WORD`, `SINGLE`, `SIGN` or `STOP`. */
  kind: Uint8Array;
}

/** Hash of whatever is digits alone: amounts and years teach nothing by their value. */
export const NUMBER = 0x4e756d;

// FNV-1a (Fowler, Noll & Vo) over UTF-16 units; then a step of MurmurHash3's finaliser (Appleby), because tables take the upper bits.
export const HASH_START = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

export function createTokens(): Tokens {
  const size = 256;
  return {
    count: 0,
    hash: new Int32Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    kind: new Uint8Array(size),
  };
}

export function addToken(into: Tokens, hash: number, start: number, end: number, kind: number): void {
  const at = into.count++;
  if (at === into.hash.length) grow(into);
  into.hash[at] = hash;
  into.start[at] = start;
  into.end[at] = end;
  into.kind[at] = kind;
}

/** Forgets what lies within the first characters of the text; offsets then count from behind them. */
export function dropTokens(tokens: Tokens, chars: number): void {
  const { hash, start, end, kind } = tokens;
  let first = 0;
  while (first < tokens.count && (end[first] as number) <= chars) first++;
  const count = tokens.count - first;
  hash.copyWithin(0, first, tokens.count);
  kind.copyWithin(0, first, tokens.count);
  for (let k = 0; k < count; k++) {
    start[k] = Math.max(0, (start[first + k] as number) - chars);
    end[k] = (end[first + k] as number) - chars;
  }
  tokens.count = count;
}

/** Makes room for so many tokens. */
export function reserveTokens(tokens: Tokens, count: number): void {
  while (tokens.hash.length < count) grow(tokens);
}

function grow(tokens: Tokens): void {
  const size = tokens.hash.length * 2;
  tokens.hash = copied(tokens.hash, new Int32Array(size));
  tokens.start = copied(tokens.start, new Int32Array(size));
  tokens.end = copied(tokens.end, new Int32Array(size));
  tokens.kind = copied(tokens.kind, new Uint8Array(size));
}

function copied<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
