import type { AdapterHealth, ScanEvent } from '@llm-sentinel/core';
import type { RecentEvent } from '../api.js';
import type { AuditSource, LogEntry, LogQuery } from './audit-source.js';
import { judgementOfEntry, scanOfEntry } from './from-entry.js';

/** Where what is read goes to. */
export interface LogSink {
  scan(event: ScanEvent): void;
  judge(scanId: string, verdict: NonNullable<RecentEvent['feedback']>): void;
}

/** Follows an audit log: what is there when it begins, up to a number of entries, and what comes. */
export interface LogReader {
  /** Reads on. Calls that come together share a read. Rejects when nothing was ever read. */
  refresh(): Promise<void>;
  find(scanId: string): Promise<ScanEvent | undefined>;
  /** From when on all entries have been read, in milliseconds since the epoch; of those before there were too many. */
  readonly horizon: number;
  health(): AdapterHealth;
}

export interface LogReaderOptions {
  readonly source: AuditSource;
  readonly sink: LogSink;
  readonly now: () => number;
  readonly retentionMs: number;
  readonly maxEntries: number;
  readonly onError: (error: unknown) => void;
}

const PAGE = 1_000;
/** So often at most. */
const REFRESH_MS = 1_000;
/** Processes write in batches, after each other and by clocks of their own: so long entries are looked for that came late. */
const LATE_MS = 300_000;
const EVENT_TYPES = ['scan', 'feedback'];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createLogReader(options: LogReaderOptions): LogReader {
  const { source, sink, now, retentionMs, maxEntries, onError } = options;
  // Of the last minutes, by when they were: a page that is read again must not count twice.
  const seen = new Map<string, number>();
  let horizon = Number.NEGATIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  let hasBegun = false;
  let isFailing = false;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  function take(entry: LogEntry): void {
    const time = Date.parse(entry.ts);
    if (seen.has(entry.event_id)) return;
    seen.set(entry.event_id, time);
    newest = Math.max(newest, time);
    const judgement = judgementOfEntry(entry);
    if (judgement !== null) sink.judge(judgement.scanId, judgement.verdict);
    else if (entry.event_type === 'scan') sink.scan(scanOfEntry(entry));
  }

  async function* pages(query: LogQuery): AsyncGenerator<readonly LogEntry[]> {
    let cursor: string | null = null;
    do {
      const page = await source.search({
        ...query,
        eventType: EVENT_TYPES,
        limit: PAGE,
        ...(cursor !== null && { cursor }),
      });
      yield page.entries;
      cursor = page.next;
    } while (cursor !== null);
  }

  /** The newest entries, taken in the order in which they were written. */
  async function begin(): Promise<void> {
    const from = now() - retentionMs;
    const read: (readonly LogEntry[])[] = [];
    let count = 0;
    for await (const entries of pages({ from, order: 'newest' })) {
      read.push(entries);
      count += entries.length;
      if (count < maxEntries) continue;
      horizon = Date.parse(entries.at(-1)?.ts ?? '');
      break;
    }
    // Nothing was taken before all was read: a log that breaks off half-way is read from its beginning next time.
    for (const entries of read.reverse()) for (const entry of [...entries].reverse()) take(entry);
    hasBegun = true;
  }

  async function goOn(): Promise<void> {
    const from = newest === Number.NEGATIVE_INFINITY ? now() - LATE_MS : newest - LATE_MS;
    for await (const entries of pages({ from, order: 'oldest' })) for (const entry of entries) take(entry);
  }

  async function read(): Promise<void> {
    try {
      await (hasBegun ? goOn() : begin());
      isFailing = false;
    } catch (error) {
      if (!isFailing) onError(error);
      isFailing = true;
      if (!hasBegun) throw error;
    } finally {
      for (const [id, time] of seen) if (time < newest - LATE_MS) seen.delete(id);
      readAt = now();
    }
  }

  return {
    refresh() {
      if (reading === undefined && hasBegun && now() - readAt < REFRESH_MS) return Promise.resolve();
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    async find(scanId) {
      if (!UUID.test(scanId)) return undefined;
      const { entries } = await source.search({ scanId, eventType: ['scan'], limit: 1 });
      return entries[0] === undefined ? undefined : scanOfEntry(entries[0]);
    },
    get horizon() {
      return horizon;
    },
    health: () =>
      isFailing
        ? { status: hasBegun ? 'degraded' : 'failed', detail: 'The audit log cannot be read.' }
        : { status: 'ok' },
  };
}
