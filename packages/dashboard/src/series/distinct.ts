// Counts distinct values by their hashes: exactly while they are few, then by HyperLogLog with the estimator of O. Ertl, "New
// cardinality estimation algorithms for HyperLogLog sketches" (2017), which needs no tables and has no bias in between.

/** 1,024 registers: a standard error of 1.04 / √1024 = 3.25 %. */
const INDEX_BITS = 10;
export const REGISTERS = 1 << INDEX_BITS;
const HASH_BITS = 32 - INDEX_BITS;

/** Some hashes, and how many they are. */
export interface Distinct {
  /** While exact. */
  hashes: Set<number> | null;
  /** Of HyperLogLog, from then on. */
  registers: Uint8Array | null;
}

export function createDistinct(): Distinct {
  return { hashes: null, registers: null };
}

/** 32 bits of a text, well mixed: the multiply-and-shift of MurmurHash over UTF-16 code units. */
export function hashText(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Adds a hash. Up to `exact` hashes are kept apart. */
export function addHash(distinct: Distinct, hash: number, exact: number): void {
  if (distinct.registers !== null) {
    addToRegisters(distinct.registers, hash);
    return;
  }
  distinct.hashes ??= new Set();
  distinct.hashes.add(hash);
  if (distinct.hashes.size > exact) toRegisters(distinct);
}

/** Adds what another sketch has seen. */
export function addRegisters(distinct: Distinct, registers: Uint8Array): void {
  const own = toRegisters(distinct);
  for (let i = 0; i < REGISTERS; i++) if (registers[i]! > own[i]!) own[i] = registers[i]!;
}

export function countDistinct({ hashes, registers }: Distinct): number {
  return registers === null ? (hashes?.size ?? 0) : Math.round(estimate(registers));
}

function toRegisters(distinct: Distinct): Uint8Array {
  if (distinct.registers !== null) return distinct.registers;
  const registers = new Uint8Array(REGISTERS);
  for (const hash of distinct.hashes ?? []) addToRegisters(registers, hash);
  distinct.registers = registers;
  distinct.hashes = null;
  return registers;
}

function addToRegisters(registers: Uint8Array, hash: number): void {
  const index = hash >>> HASH_BITS;
  // The marker bit ends the run of zeros where the hash does.
  const rank = Math.clz32((hash << INDEX_BITS) | (1 << (INDEX_BITS - 1))) + 1;
  if (rank > registers[index]!) registers[index] = rank;
}

function estimate(registers: Uint8Array): number {
  const counts = new Array<number>(HASH_BITS + 2).fill(0);
  for (const register of registers) counts[register]! += 1;
  let sum = REGISTERS * tau(1 - counts[HASH_BITS + 1]! / REGISTERS);
  for (let rank = HASH_BITS; rank >= 1; rank--) sum = 0.5 * (sum + counts[rank]!);
  sum += REGISTERS * sigma(counts[0]! / REGISTERS);
  return (REGISTERS * REGISTERS) / (2 * Math.LN2 * sum);
}

function sigma(start: number): number {
  if (start === 1) return Number.POSITIVE_INFINITY;
  let [x, y, sum, before] = [start, 1, start, Number.NaN];
  while (sum !== before) {
    x *= x;
    before = sum;
    sum += x * y;
    y += y;
  }
  return sum;
}

function tau(start: number): number {
  if (start === 0 || start === 1) return 0;
  let [x, y, sum, before] = [start, 1, 1 - start, Number.NaN];
  while (sum !== before) {
    x = Math.sqrt(x);
    before = sum;
    y *= 0.5;
    sum -= (1 - x) ** 2 * y;
  }
  return sum / 3;
}
