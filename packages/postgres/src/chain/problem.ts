/** What can be wrong with a log. */
export type ProblemKind =
  /** An entry is not as it was written. */
  | 'altered'
  /** Entries are gone from the middle or from the start of a chain. */
  | 'missing'
  /** Entries have changed places. */
  | 'reordered'
  /** A place in a chain has two entries. */
  | 'duplicate'
  /** A checkpoint is not as it was signed, or nobody trusted signed it. */
  | 'bad_checkpoint'
  /** Entries that a checkpoint vouches for are gone from the end of a chain. */
  | 'truncated';

/** One thing that is wrong, and where. */
export interface Problem {
  /** What is wrong, for programs. */
  readonly kind: ProblemKind;
  /** UUID of the chain. */
  readonly chain_id: string;
  /** The first place concerned. */
  readonly seq: number;
  /** One sentence for a person. */
  readonly message: string;
}
