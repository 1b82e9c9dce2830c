import type { EventsPage, EventsQuery, RecentEvent } from '../api.js';

/** The newest events, each with a number that rises. */
export interface EventRing {
  /** Keeps an event that `make` makes of a scan when it is asked for, or when the process has a moment. */
  add(scanId: string, make: () => RecentEvent): void;
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
  readonly scanId: string;
  /** What makes the event, until it is made. */
  event: RecentEvent | (() => RecentEvent);
  /** Of the last change. */
  sequence: number;
}

const DEFAULT_PAGE = 50;

export function createEventRing(max: number): EventRing {
  // A circle: `count` are there, and the next one goes to `count % max`. Not a map alone, whose first key is slow to find where many
  // before it have been deleted.
  const circle: Kept[] = [];
  const byScan = new Map<string, Kept>();
  let count = 0;
  let sequence = 0;
  // Pseudonyms and excerpts take ten times as long as all else, and a scan must not wait for them; nor may whole texts be kept for long.
  let isScheduled = false;

  function eventOf(kept: Kept): RecentEvent {
    if (typeof kept.event === 'function') kept.event = kept.event();
    return kept.event;
  }

  function makeLater(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      // All that are older than one that is made are made.
      for (let i = count - 1; i >= Math.max(0, count - max); i--) {
        const kept = circle[i % max]!;
        if (typeof kept.event !== 'function') break;
        eventOf(kept);
      }
    }).unref();
  }

  function* newestFirst(): Generator<{ readonly event: RecentEvent; readonly sequence: number }> {
    for (let i = count - 1; i >= Math.max(0, count - max); i--) {
      const kept = circle[i % max]!;
      yield { event: eventOf(kept), sequence: kept.sequence };
    }
  }

  return {
    add(scanId, make) {
      sequence += 1;
      const known = byScan.get(scanId);
      if (known !== undefined) {
        known.event = make();
        known.sequence = sequence;
        return;
      }
      const kept: Kept = { scanId, event: make, sequence };
      const oldest = circle[count % max];
      if (oldest !== undefined) byScan.delete(oldest.scanId);
      circle[count % max] = kept;
      count += 1;
      byScan.set(scanId, kept);
      makeLater();
    },
    judge(scanId, feedback) {
      const kept = byScan.get(scanId);
      if (kept === undefined) return false;
      sequence += 1;
      kept.event = { ...eventOf(kept), feedback };
      kept.sequence = sequence;
      return true;
    },
    find(scanId) {
      const kept = byScan.get(scanId);
      return kept === undefined ? undefined : eventOf(kept);
    },
    query({ before, limit = DEFAULT_PAGE, ...filter }) {
      const fits = testOf(filter);
      const found: RecentEvent[] = [];
      // Until the event that the page before ended with; if that has gone from the circle, all that is older has gone with it.
      let isOlder = before === undefined;
      for (const { event } of newestFirst()) {
        if (isOlder && fits(event) && found.push(event) > limit) break;
        if (event.scanId === before) isOlder = true;
      }
      const events = found.slice(0, limit);
      return { events, next: found.length > limit ? (events.at(-1)?.scanId ?? null) : null };
    },
    since(from, limit) {
      const events: RecentEvent[] = [];
      for (const { event, sequence: changed } of newestFirst()) {
        if (changed > from && events.push(event) === limit) break;
      }
      return { events, skipped: Math.max(0, sequence - from - events.length) };
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
