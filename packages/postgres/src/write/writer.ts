import { SentinelError, type Telemetry } from '@llm-sentinel/core';
import type { Chain } from '../chain/chain.js';
import type { EntryDraft } from '../entry/audit-entry.js';
import type { AuditRow, ContentRow } from '../sql/insert.js';
import type { Losses } from './losses.js';
import { createRecentIds } from './recent-ids.js';
import type { Spool } from './spool.js';

/** An entry to write, with its encrypted text if it has one. */
export interface Submission {
  readonly draft: EntryDraft;
  readonly content?: ContentRow;
}

export interface WriterParts {
  readonly chain: Chain;
  /** Stores rows; safe to call again with rows that are there already. */
  readonly insert: (rows: readonly AuditRow[]) => Promise<void>;
  readonly spool: Spool | undefined;
  readonly losses: Losses;
  readonly telemetry: Telemetry | undefined;
}

/** Where the writer stands. */
export interface WriterState {
  /** `spooling`: the database is away and rows wait on disk. `failed`: rows can't be kept anywhere. */
  readonly status: 'ok' | 'spooling' | 'failed';
  /** Class and SQLSTATE of the last failure. */
  readonly cause: string | undefined;
}

/** Writes to one chain, one batch at a time and in order. */
export interface Writer {
  /** Resolves when all are stored, or on disk in the spool. Rejects when they are neither. */
  append(submissions: readonly Submission[]): Promise<void>;
  /** Takes over what earlier processes left in the spool. */
  adopt(): Promise<void>;
  /** Tries to store all that waits, and resolves with how many entries are neither stored nor on disk. */
  close(): Promise<number>;
  state(): WriterState;
}

/** Rows of one insert during a replay: larger than a batch, since nobody waits for it. */
const REPLAY_ROWS = 2_000;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 30_000;

export function createWriter({ chain, insert, spool, losses, telemetry }: WriterParts): Writer {
  /**
   * Rows that have their place in the chain, and that neither the database nor the spool took. At most one batch: while it
   * waits, nothing else gets a place, so that the chain never has a hole of which nobody knows whether it is one.
   */
  let held: readonly AuditRow[] = [];
  const written = createRecentIds();
  let tail: Promise<unknown> = Promise.resolve();
  let replaying: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let queued = 0;
  let cause: string | undefined;
  let isFailed = false;
  let isClosed = false;

  /** One after the other, whether or not the one before failed. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => {});
    return result;
  }

  async function appendNow(submissions: readonly Submission[]): Promise<void> {
    // A retry of what we hold, or of what was stored after its caller gave up, must not get a second place.
    const fresh = submissions.filter(({ draft }) => !written.has(draft.event_id));
    count('duplicate', submissions.length - fresh.length);
    if (!(await settle())) {
      losses.add(fresh.map(({ draft }) => draft));
      count('failed', fresh.length);
      telemetry?.increment(
        'audit_dropped_total',
        { reason: spool === undefined ? 'write_failed' : 'spool_full' },
        fresh.length,
      );
      retryLater();
      throw failure(fresh.length);
    }
    for (const { draft } of fresh) losses.remove(draft);
    const gap = losses.takeGap(Date.now());
    const all = gap === undefined ? fresh : [{ draft: gap }, ...fresh];
    if (all.length === 0) return;
    const entries = chain.extend(all.map(({ draft }) => draft));
    const rows = entries.map((entry, index): AuditRow => {
      const content = all[index]?.content;
      return content === undefined ? { entry } : { entry, content };
    });
    for (const { draft } of all) written.add(draft.event_id);
    await keep(rows);
  }

  /** Into the database, or behind what waits in the spool. */
  async function keep(rows: readonly AuditRow[]): Promise<void> {
    if (spool !== undefined && spool.bytes > 0) return toSpool(rows);
    try {
      await store(rows);
      count('written', rows.length);
    } catch (error) {
      note(error);
      await toSpool(rows);
    }
  }

  async function toSpool(rows: readonly AuditRow[]): Promise<void> {
    try {
      if (spool === undefined) throw failure(rows.length);
      await spool.append(rows);
      count('spooled', rows.length);
      measureSpool();
      retryLater();
    } catch (error) {
      if (spool !== undefined) note(error);
      held = rows;
      isFailed = true;
      count('failed', rows.length);
      retryLater();
      throw failure(rows.length);
    }
  }

  /** Puts away what is held. False when it can't. */
  async function settle(): Promise<boolean> {
    if (held.length === 0) return true;
    const rows = held;
    held = [];
    try {
      await keep(rows);
      isFailed = false;
      return true;
    } catch {
      return false;
    }
  }

  async function store(rows: readonly AuditRow[]): Promise<void> {
    const started = performance.now();
    await insert(rows);
    telemetry?.observe('audit_write_seconds', {}, (performance.now() - started) / 1_000);
    retryMs = FIRST_RETRY_MS;
    isFailed = false;
    cause = undefined;
  }

  function isWaiting(): boolean {
    return held.length > 0 || losses.count > 0 || (spool !== undefined && spool.bytes > 0);
  }

  function retryLater(): void {
    if (timer !== undefined || replaying !== undefined || isClosed) return;
    timer = setTimeout(() => {
      timer = undefined;
      void replay().catch(() => {});
    }, retryMs);
    timer.unref();
    retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
  }

  function replay(): Promise<void> {
    replaying ??= replayNow().finally(() => {
      replaying = undefined;
      measureSpool();
      if (isWaiting()) retryLater();
    });
    return replaying;
  }

  /** From the oldest row on, while new ones are appended behind. */
  async function replayNow(): Promise<void> {
    try {
      while (spool !== undefined) {
        const rows = await inTurn(() => spool.peek(REPLAY_ROWS));
        if (rows.length === 0) break;
        await store(rows);
        count('written', rows.length);
        await inTurn(() => spool.acknowledge());
        measureSpool();
      }
    } catch (error) {
      note(error);
      throw error;
    }
    if (losses.count > 0 || held.length > 0) await inTurn(() => appendNow([]));
  }

  function note(error: unknown): void {
    const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
    cause = [name, code].filter((part) => typeof part === 'string').join(' ') || typeof error;
    telemetry?.increment('errors_total', { component: 'audit', error_type: String(code ?? name ?? 'Error') });
  }

  function failure(lost: number): SentinelError {
    return new SentinelError(
      'ADAPTER_FAILED',
      `[@llm-sentinel/postgres] ${lost} entries could not be stored${cause === undefined ? '' : ` (${cause})`}.`,
    );
  }

  function count(status: string, by: number): void {
    if (by > 0) telemetry?.increment('audit_records_total', { status }, by);
  }

  function queue(by: number): void {
    queued += by;
    telemetry?.set('audit_queue_length', {}, queued);
  }

  function measureSpool(): void {
    if (spool !== undefined) telemetry?.set('audit_spool_bytes', {}, spool.bytes);
  }

  return {
    append(submissions) {
      queue(submissions.length);
      return inTurn(() => appendNow(submissions)).finally(() => queue(-submissions.length));
    },
    async adopt() {
      if (spool === undefined) return;
      await inTurn(() => spool.adopt());
      if (spool.bytes > 0) await replay();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      timer = undefined;
      await tail;
      if (spool !== undefined && spool.bytes > 0) await replay().catch(() => {});
      await inTurn(() => appendNow([])).catch(() => {});
      await spool?.close();
      return held.length + losses.count;
    },
    state: () => ({
      status: isFailed ? 'failed' : spool !== undefined && spool.bytes > 0 ? 'spooling' : 'ok',
      cause,
    }),
  };
}
