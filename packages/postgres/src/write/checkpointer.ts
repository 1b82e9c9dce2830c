import type { Telemetry } from '@llm-sentinel/core';
import type { ChainHead } from '../chain/chain.js';
import { type Checkpoint, type CheckpointSink, signCheckpoint } from '../chain/checkpoint.js';
import type { Signer } from '../chain/signer.js';
import { invalidOption, number, onlyKnown } from '../check.js';

/** How often checkpoints are made, and where they go. */
export interface CheckpointOptions {
  /** Signs them. */
  readonly signer: Signer;
  /** Where checkpoints go outside the database. Only there they show a log that was cut off or rewritten. */
  readonly sink: CheckpointSink;
  /** Entries between two checkpoints at most, 1 to 1,000,000,000. @default 10_000 */
  readonly everyEntries?: number;
  /** Milliseconds between two checkpoints at most, while there are new entries; 10 to 86,400,000. @default 60_000 */
  readonly everyMs?: number;
}

/** Signs where the chain stands, from time to time and at the end. */
export interface Checkpointer {
  /** After entries were stored. */
  entriesWritten(count: number): void;
  /** A checkpoint now; undefined when nothing was written since the last. */
  take(kind: Checkpoint['kind']): Promise<Checkpoint | undefined>;
  /** Class of the last failure; undefined when the last checkpoint went well. */
  readonly failure: string | undefined;
  close(): Promise<void>;
}

export function createCheckpointer(
  options: CheckpointOptions,
  head: () => ChainHead,
  store: (checkpoint: Checkpoint) => Promise<void>,
  telemetry: Telemetry | undefined,
): Checkpointer {
  onlyKnown(options, ['signer', 'sink', 'everyEntries', 'everyMs'] satisfies (keyof CheckpointOptions)[]);
  const { signer, sink } = options;
  if (typeof signer?.sign !== 'function') throw invalidOption('`checkpoints.signer` must be a signer.');
  if (typeof sink !== 'function') throw invalidOption('`checkpoints.sink` must be a function.');
  const everyEntries = number('checkpoints.everyEntries', options.everyEntries, 10_000, {
    min: 1,
    max: 1e9,
    whole: true,
  });
  const everyMs = number('checkpoints.everyMs', options.everyMs, 60_000, { min: 10, max: 86_400_000, whole: true });
  let sinceLast = 0;
  let lastSeq = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taking: Promise<unknown> = Promise.resolve();
  let failure: string | undefined;

  async function takeNow(kind: Checkpoint['kind']): Promise<Checkpoint | undefined> {
    clearTimeout(timer);
    timer = undefined;
    const current = head();
    if (current.seq === lastSeq) return undefined;
    sinceLast = 0;
    try {
      const checkpoint = await signCheckpoint(signer, kind, [current], Date.now());
      // The one outside first: it is the one that counts.
      await sink(checkpoint);
      lastSeq = current.seq;
      await store(checkpoint);
      failure = undefined;
      return checkpoint;
    } catch (error) {
      failure = error instanceof Error ? error.name : typeof error;
      telemetry?.increment('errors_total', { component: 'audit', error_type: `checkpoint ${failure}` });
      throw error;
    }
  }

  function take(kind: Checkpoint['kind']): Promise<Checkpoint | undefined> {
    const result = taking.then(() => takeNow(kind));
    taking = result.catch(() => {});
    return result;
  }

  return {
    entriesWritten(count) {
      sinceLast += count;
      if (sinceLast >= everyEntries) {
        void take('periodic').catch(() => {});
      } else if (timer === undefined) {
        timer = setTimeout(() => void take('periodic').catch(() => {}), everyMs);
        timer.unref();
      }
    },
    take,
    get failure() {
      return failure;
    },
    async close() {
      await take('shutdown').finally(() => clearTimeout(timer));
    },
  };
}
