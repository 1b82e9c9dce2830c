import { type ChainedEntry, type EntryDraft, SCHEMA_VERSION } from '../entry/audit-entry.js';
import { genesisHash, leafHash, linkHash } from './hash.js';

/** Where a chain stands: its last entry. */
export interface ChainHead {
  /** UUID of the chain. */
  readonly chain_id: string;
  /** 0 before the first entry. */
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** The chain of one writer. */
export interface Chain {
  /** Gives each draft the next place. What is extended must be stored, or the chain has a hole. */
  extend(drafts: readonly EntryDraft[]): ChainedEntry[];
  readonly head: ChainHead;
}

export function createChain(chainId: string): Chain {
  let seq = 0;
  let hash = genesisHash(chainId);

  function next(draft: EntryDraft): ChainedEntry {
    const entry = { ...draft, chain_id: chainId, seq: seq + 1, schema_version: SCHEMA_VERSION };
    const previous = hash;
    hash = linkHash(previous, entry.seq, leafHash(entry));
    seq = entry.seq;
    return { ...entry, prev_hash: previous, hash };
  }

  return {
    extend: (drafts) => drafts.map(next),
    get head() {
      return { chain_id: chainId, seq, hash };
    },
  };
}
