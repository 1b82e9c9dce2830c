const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before the nth attempt, from 0: doubles, up to a quarter of a minute, and spreads by a random number from 0 to 1. */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  // Half of it is certain, so that a page never hammers a server that just came back.
  return ceiling / 2 + (ceiling / 2) * random;
}
