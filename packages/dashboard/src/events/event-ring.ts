import type { EventsPage, EventsQuery, RecentEvent } from '../api.js';

/** The newest events, each with a number that rises. */
export interface EventRing {
  add(event: RecentEvent): void;
  /** Puts a person's judgement on an event. False when it is not kept any more. */
  judge(scanId: string, feedback: NonNullable<RecentEvent['feedback']>): boolean;
  find(scanId: string): RecentEvent | undefined;
  query(query: EventsQuery): EventsPage;
  /** What came or changed after a number, the newest first, at most `limit`. */
  since(sequence: number, limit: number): { readonly events: readonly RecentEvent[]; readonly skipped: number };
  /** Number of the last change. */
  readonly sequence: number;
}

interface Kept {
  event: RecentEvent;
  /** Of the last change. */
  sequence: number;
}

export const DEFAULT_PAGE = 50;

export function createEventRing(max: number): EventRing {
  // In the order of their coming: the first is the oldest.
  const kept = new Map<string, Kept>();
  let sequence = 0;

  function newestFirst(): Kept[] {
    return [...kept.values()].reverse();
  }

  return {
    add(event) {
      sequence += 1;
      // Written anew, it moves to the end.
      kept.delete(event.scanId);
      kept.set(event.scanId, { event, sequence });
      if (kept.size <= max) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
    judge(scanId, feedback) {
      const entry = kept.get(scanId);
      if (entry === undefined) return false;
      sequence += 1;
      entry.event = { ...entry.event, feedback };
      entry.sequence = sequence;
      return true;
    },
    find: (scanId) => kept.get(scanId)?.event,
    query({ before, limit = DEFAULT_PAGE, ...filter }) {
      const fits = testOf(filter);
      const all = newestFirst();
      const begin = before === undefined ? 0 : all.findIndex(({ event }) => event.scanId === before) + 1;
      // What the page before ended with has gone from the ring, and all that is older with it.
      if (before !== undefined && begin === 0) return { events: [], next: null };
      const found: RecentEvent[] = [];
      for (let i = begin; i < all.length && found.length <= limit; i++) {
        const { event } = all[i]!;
        if (fits(event)) found.push(event);
      }
      const events = found.slice(0, limit);
      return { events, next: found.length > limit ? (events.at(-1)?.scanId ?? null) : null };
    },
    since(from, limit) {
      const changed = newestFirst().filter((entry) => entry.sequence > from);
      const events = changed.slice(0, limit).map(({ event }) => event);
      return { events, skipped: sequence - from - events.length };
    },
    get sequence() {
      return sequence;
    },
  };
}

function testOf({ from, to, threatType, source, action, search }: EventsQuery): (event: RecentEvent) => boolean {
  const wanted = search?.toLowerCase();
  return (event) =>
    (from === undefined || event.time >= from) &&
    (to === undefined || event.time < to) &&
    (threatType === undefined || event.threatType === threatType) &&
    (source === undefined || event.source === source) &&
    (action === undefined || event.action === action) &&
    (wanted === undefined || textsOf(event).some((text) => text.toLowerCase().includes(wanted)));
}

function textsOf({ scanId, user, session, findings }: RecentEvent): readonly string[] {
  return [scanId, user ?? '', session ?? '', ...findings.map(({ rule }) => rule)];
}
