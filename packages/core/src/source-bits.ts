import type { Source } from './result.js';

/** A bit for each source: whether a rule is for one is asked for every keyword and every concept that a text has. */
export const SOURCE_BITS: Readonly<Record<Source, number>> = { user: 1, model: 2, tool: 4, document: 8, system: 16 };

/** The bits of a rule's sources; all of them where it names none. */
export function sourceBits(sources: readonly Source[] | undefined): number {
  return (sources ?? (Object.keys(SOURCE_BITS) as Source[])).reduce((bits, source) => bits | SOURCE_BITS[source], 0);
}
