import { setTimeout as sleep } from 'node:timers/promises';
import { number } from '../check.js';

/** One place in the tree of calls, as V8 reports it. */
interface CpuProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    /** From 0. */
    readonly lineNumber: number;
    readonly columnNumber: number;
    readonly scriptId: string;
  };
  readonly children?: readonly number[] | undefined;
}

/** What DevTools, speedscope and VS Code open as `.cpuprofile`. */
export interface CpuProfile {
  readonly nodes: readonly CpuProfileNode[];
  /** Microseconds. */
  readonly startTime: number;
  /** Microseconds. */
  readonly endTime: number;
  /** Ids of the nodes that ran, sample by sample. */
  readonly samples?: readonly number[] | undefined;
  /** Microseconds between samples. */
  readonly timeDeltas?: readonly number[] | undefined;
}

export interface CpuProfileOptions {
  /** How long to look, 1 to 300,000. @default 10_000 */
  readonly durationMs?: number;
  /** Time between samples, 100 to 100,000 microseconds. Shorter sees more and costs more. @default 1_000 */
  readonly intervalUs?: number;
  /** Ends it early; what was seen until then is returned. */
  readonly signal?: AbortSignal;
}

/**
 * Samples what this process computes. Names of functions and files are in the profile, no arguments and no texts.
 *
 * @throws SentinelError INVALID_OPTION for a time out of range.
 * @example
 * await writeFile('scan.cpuprofile', JSON.stringify(await cpuProfile({ durationMs: 5_000 })));
 */
export async function cpuProfile(options: CpuProfileOptions = {}): Promise<CpuProfile> {
  const { signal } = options;
  const durationMs = number('durationMs', options.durationMs, 10_000, { min: 1, max: 300_000, whole: true });
  const intervalUs = number('intervalUs', options.intervalUs, 1_000, { min: 100, max: 100_000, whole: true });
  // Loaded when it is needed: not every runtime has it, and the metrics do without.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: intervalUs });
    await session.post('Profiler.start');
    await sleep(durationMs, undefined, signal && { signal }).catch(() => {});
    const { profile } = await session.post('Profiler.stop');
    return profile;
  } finally {
    session.disconnect();
  }
}
