import type { Summary, SummaryQuery } from '../api.js';
import type { Clock } from '../clock.js';
import { MINUTE_MS } from '../series/time-series.js';

type Summarise = (query: SummaryQuery) => Promise<Summary>;

/** So old may an answer be that somebody else has asked for. */
const FRESH_MS = 1_000;
const MAX_KEPT = 50;

/** Makes one summary for all who ask for the same within a second: it costs milliseconds, and there may be a hundred pages. */
export function shareSummaries(summarise: Summarise, clock: Clock): Summarise {
  const kept = new Map<string, { readonly at: number; readonly summary: Promise<Summary> }>();

  return (asked) => {
    const { from, to, threatType, source } = asked;
    // Rounded, a range that is none would become one.
    if (from !== undefined && to !== undefined && from >= to) return summarise(asked);
    const now = clock.now();
    for (const [key, { at }] of kept) if (now - at >= FRESH_MS) kept.delete(key);
    // Whole minutes, as the summary itself is of: pages ask some milliseconds apart.
    const query: SummaryQuery = {
      ...(from !== undefined && { from: Math.floor(from / MINUTE_MS) * MINUTE_MS }),
      ...(to !== undefined && { to: Math.ceil(to / MINUTE_MS) * MINUTE_MS }),
      ...(threatType !== undefined && { threatType }),
      ...(source !== undefined && { source }),
    };
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known !== undefined) return known.summary;
    const summary = summarise(query);
    if (kept.size < MAX_KEPT) kept.set(key, { at: now, summary });
    return summary;
  };
}
