import { type Bucket, packBucket, readBucket, readOpenBucket, unpackBucket } from './bucket.js';
import type { Cell, Counts } from './cell.js';

/** Steps of time, the newest `slots` of them. Packed, but for the two written to last. */
export interface BucketRing {
  /** The bucket of a time, to write to. Null when it is older than what is kept. */
  at(time: number): Bucket | null;
  /** Reads the buckets from one time up to but without another, the oldest first. */
  read(from: number, to: number, targetsOf: (start: number, key: number, counts: Counts) => readonly Cell[]): void;
  /** Bytes of the packed buckets. */
  readonly bytes: number;
}

/** Clocks step back, and processes end scans in another order than they began: the bucket before stays open. */
const MAX_OPEN = 2;

export function createBucketRing(stepMs: number, slots: number): BucketRing {
  const packed = new Map<number, Uint8Array>();
  const open: { readonly start: number; readonly bucket: Bucket }[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  let bytes = 0;

  function seal(): void {
    const last = open.pop();
    if (last === undefined) return;
    if (last.start <= newest - slots * stepMs) return;
    const value = packBucket(last.bucket);
    bytes += value.length;
    packed.set(last.start, value);
  }

  function forgetOld(): void {
    const oldest = newest - (slots - 1) * stepMs;
    // All keys, as they are in the order of sealing. Once for each step of time.
    for (const [start, value] of packed) {
      if (start >= oldest) continue;
      bytes -= value.length;
      packed.delete(start);
    }
  }

  function openAt(start: number): Bucket | null {
    if (start <= newest - slots * stepMs) return null;
    if (start > newest) {
      newest = start;
      forgetOld();
    }
    if (open.length >= MAX_OPEN) seal();
    const known = packed.get(start);
    if (known !== undefined) {
      packed.delete(start);
      bytes -= known.length;
    }
    const bucket: Bucket = known === undefined ? new Map() : unpackBucket(known);
    open.unshift({ start, bucket });
    return bucket;
  }

  return {
    at(time) {
      const start = Math.floor(time / stepMs) * stepMs;
      const [first, second] = open;
      if (first?.start === start) return first.bucket;
      if (second?.start !== start) return openAt(start);
      open.reverse();
      return second.bucket;
    },
    read(from, to, targetsOf) {
      const oldest = Math.max(from, newest - (slots - 1) * stepMs);
      for (let start = Math.ceil(oldest / stepMs) * stepMs; start < to && start <= newest; start += stepMs) {
        const known = packed.get(start);
        const pick = (key: number, counts: Counts) => targetsOf(start, key, counts);
        if (known !== undefined) readBucket(known, pick);
        const opened = open.find((each) => each.start === start);
        if (opened !== undefined) readOpenBucket(opened.bucket, pick);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}
