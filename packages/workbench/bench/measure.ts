/** What repeated runs of one piece of work took, in microseconds a run. */
export interface Timing {
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly runs: number;
}

/** Runs `work` for about `ms` milliseconds after a warm-up of a third of that, each run timed on its own. */
export function measure(work: () => unknown, ms = 600): Timing {
  const warm = performance.now() + ms / 3;
  do kept = work();
  while (performance.now() < warm);
  const times: number[] = [];
  const until = performance.now() + ms;
  let before = performance.now();
  do {
    kept = work();
    const now = performance.now();
    times.push((now - before) * 1000);
    before = now;
  } while (before < until);
  return summarise(times);
}

/** The same for work that has to be waited for. */
export async function measureAsync(work: () => Promise<unknown>, ms = 600): Promise<Timing> {
  const warm = performance.now() + ms / 3;
  do kept = await work();
  while (performance.now() < warm);
  const times: number[] = [];
  const until = performance.now() + ms;
  do {
    const before = performance.now();
    kept = await work();
    times.push((performance.now() - before) * 1000);
  } while (performance.now() < until);
  return summarise(times);
}

/**
 * Microseconds a run of several pieces of work that are to be compared: they take turns of some milliseconds, so that a machine whose speed
 * drifts is as fast for one as for the other. The median of each one's turns.
 */
export function compare(works: readonly (() => unknown)[], { turns = 40, turnMs = 6 } = {}): readonly number[] {
  const times: number[][] = works.map(() => []);
  for (const work of works) measure(work, 60);
  for (let turn = 0; turn < turns; turn++) {
    works.forEach((work, k) => {
      const started = performance.now();
      let runs = 0;
      let now = started;
      do {
        for (let i = 0; i < 16; i++) kept = work();
        runs += 16;
        now = performance.now();
      } while (now - started < turnMs);
      times[k]?.push(((now - started) * 1000) / runs);
    });
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function summarise(times: number[]): Timing {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return { min: at(0), p50: at(0.5), p99: at(0.99), runs: times.length };
}

/** Keeps results alive, so that no work is optimised away. */
export let kept: unknown;
