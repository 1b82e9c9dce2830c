import type { Checkpoint } from '../chain/checkpoint.js';
import type { CheckSignature } from '../chain/signer.js';
import { createVerifier, type VerifyResult } from '../chain/verifier.js';
import { onlyKnown } from '../check.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import { storedCheckpoints } from '../sql/checkpoints.js';
import type { SqlClient } from '../sql/client.js';
import { chainRanges, entryPages, RANGE_OPTIONS, type TimeRange } from './entry-pages.js';

/** What to verify, and against what. */
export interface VerifyOptions extends TimeRange {
  /** From outside the database: what the sink was given. Without them nobody can tell a log that was cut off or rewritten. @default none */
  readonly checkpoints?: Iterable<Checkpoint> | AsyncIterable<Checkpoint>;
  /** Called after each page with the number of entries so far. */
  readonly onProgress?: (entries: number) => void;
  /** Ends it early: it rejects with the signal's reason. @default it goes on to the end */
  readonly signal?: AbortSignal;
}

const KNOWN: readonly string[] = [
  ...RANGE_OPTIONS,
  'checkpoints',
  'onProgress',
  'signal',
] satisfies (keyof VerifyOptions)[];

/**
 * Reads the log, or a range of it, and follows every chain. Of a range, each chain is followed from its first entry in it to
 * its last: also over those in between that a clock put outside of it.
 */
export async function verifyLog(
  client: SqlClient,
  checkSignature: CheckSignature | undefined,
  options: VerifyOptions,
): Promise<VerifyResult> {
  onlyKnown(options, KNOWN);
  const { checkpoints = [], onProgress, signal } = options;
  const isPart = options.from !== undefined || options.to !== undefined;
  const verifier = createVerifier({ checkSignature, isPart });
  for await (const checkpoint of checkpoints) verifier.checkpoint(checkpoint);
  for await (const checkpoint of storedCheckpoints(client)) verifier.checkpoint(checkpoint);
  let entries = 0;
  const follow = async (pages: AsyncIterable<ChainedEntry[]>): Promise<void> => {
    for await (const page of pages) {
      signal?.throwIfAborted();
      for (const entry of page) verifier.entry(entry);
      entries += page.length;
      onProgress?.(entries);
    }
  };
  if (isPart) for (const range of await chainRanges(client, options)) await follow(entryPages(client, range));
  else await follow(entryPages(client));
  return verifier.finish();
}
