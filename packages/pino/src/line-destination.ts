import { close, mkdirSync, openSync, write, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { invalidOption, number } from './check.js';

export interface LineDestinationOptions {
  /** Path of a file, which is appended to, or a file descriptor. */
  readonly to: string | number;
  /** Characters that may wait to be written. @default 8_000_000 */
  readonly maxBufferChars?: number | undefined;
  /** Is told how many lines were lost, once lines are written again. */
  readonly onRecovered: (lost: number) => void;
  /** Is told of each line that is lost. */
  readonly onLineLost?: (() => void) | undefined;
}

/** Where a logger of ours writes to. The methods are those that pino knows of a stream. */
export interface LineDestination {
  /** Takes a line. Never waits, never throws. */
  write(line: string): void;
  /** Calls back when all lines so far are written, or given up because the reader is gone. */
  flush(callback?: () => void): void;
  /** Writes what waits before it returns, however long that takes. For the last moments of a process. */
  flushSync(): void;
  /** Flushes, and takes no more lines. */
  end(callback?: () => void): void;
}

const DEFAULT_BUFFER_CHARS = 8_000_000;
// Some hundred lines: few system calls, and joining them holds up the event loop for some ten microseconds.
const BATCH_CHARS = 64 * 1024;
const RETRY_MS = 100;
// A second in all at the end of a process, for a reader that is behind.
const WAIT_MS = 10;
const MAX_WAITS = 100;
// Readable and writable for the owner alone: a security log tells who attacks, and who is attacked.
const FILE_MODE = 0o600;

interface Batch {
  readonly lines: string[];
  chars: number;
}

/**
 * Writes lines without ever waiting for the reader. While a pipe is full or a disk stuck, lines queue up to a limit and are
 * lost, counted, from there on. A write that fails is tried again. What waits is written when the process exits, also
 * when it ends by an uncaught error.
 *
 * pino's own destination would do, but for two things: its synchronous mode stops the event loop at a full pipe, and the
 * other copies its buffer with each line, which takes as long as all else that a line needs.
 *
 * @throws SentinelError INVALID_OPTION for a file that cannot be opened, here and not with the first line.
 */
export function lineDestination(options: LineDestinationOptions): LineDestination {
  const { to, onRecovered, onLineLost } = options;
  const bounds = { min: 1, whole: true };
  const maxBufferChars = number('maxBufferChars', options.maxBufferChars, DEFAULT_BUFFER_CHARS, bounds);
  const file = typeof to === 'string' ? openForAppend(to) : to;
  const batches: Batch[] = [];
  let waitingChars = 0;
  /** The part of a batch that is not written yet. */
  let chunk: Uint8Array | undefined;
  let state: 'idle' | 'scheduled' | 'writing' | 'retrying' | 'gone' | 'ended' = 'idle';
  let lost = 0;
  let flushed: (() => void)[] = [];

  function lose(): void {
    lost += 1;
    onLineLost?.();
  }

  function takeBatch(): Uint8Array | undefined {
    const batch = batches.shift();
    if (batch === undefined) return undefined;
    waitingChars -= batch.chars;
    return Buffer.from(batch.lines.join(''));
  }

  function writeNext(): void {
    chunk ??= takeBatch();
    if (chunk === undefined) {
      state = 'idle';
      settle();
      return;
    }
    state = 'writing';
    write(file, chunk, 0, chunk.length, null, written);
  }

  function written(error: NodeJS.ErrnoException | null, count: number): void {
    if (state === 'ended') return;
    if (error?.code === 'EPIPE') {
      // Nobody reads, and nobody will.
      state = 'gone';
      for (const { lines } of batches.splice(0)) lines.forEach(lose);
      settle();
      return;
    }
    if (error) {
      // The pipe is full and does not block, or the disk is full: both pass.
      state = 'retrying';
      setTimeout(writeNext, RETRY_MS).unref();
      return;
    }
    chunk = remainder(chunk, count);
    writeNext();
  }

  function settle(): void {
    process.removeListener('exit', flushSync);
    const callbacks = flushed;
    flushed = [];
    for (const callback of callbacks) callback();
    if (lost > 0 && state === 'idle') {
      const count = lost;
      lost = 0;
      onRecovered(count);
    }
  }

  function flushSync(): void {
    if (state === 'gone' || state === 'ended') return;
    // What the thread pool is writing it goes on writing: when the process exits, Node waits for that.
    let rest = state === 'writing' ? undefined : chunk;
    if (state !== 'writing') chunk = undefined;
    rest ??= takeBatch();
    try {
      while (rest !== undefined) rest = remainder(rest, writePatiently(file, rest)) ?? takeBatch();
    } catch {
      // The disk is full, or nobody reads. If the process lives on, there is another time.
      chunk ??= rest;
    }
  }

  return {
    write(line) {
      if (state === 'gone' || state === 'ended' || waitingChars + line.length > maxBufferChars) return lose();
      let batch = batches.at(-1);
      if (batch === undefined || batch.chars >= BATCH_CHARS) {
        batch = { lines: [], chars: 0 };
        batches.push(batch);
      }
      batch.lines.push(line);
      batch.chars += line.length;
      waitingChars += line.length;
      if (state !== 'idle') return;
      state = 'scheduled';
      process.on('exit', flushSync);
      // Not now: the caller is in the middle of a scan.
      setImmediate(writeNext);
    },
    flush(callback = () => {}) {
      if (state === 'idle' || state === 'gone' || state === 'ended') callback();
      else flushed.push(callback);
    },
    flushSync,
    end(callback) {
      this.flush(() => {
        // A descriptor that is closed may by now be that of another file.
        const isOpen = typeof to === 'string' && state !== 'ended';
        state = 'ended';
        if (isOpen) close(file, () => callback?.());
        else callback?.();
      });
    },
  };
}

function remainder(chunk: Uint8Array | undefined, count: number): Uint8Array | undefined {
  return chunk === undefined || count >= chunk.length ? undefined : chunk.subarray(count);
}

/** Writes to a pipe that is full and does not block, too, unless its reader sleeps. */
function writePatiently(file: number, bytes: Uint8Array): number {
  for (let waits = 0; ; waits++) {
    try {
      return writeSync(file, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || waits >= MAX_WAITS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

function openForAppend(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'a', FILE_MODE);
  } catch (cause) {
    throw invalidOption(`\`destination\` must be a file that can be written, got ${path}.`, cause);
  }
}
