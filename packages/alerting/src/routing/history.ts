import { type AlertSeverity, SEVERITIES } from '../alert.js';
import { number, oneOf, onlyKnown } from '../check.js';

/** Something that happened to alerts. */
export interface HistoryEntry {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** What happened. */
  readonly event:
    | 'fired'
    | 'resolved'
    | 'acknowledged'
    | 'suppressed'
    | 'escalated'
    | 'sent'
    | 'failed'
    /** Given up: there were more alerts than `maxAlerts`. */
    | 'dropped';
  /** Fingerprints of the alerts it happened to. */
  readonly fingerprints: readonly string[];
  /** Of the alert, or of the worst one of a notification. */
  readonly title: string;
  /** Of the alert, or of the worst one of a notification. */
  readonly severity: AlertSeverity;
  /** Name of the channel, of what one channel did or did not do. */
  readonly channel?: string;
  /** Why it was suppressed, or of which kind the failure was. Never an address or a key. */
  readonly reason?: string;
  /** Who acknowledged it. */
  readonly by?: string;
}

/** Which entries of the history to return. All that is given must hold. */
export interface HistoryQuery {
  /** Milliseconds since the epoch, inclusive. @default the beginning */
  readonly from?: number;
  /** Milliseconds since the epoch, exclusive. @default no end */
  readonly to?: number;
  /** Only entries of this kind. @default all */
  readonly event?: HistoryEntry['event'];
  /** Only entries about the alert of this fingerprint. @default all */
  readonly fingerprint?: string;
  /** Only entries of the channel of this name. @default all */
  readonly channel?: string;
  /** Only entries of this severity. @default all */
  readonly severity?: AlertSeverity;
  /** Entries returned, the newest; 1 to 100,000. @default 100 */
  readonly limit?: number;
}

const KNOWN: readonly string[] = [
  'from',
  'to',
  'event',
  'fingerprint',
  'channel',
  'severity',
  'limit',
] satisfies (keyof HistoryQuery)[];

const EVENTS: readonly HistoryEntry['event'][] = [
  'fired',
  'resolved',
  'acknowledged',
  'suppressed',
  'escalated',
  'sent',
  'failed',
  'dropped',
];

export interface History {
  add(entry: HistoryEntry): void;
  /**
   * The newest first.
   *
   * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
   */
  query(query?: HistoryQuery): readonly HistoryEntry[];
  /** All of it, the oldest first. */
  all(): readonly HistoryEntry[];
}

/** The last `max` entries. */
export function createHistory(max: number, restored: readonly HistoryEntry[] = []): History {
  let entries = restored.slice(-max);
  return {
    add(entry) {
      entries.push(Object.freeze(entry));
      // Not one by one: to move everything for each entry is slow.
      if (entries.length > 2 * max) entries = entries.slice(-max);
    },
    query(query = {}) {
      onlyKnown(query, KNOWN);
      const from = number('from', query.from, 0, { min: 0 });
      const to = number('to', query.to, Number.POSITIVE_INFINITY, { min: 0 });
      const limit = number('limit', query.limit, 100, { min: 1, max: 100_000, whole: true });
      const { event, fingerprint, channel, severity } = query;
      oneOf('event', event, EVENTS, 'fired');
      oneOf('severity', severity, SEVERITIES, 'info');
      const found: HistoryEntry[] = [];
      const oldest = Math.max(0, entries.length - max);
      for (let i = entries.length - 1; i >= oldest && found.length < limit; i--) {
        const entry = entries[i]!;
        if (entry.time < from || entry.time >= to) continue;
        if (event !== undefined && entry.event !== event) continue;
        if (channel !== undefined && entry.channel !== channel) continue;
        if (severity !== undefined && entry.severity !== severity) continue;
        if (fingerprint !== undefined && !entry.fingerprints.includes(fingerprint)) continue;
        found.push(entry);
      }
      return found;
    },
    all: () => entries.slice(-max),
  };
}
