import { createHash, hash } from 'node:crypto';
import type { AuditEntry } from '../entry/audit-entry.js';
import { canonicalEntry } from './canonical.js';

/** Bytes of a SHA-256. */
const HASH_BYTES = 32;
const GENESIS = 'sentinel-audit-v1';

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/** `prev_hash` of the first entry of a chain: SHA-256("sentinel-audit-v1" ‖ chain id). Hexadecimal. */
export function genesisHash(chainId: string): string {
  return sha256(GENESIS + chainId).toString('hex');
}

// One buffer for all links: prefix, previous hash, sequence number, leaf. Nothing is awaited between its writes and its read.
const link = Buffer.alloc(1 + HASH_BYTES + 8 + HASH_BYTES);
link[0] = 1;

/** SHA-256(0x00 ‖ JCS(entry)). The prefix keeps a leaf from passing for a link, as in RFC 6962. Hexadecimal, which is half the cost of a buffer. */
export function leafHash(entry: AuditEntry): string {
  return hash('sha256', `\0${canonicalEntry(entry)}`, 'hex');
}

/** SHA-256(0x01 ‖ previous hash ‖ seq as 64 bits, big-endian ‖ leaf). Takes and gives hexadecimal. */
export function linkHash(previousHash: string, seq: number, leaf: string): string {
  writeHash(previousHash, 1);
  // A place that is none, which only tampering makes, gives a hash that fits nothing.
  const place = Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
  // Two halves: a BigInt would cost as much as the hash.
  link.writeUInt32BE(Math.floor(place / 2 ** 32), 1 + HASH_BYTES);
  link.writeUInt32BE(place % 2 ** 32, 1 + HASH_BYTES + 4);
  writeHash(leaf, 1 + HASH_BYTES + 8);
  return hash('sha256', link, 'hex');
}

/** A hash that is none would be written short and leave the last one's bytes: zeros, which fit nothing, take its place. */
function writeHash(hexadecimal: string, offset: number): void {
  const isText = typeof hexadecimal === 'string' && hexadecimal.length === 2 * HASH_BYTES;
  if (!isText || link.write(hexadecimal, offset, 'hex') !== HASH_BYTES) link.fill(0, offset, offset + HASH_BYTES);
}
