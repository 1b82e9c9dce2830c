/** What repeated runs of one function took, in microseconds a run. */
export interface Timing {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
  readonly runs: number;
}

/** Runs `work` for about `ms` milliseconds after a warm-up of a third of that, each run timed on its own. */
export function measure(work: () => unknown, ms = 600): Timing {
  const until = performance.now() + ms / 3;
  do sink(work());
  while (performance.now() < until);
  const times: number[] = [];
  const started = performance.now();
  let now = started;
  do {
    const before = now;
    sink(work());
    now = performance.now();
    times.push((now - before) * 1000);
  } while (now - started < ms);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return {
    p50: at(0.5),
    p99: at(0.99),
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    runs: times.length,
  };
}

let kept: unknown;
/** Keeps a result alive, so that the work is not optimised away. */
function sink(value: unknown): void {
  kept = value;
}
export const lastResult = (): unknown => kept;
