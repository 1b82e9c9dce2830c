import { setTimeout as sleep } from 'node:timers/promises';
import { number, onlyKnown } from '../check.js';

/** One place in the tree of calls, as V8 reports it. */
interface CpuProfileNode {
  /** Unique in the profile. */
  readonly id: number;
  /** The function, and where it begins. */
  readonly callFrame: {
    /** '' of a function without a name. */
    readonly functionName: string;
    /** File of the function. */
    readonly url: string;
    /** From 0. */
    readonly lineNumber: number;
    /** From 0. */
    readonly columnNumber: number;
    /** V8's id of the file. */
    readonly scriptId: string;
  };
  /** Ids of the nodes that it called. */
  readonly children?: readonly number[] | undefined;
}

/** What DevTools, speedscope and VS Code open as `.cpuprofile`. */
export interface CpuProfile {
  /** The tree of calls, the root first. */
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

/** How long to look, and how closely. Milliseconds where nothing else is said. */
export interface CpuProfileOptions {
  /** How long to look, in milliseconds; 1 to 300,000. @default 10_000 */
  readonly durationMs?: number;
  /** Time between samples, 100 to 100,000 microseconds. Shorter sees more and costs more. @default 1_000 */
  readonly intervalUs?: number;
  /** Ends it early; what was seen until then is returned. @default it looks for all of `durationMs` */
  readonly signal?: AbortSignal;
}

/**
 * Samples what this process computes. Names of functions and files are in the profile, no arguments and no texts.
 *
 * @throws SentinelError INVALID_OPTION, as a rejection, naming the option and what it must be.
 * @example
 * await writeFile('scan.cpuprofile', JSON.stringify(await cpuProfile({ durationMs: 5_000 })));
 */
export async function cpuProfile(options: CpuProfileOptions = {}): Promise<CpuProfile> {
  onlyKnown(options, ['durationMs', 'intervalUs', 'signal'] satisfies (keyof CpuProfileOptions)[]);
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
