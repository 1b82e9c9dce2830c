import type { EntryDraft } from '../entry/audit-entry.js';
import { isoTime } from '../entry/from-event.js';
import { uuidV7 } from '../entry/uuid.js';

/** Counts what could not be kept, for the gap entry that will say so. */
export interface Losses {
  readonly count: number;
  add(drafts: readonly EntryDraft[]): void;
  /** An event that was given up is offered again: it is no loss any more. */
  remove(draft: EntryDraft): void;
  /** The entry that tells of the losses, after which they are told; undefined when there are none. */
  takeGap(now: number): EntryDraft | undefined;
}

/** Beyond so many, a loss that is offered again is counted twice: as lost and as written. */
const MAX_IDS = 50_000;

export function createLosses(tenant: string): Losses {
  const ids = new Set<string>();
  let count = 0;
  let first = '';
  let last = '';

  return {
    get count() {
      return count;
    },
    add(drafts) {
      for (const { event_id, ts } of drafts) {
        if (ids.has(event_id)) continue;
        if (ids.size < MAX_IDS) ids.add(event_id);
        if (count === 0) first = ts;
        last = ts;
        count++;
      }
    },
    remove({ event_id }) {
      if (ids.delete(event_id)) count--;
    },
    takeGap(now) {
      if (count === 0) return undefined;
      const ts = isoTime(now);
      const metadata = { lost: count, first_ts: first, last_ts: last };
      ids.clear();
      count = 0;
      return { ...EMPTY, ts, event_id: uuidV7(now), tenant, event_type: 'gap', result: 'lost', metadata };
    },
  };
}

const EMPTY = {
  actor: null,
  request_id: null,
  session_ref: null,
  layer: null,
  blocked: false,
  risk_score: null,
  threat_type: null,
  severity: null,
  pii_detected: false,
  injection_detected: false,
  findings: [],
  excerpt: null,
  content_commitment: null,
} as const;
