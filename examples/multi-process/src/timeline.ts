/** What one worker says. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'check'; readonly allowed: boolean; readonly outcome: string }
  | { readonly kind: 'store'; readonly available: boolean };

/** What all workers got in one slice of time. */
export interface Slice {
  /** Allowed, for each worker. */
  readonly allowed: readonly number[];
  readonly asked: number;
  /** Checks that no Redis decided. */
  readonly alone: number;
}

/** Adds up what workers say, and starts anew with each slice. */
export function sliceCounter(workers: number) {
  let allowed = Array<number>(workers).fill(0);
  let asked = 0;
  let alone = 0;
  return {
    add(worker: number, message: Message): void {
      if (message.kind !== 'check') return;
      asked++;
      if (message.allowed) allowed[worker] = (allowed[worker] ?? 0) + 1;
      if (message.outcome.startsWith('unavailable')) alone++;
    },
    take(): Slice {
      const slice = { allowed, asked, alone };
      allowed = Array<number>(workers).fill(0);
      asked = 0;
      alone = 0;
      return slice;
    },
  };
}

/** A line of the timeline: a bar for what passed, and who decided. */
export function sliceLine({ allowed, asked, alone }: Slice): string {
  const sum = allowed.reduce((a, b) => a + b, 0);
  const by = alone === 0 ? 'Redis' : alone === asked ? 'each process' : 'Redis and each process';
  const parts = `(${allowed.join(' + ')})`;
  return `${'█'.repeat(sum).padEnd(44)} ${String(sum).padStart(2)} of ${String(asked).padEnd(3)} ${parts.padEnd(19)} decided by ${by}`;
}
