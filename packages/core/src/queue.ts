import { SentinelError } from './errors.js';
import type { QueueOptions } from './options.js';

/** A bounded queue that hands events over in batches. */
export interface Queue<T> {
  push(event: T): void;
  /** Resolves when everything queued before the call has been written or given up. Never rejects. */
  flush(): Promise<void>;
  /** Events waiting, the batch being written included. */
  readonly length: number;
  /** Events given up. */
  readonly dropped: number;
}

/**
 * Calls `write` with batches, one at a time and in order, off the caller's stack. When `maxEvents` wait, new events are dropped.
 * A batch whose `write` rejects or outlasts `timeoutMs` is dropped; `onFailure` is told.
 */
export function createQueue<T>(
  write: (events: readonly T[], signal: AbortSignal) => Promise<void>,
  { maxEvents, batchSize, intervalMs, timeoutMs }: Required<QueueOptions>,
  onFailure: (error: unknown, lost: number) => void,
): Queue<T> {
  let waiting: T[] = [];
  let writing = 0;
  let dropped = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run: Promise<void> | undefined;

  function schedule(): void {
    if (run !== undefined) return;
    if (waiting.length >= batchSize) start();
    else if (timer === undefined) {
      timer = setTimeout(start, intervalMs);
      unref(timer);
    }
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    run ??= drain().finally(() => {
      run = undefined;
      if (waiting.length > 0) schedule();
    });
  }

  async function drain(): Promise<void> {
    // One turn later, so that the caller's stack is left before an adapter runs.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      writing = batch.length;
      try {
        await withTimeout((signal) => write(batch, signal), timeoutMs);
      } catch (error) {
        dropped += batch.length;
        onFailure(error, batch.length);
      }
      writing = 0;
    }
  }

  return {
    push(event) {
      if (waiting.length + writing >= maxEvents) {
        dropped++;
        if (dropped === 1) onFailure(new SentinelError('ADAPTER_FAILED', 'The queue is full.'), 1);
        return;
      }
      waiting.push(event);
      schedule();
    },
    async flush() {
      while (waiting.length > 0 || run !== undefined) {
        start();
        await run;
      }
    },
    get length() {
      return waiting.length + writing;
    },
    get dropped() {
      return dropped;
    },
  };
}

/** Runs `work` and rejects with SentinelError TIMEOUT after `timeoutMs`, aborting its signal; what the work does afterwards is ignored. */
export async function withTimeout<T>(work: (signal: AbortSignal) => Promise<T>, timeoutMs: number): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new SentinelError('TIMEOUT', `It took longer than ${timeoutMs} ms.`);
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the process end although the timer runs; a number where timers are numbers. */
function unref(timer: unknown): void {
  (timer as { unref?: () => void }).unref?.();
}
