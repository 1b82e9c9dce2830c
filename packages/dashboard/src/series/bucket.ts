import { addCounts, type Cell, type Counts, createCell } from './cell.js';
import { addHash, addRegisters, type Distinct, REGISTERS } from './distinct.js';
import { createPacker, createUnpacker, type Packer, type Unpacker } from './packing.js';

/** One step of time: its cells by key. */
export type Bucket = Map<number, Cell>;

/** More sessions than this in a cell are estimated. */
export const EXACT_SESSIONS = 160;
/** More sessions than this in an answer are estimated. */
const EXACT_IN_SUMS = 4_096;

const packer = createPacker();

/** A bucket in a few hundred bytes, for as long as it is kept. */
export function packBucket(bucket: Bucket): Uint8Array {
  packer.uint(bucket.size);
  for (const [key, cell] of bucket) {
    packer.uint(key);
    packCounts(packer, cell);
    packHistogram(packer, cell.latency);
    packHistogram(packer, cell.risk);
    packer.block(() => {
      packer.uint(cell.rules.size);
      for (const [rule, { scans, blocked }] of cell.rules) {
        packer.uint(rule);
        packer.uint(scans);
        packer.uint(blocked);
      }
      packSessions(packer, cell.sessions);
    });
  }
  return packer.take();
}

/** Where a cell that is read is added to. */
export interface Target {
  /** Takes counts and histograms. */
  readonly figures: Cell;
  /** Takes rules and sessions, which cost more. */
  readonly details: Cell | null;
}

/** Says where a cell is added to; null for nowhere. */
export type Pick = (key: number, counts: Counts) => Target | null;

/** The cells of a packed bucket, to go on with it. */
export function unpackBucket(packed: Uint8Array): Bucket {
  const bucket: Bucket = new Map();
  readBucket(packed, (key) => {
    const cell = createCell();
    bucket.set(key, cell);
    return { figures: cell, details: cell };
  });
  return bucket;
}

/** Adds each cell of a packed bucket to where it belongs. */
export function readBucket(packed: Uint8Array, pick: Pick): void {
  const unpacker = createUnpacker(packed);
  for (let left = unpacker.uint(); left > 0; left--) {
    const key = unpacker.uint();
    const counts = unpackCounts(unpacker);
    const target = pick(key, counts);
    if (target !== null) addCounts(target.figures, counts);
    unpackHistogram(unpacker, target?.figures.latency);
    unpackHistogram(unpacker, target?.figures.risk);
    const end = unpacker.blockEnd();
    const details = target?.details ?? null;
    if (details !== null) {
      for (let rules = unpacker.uint(); rules > 0; rules--) {
        addRule(details, unpacker.uint(), unpacker.uint(), unpacker.uint());
      }
      unpackSessions(unpacker, details.sessions);
    }
    unpacker.goTo(end);
  }
}

/** The same for a bucket that is still written to. */
export function readOpenBucket(bucket: Bucket, pick: Pick): void {
  for (const [key, cell] of bucket) {
    const target = pick(key, cell);
    if (target === null) continue;
    addFigures(target.figures, cell);
    if (target.details === null) continue;
    for (const [rule, { scans, blocked }] of cell.rules) addRule(target.details, rule, scans, blocked);
    const { hashes, registers } = cell.sessions;
    if (registers !== null) addRegisters(target.details.sessions, registers);
    for (const hash of hashes ?? []) addHash(target.details.sessions, hash, EXACT_IN_SUMS);
  }
}

/** Adds counts and histograms. */
export function addFigures(target: Cell, cell: Cell): void {
  addCounts(target, cell);
  for (let bin = 0; bin < cell.latency.length; bin++) target.latency[bin]! += cell.latency[bin]!;
  for (let bin = 0; bin < cell.risk.length; bin++) target.risk[bin]! += cell.risk[bin]!;
}

export function addRule({ rules }: Cell, rule: number, scans: number, blocked: number): void {
  const known = rules.get(rule);
  if (known === undefined) {
    rules.set(rule, { scans, blocked });
  } else {
    known.scans += scans;
    known.blocked += blocked;
  }
}

function packCounts(to: Packer, counts: Counts): void {
  to.uint(counts.scans);
  to.uint(counts.blocked);
  to.uint(counts.flagged);
  to.uint(counts.redacted);
  to.uint(counts.errors);
  to.float(counts.riskSum);
  to.float(counts.latencyMax);
}

function unpackCounts(from: Unpacker): Counts {
  return {
    scans: from.uint(),
    blocked: from.uint(),
    flagged: from.uint(),
    redacted: from.uint(),
    errors: from.uint(),
    riskSum: from.float(),
    latencyMax: from.float(),
  };
}

/** Only the bins that are not empty, each by its distance from the one before. */
function packHistogram(to: Packer, counts: Uint32Array): void {
  let used = 0;
  for (let bin = 0; bin < counts.length; bin++) if (counts[bin] !== 0) used += 1;
  to.uint(used);
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] === 0) continue;
    to.uint(bin - before);
    to.uint(counts[bin]!);
    before = bin;
  }
}

function unpackHistogram(from: Unpacker, target: Uint32Array | undefined): void {
  let bin = 0;
  for (let used = from.uint(); used > 0; used--) {
    bin += from.uint();
    const count = from.uint();
    if (target !== undefined) target[bin]! += count;
  }
}

/** 0 and the registers, or one more than the number of hashes and these, each by its distance from the one before. */
function packSessions(to: Packer, sessions: Distinct): void {
  if (sessions.registers !== null) {
    to.uint(0);
    to.bytes(packRegisters(sessions.registers));
    return;
  }
  const sorted = Uint32Array.from(sessions.hashes ?? []).sort();
  to.uint(sorted.length + 1);
  let before = 0;
  for (const hash of sorted) {
    to.uint(hash - before);
    before = hash;
  }
}

function unpackSessions(from: Unpacker, target: Distinct): void {
  const size = from.uint();
  if (size === 0) {
    addRegisters(target, unpackRegisters(from.bytes(PACKED_REGISTERS)));
    return;
  }
  let hash = 0;
  for (let left = size - 1; left > 0; left--) {
    hash += from.uint();
    addHash(target, hash | 0, EXACT_IN_SUMS);
  }
}

/** Bytes of the registers, when each, of at most 23, has five bits. */
const PACKED_REGISTERS = (REGISTERS / 8) * 5;

function packRegisters(registers: Uint8Array): Uint8Array {
  const packed = new Uint8Array(PACKED_REGISTERS);
  let [bits, held, at] = [0, 0, 0];
  for (const register of registers) {
    bits = (bits << 5) | register;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    packed[at++] = bits >>> held;
    bits &= (1 << held) - 1;
  }
  return packed;
}

function unpackRegisters(packed: Uint8Array): Uint8Array {
  const registers = new Uint8Array(REGISTERS);
  let [bits, held, at] = [0, 0, 0];
  for (const byte of packed) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) registers[at++] = (bits >>> (held - 5)) & 31;
    bits &= (1 << held) - 1;
  }
  return registers;
}
