import { type Bucket, packBucket, readBucket, readOpenBucket, type Target, unpackBucket } from './bucket.js';
import type { Counts } from './cell.js';

/** Steps of time, the newest `slots` of them. Packed, but for the two written to last. */
export interface BucketRing {
  /** The bucket of a time, to write to. Null when it is older than what is kept. */
  at(time: number): Bucket | null;
  /** Reads the buckets from one time up to but without another, the oldest first. */
  read(from: number, to: number, pick: (start: number, key: number, counts: Counts) => Target | null): void;
}

/** Clocks step back, and processes end scans in another order than they began: the bucket before stays open. */
const MAX_OPEN = 2;

export function createBucketRing(stepMs: number, slots: number): BucketRing {
  const packed = new Map<number, Uint8Array>();
  const open: { readonly start: number; readonly bucket: Bucket }[] = [];
  let newest = Number.NEGATIVE_INFINITY;

  function seal(): void {
    const last = open.pop();
    if (last === undefined) return;
    if (last.start <= newest - slots * stepMs) return;
    packed.set(last.start, packBucket(last.bucket));
  }

  function forgetOld(): void {
    const oldest = newest - (slots - 1) * stepMs;
    // All keys, as they are in the order of sealing. Once for each step of time.
    for (const start of packed.keys()) if (start < oldest) packed.delete(start);
  }

  function openAt(start: number): Bucket | null {
    if (start <= newest - slots * stepMs) return null;
    if (start > newest) {
      newest = start;
      forgetOld();
    }
    if (open.length >= MAX_OPEN) seal();
    const known = packed.get(start);
    packed.delete(start);
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
    read(from, to, pick) {
      const oldest = Math.max(from, newest - (slots - 1) * stepMs);
      for (let start = Math.ceil(oldest / stepMs) * stepMs; start < to && start <= newest; start += stepMs) {
        const known = packed.get(start);
        const here = (key: number, counts: Counts) => pick(start, key, counts);
        if (known !== undefined) readBucket(known, here);
        const opened = open.find((each) => each.start === start);
        if (opened !== undefined) readOpenBucket(opened.bucket, here);
      }
    },
  };
}
