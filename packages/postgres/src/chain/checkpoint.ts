import { canonicalJson } from './canonical.js';
import type { ChainHead } from './chain.js';
import { merkleRoot } from './merkle.js';
import type { CheckSignature, Signer } from './signer.js';

/** A run of entries that retention removed: what was before it, and what it ended with. */
export interface DroppedRun extends ChainHead {
  /** Place of the first entry that was removed. */
  readonly first_seq: number;
  /** Hash of the entry before it, hexadecimal. */
  readonly prev_hash: string;
}

/** A signed statement of where chains stood. Kept outside the database, it shows what was cut off or rewritten since. */
export interface Checkpoint {
  /** Version of this form. */
  readonly version: 1;
  /** ISO 8601. */
  readonly created_at: string;
  /** `retention` lists what was removed; the others list heads of chains. */
  readonly kind: 'periodic' | 'shutdown' | 'export' | 'manual' | 'retention';
  /** Where each chain stood, or what was removed of it. */
  readonly heads: readonly (ChainHead | DroppedRun)[];
  /** Merkle tree hash (RFC 6962, 2.1) over the canonical JSON (RFC 8785) of the heads, hexadecimal. */
  readonly root: string;
  /** Names the key that signed, as its `Signer` does. */
  readonly key_id: string;
  /** Ed25519, hexadecimal. */
  readonly signature: string;
}

/** Takes checkpoints to where nobody who can change the database can change them. */
export type CheckpointSink = (checkpoint: Checkpoint) => void | Promise<void>;

const CONTEXT = 'sentinel-audit-checkpoint-v1\n';

export async function signCheckpoint(
  signer: Signer,
  kind: Checkpoint['kind'],
  heads: Checkpoint['heads'],
  now: number,
): Promise<Checkpoint> {
  const unsigned = {
    version: 1,
    created_at: new Date(now).toISOString(),
    kind,
    heads,
    root: merkleRoot(heads).toString('hex'),
    key_id: signer.keyId,
  } as const;
  const signature = await signer.sign(signedBytes(unsigned));
  return { ...unsigned, signature: Buffer.from(signature).toString('hex') };
}

/** Why a checkpoint does not count; undefined when it does. */
export function checkpointProblem(checkpoint: Checkpoint, check: CheckSignature): string | undefined {
  const { heads, root, key_id, created_at, signature } = checkpoint;
  if (merkleRoot(heads).toString('hex') !== root) return 'its heads do not give its root';
  const verdict = check(key_id, created_at, signedBytes(checkpoint), Buffer.from(signature, 'hex'));
  if (verdict === 'valid') return undefined;
  return verdict === 'invalid' ? 'its signature does not hold' : `its key ${key_id} is ${verdict}`;
}

/** The heads are signed through their root. */
function signedBytes({ version, created_at, kind, heads, root, key_id }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(CONTEXT + canonicalJson({ version, created_at, kind, heads: heads.length, root, key_id }));
}
