import { canonicalJson } from './canonical.js';
import { sha256 } from './hash.js';

/** Merkle tree hash of RFC 6962, 2.1, over the canonical JSON of the items. Of no items the hash of nothing. */
export function merkleRoot(items: readonly unknown[]): Buffer {
  const leaves = items.map((item) => sha256(`\0${canonicalJson(item)}`));
  return treeHash(leaves);
}

function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0] as Buffer;
  // The largest power of two that is smaller than the number of leaves.
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256('\x01', treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}
