import type { Judged } from './judge.js';

/** Blocked or not, by row id: what an evaluation leaves behind for the next to be compared with. */
export type Verdicts = Readonly<Record<string, boolean>>;

export function verdictsOf(judged: readonly Judged[]): Verdicts {
  return Object.fromEntries(judged.map(({ row, result }) => [row.id, result.action === 'block']));
}

export interface Flip {
  readonly id: string;
  readonly change: 'now found' | 'now missed' | 'new false alarm' | 'false alarm gone';
}

/** Rows whose verdict is another one than before. */
export function flips(judged: readonly Judged[], before: Verdicts): Flip[] {
  return judged.flatMap(({ row, attack, result }): Flip[] => {
    const was = before[row.id];
    const is = result.action === 'block';
    if (was === undefined || was === is) return [];
    if (attack) return [{ id: row.id, change: is ? 'now found' : 'now missed' }];
    return [{ id: row.id, change: is ? 'new false alarm' : 'false alarm gone' }];
  });
}
