import { Readable } from 'node:stream';
import { SentinelError, type Telemetry } from '@llm-sentinel/core';
import type { HmacKey } from '@llm-sentinel/core/adapter-kit';
import { createChain } from './chain/chain.js';
import { type Checkpoint, type CheckpointSink, signCheckpoint } from './chain/checkpoint.js';
import { type Signer, signatureChecker, type TrustedKey } from './chain/signer.js';
import type { VerifyResult } from './chain/verifier.js';
import { invalidOption, onlyKnown } from './check.js';
import type { ChainedEntry } from './entry/audit-entry.js';
import { pseudonym } from './entry/pseudonym.js';
import { type RecordedEvent, recordedDraft } from './entry/recorded-event.js';
import { uuidV7 } from './entry/uuid.js';
import type { ContentKeys } from './privacy/content-vault.js';
import { type HoldRequest, type LegalHold, listHolds, placeHold, releaseHold } from './privacy/holds.js';
import { type RetainedPartition, type RetainOptions, retainLog } from './privacy/retain-log.js';
import { type Content, eraseContent, readContent, remainingContent } from './privacy/subject-content.js';
import { type ExportOptions, type ExportSummary, exportLog } from './query/export-log.js';
import { importLog } from './query/import-log.js';
import type { ExportText } from './query/read-export.js';
import { type Report, type ReportQuery, reportLog } from './query/report-log.js';
import { SEARCH_OPTIONS, type SearchPage, type SearchQuery, searchLog } from './query/search-log.js';
import { type Summary, type SummaryQuery, summariseLog } from './query/summarise-log.js';
import { type VerifyOptions, verifyLog } from './query/verify-log.js';
import { currentHeads } from './sql/chain-heads.js';
import { storeCheckpoint } from './sql/checkpoints.js';
import { DATABASE_OPTIONS, type DatabaseOptions, database } from './sql/connect.js';
import { insertRows } from './sql/insert.js';
import { type MigrateResult, migrate } from './sql/migrate.js';

/** Which log, and with which keys it is proved, read and signed. */
export interface AuditLogOptions extends DatabaseOptions {
  /** Keys whose checkpoints count, Ed25519 in PEM, those of earlier times included. @default none: checkpoints are believed unchecked */
  readonly publicKeys?: readonly (string | TrustedKey)[];
  /** Signs checkpoints of exports and of retention. @default nothing is signed */
  readonly signer?: Signer;
  /** Receives checkpoints outside the database. @default they stay in the database */
  readonly sink?: CheckpointSink;
  /** Of the adapter: turns ids of users and sessions into what the log has. @default none: entries are found by what the log has */
  readonly hmacKey?: HmacKey | undefined;
  /** To read encrypted texts. @default texts stay unread */
  readonly content?: ContentKeys;
  /** Counts `audit_chain_failures_total`. @default nothing is counted */
  readonly telemetry?: Telemetry;
}

const KNOWN: readonly string[] = [
  ...DATABASE_OPTIONS,
  'publicKeys',
  'signer',
  'sink',
  'hmacKey',
  'content',
  'telemetry',
] satisfies (keyof AuditLogOptions)[];

/** A person, by id (with `hmacKey`) or as the log has it. */
export type Subject = { readonly userId: string } | { readonly subjectRef: string };

/** A search may also name people as the application does. */
export interface AuditSearchQuery extends SearchQuery {
  /** Entries about this user. Needs the `hmacKey` that the adapter has. @default any */
  readonly userId?: string;
  /** Entries about this session. Needs the `hmacKey` that the adapter has. @default any */
  readonly sessionId?: string;
}

const SEARCHED: readonly string[] = [...SEARCH_OPTIONS, 'userId', 'sessionId'] satisfies (keyof AuditSearchQuery)[];

/** What to show to whoever asked to be erased. */
export interface ErasureProof {
  /** Whose texts they were, as the log names them. */
  readonly subject_ref: string;
  /** Keys destroyed and texts deleted now. */
  readonly keys: number;
  /** Encrypted texts deleted now. */
  readonly contents: number;
  /** What is left: nothing, or the erasure failed. */
  readonly remaining: { readonly keys: number; readonly contents: number };
  /** The entry that records it. */
  readonly entry: ChainedEntry;
}

/** Reads, proves and maintains an audit log. What is asked of it with an option that nobody knows rejects with INVALID_OPTION. */
export interface AuditLog {
  /**
   * Brings the schema up to date. Safe to call from several processes at once.
   *
   * @throws SentinelError ADAPTER_FAILED when the database has a migration of a newer version, or another text of one.
   */
  migrate(): Promise<MigrateResult>;
  /**
   * Follows every chain and checks it against checkpoints.
   *
   * @throws SentinelError INVALID_INPUT for a time that is none.
   */
  verify(options?: VerifyOptions): Promise<VerifyResult>;
  /**
   * A page of entries that meet all conditions.
   *
   * @throws SentinelError INVALID_INPUT for a time, limit, order, scan id or cursor that is none; INVALID_OPTION for a person without `hmacKey`.
   */
  search(query?: AuditSearchQuery): Promise<SearchPage>;
  /**
   * Figures over a range of time, for a dashboard.
   *
   * @throws SentinelError INVALID_INPUT for a time that is none.
   */
  summary(query?: SummaryQuery): Promise<Summary>;
  /**
   * What the log has to say to the questions of a standard.
   *
   * @throws SentinelError INVALID_INPUT for a standard that there are no questions of, and for a time that is none.
   */
  report(query: ReportQuery): Promise<Report>;
  /**
   * The log as a stream of text. `onEnd` is told what it ended with.
   *
   * @throws SentinelError INVALID_INPUT, as an error of the stream, for a time that is none.
   */
  export(options?: ExportOptions & { readonly onEnd?: (summary: ExportSummary) => void }): Readable;
  /**
   * Brings a JSONL export in, verified.
   *
   * @throws SentinelError INVALID_INPUT at the first problem, or for an export that leaves entries out.
   */
  import(text: ExportText, onProgress?: (entries: number) => void): Promise<VerifyResult>;
  /**
   * A signed checkpoint over the heads of all chains.
   *
   * @throws SentinelError INVALID_OPTION without a `signer`.
   */
  checkpoint(): Promise<Checkpoint>;
  /**
   * The text of an entry that was kept encrypted; null when there is none, or it was erased.
   *
   * @throws SentinelError INVALID_OPTION without `content`, or when the key of the text is not among its keys.
   */
  content(eventId: string): Promise<Content | null>;
  /**
   * Destroys a person's keys, so that their texts can't be read any more, and records it.
   *
   * @throws SentinelError INVALID_OPTION for a person by user id without `hmacKey`.
   */
  erase(subject: Subject): Promise<ErasureProof>;
  /**
   * Drops old partitions.
   *
   * @throws SentinelError INVALID_OPTION for a time that is none, and without a `signer` unless it is a dry run.
   */
  retain(options: RetainOptions): Promise<readonly RetainedPartition[]>;
  /**
   * Keeps entries or a person's texts until released, and records it. Returns the id of the hold.
   *
   * @throws SentinelError INVALID_INPUT for a time that is none.
   */
  placeHold(request: HoldRequest): Promise<string>;
  /** False when there is no such hold any more. */
  releaseHold(id: string): Promise<boolean>;
  /** Holds that were not released, the oldest first. */
  holds(): Promise<readonly LegalHold[]>;
  /** Closes what was opened here, never a given client. */
  close(): Promise<void>;
}

/** Longer than any query on a large log should take. */
const QUERY_MS = 10 * 60_000;

/**
 * Opens a log to read, prove and maintain it. Inert until it is used.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; for two databases at once.
 * @example
 * const log = createAuditLog({ connectionString: process.env.DATABASE_URL, publicKeys: [publicKey] });
 * const { ok, first } = await log.verify({ checkpoints: await readCheckpoints('/mnt/worm/checkpoints.jsonl') });
 */
export function createAuditLog(options: AuditLogOptions = {}): AuditLog {
  onlyKnown(options, KNOWN);
  const { signer, sink, hmacKey, content, telemetry, publicKeys } = options;
  const store = database(options, QUERY_MS);
  const checkSignature = publicKeys === undefined ? undefined : signatureChecker(publicKeys);
  // What maintenance records is in a chain of its own.
  const chain = createChain(uuidV7(Date.now()));

  async function record(event: RecordedEvent): Promise<ChainedEntry> {
    const draft = recordedDraft(event, {
      actor: () => null,
      session: () => null,
      tenant: () => 'default',
      withExcerpt: false,
    });
    const [entry] = chain.extend([draft]);
    await insertRows(await store.open(), [{ entry: entry as ChainedEntry }]);
    return entry as ChainedEntry;
  }

  const refOf = (option: string, id: string): string => {
    if (hmacKey === undefined) throw invalidOption(`\`hmacKey\` is needed to find a ${option}.`);
    return pseudonym(hmacKey, id);
  };

  async function checkpointNow(): Promise<Checkpoint> {
    if (signer === undefined) throw invalidOption('`signer` is needed for a checkpoint.');
    const client = await store.open();
    const checkpoint = await signCheckpoint(signer, 'manual', await currentHeads(client), Date.now());
    await sink?.(checkpoint);
    await storeCheckpoint(client, checkpoint);
    return checkpoint;
  }

  return {
    migrate: async () => migrate(await store.open()),
    async verify(query = {}) {
      const result = await verifyLog(await store.open(), checkSignature, query);
      if (!result.ok) telemetry?.increment('audit_chain_failures_total', {}, result.problemCount);
      return result;
    },
    async search(asked = {}) {
      onlyKnown(asked, SEARCHED);
      const { userId, sessionId, ...query } = asked;
      return searchLog(await store.open(), {
        ...query,
        ...(userId !== undefined && { userRef: refOf('userId', userId) }),
        ...(sessionId !== undefined && { sessionRef: refOf('sessionId', sessionId) }),
      });
    },
    summary: async (query = {}) => summariseLog(await store.open(), query),
    report: async (query) => reportLog(await store.open(), query),
    export({ onEnd, ...query } = {}) {
      const settings = signer === undefined ? query : { signer, ...query };
      async function* pieces(): AsyncGenerator<string> {
        const summary = yield* exportLog(await store.open(), settings);
        if (summary.checkpoint !== null) await sink?.(summary.checkpoint);
        onEnd?.(summary);
      }
      return Readable.from(pieces());
    },
    import: async (text, onProgress) => importLog(await store.open(), text, checkSignature, onProgress),
    checkpoint: checkpointNow,
    async content(eventId) {
      if (content === undefined) throw invalidOption('`content` is needed to read encrypted texts.');
      return readContent(await store.open(), content, eventId);
    },
    async erase(subject) {
      const subjectRef = 'subjectRef' in subject ? subject.subjectRef : refOf('userId', subject.userId);
      const client = await store.open();
      const { keys, contents } = await eraseContent(client, subjectRef).catch((cause: unknown) => {
        throw refused(`The content of ${subjectRef} was not erased`, cause);
      });
      const remaining = await remainingContent(client, subjectRef);
      const entry = await record({
        type: 'erasure',
        result: 'erased',
        metadata: { subject_ref: subjectRef, keys, contents },
      });
      return { subject_ref: subjectRef, keys, contents, remaining, entry };
    },
    async retain(settings) {
      const withDefaults = { ...(signer && { signer }), ...(sink && { sink }), ...settings };
      return retainLog(await store.open(), withDefaults, checkSignature, async (partition, { root }) => {
        const { name, entries, oldest, newest } = partition;
        const metadata = { partition: name, entries, oldest, newest, checkpoint_root: root };
        await record({ type: 'retention', result: 'dropped', metadata });
      });
    },
    async placeHold(request) {
      const id = await placeHold(await store.open(), request);
      await record({ type: 'hold_placed', metadata: { hold_id: id, reason: request.reason } });
      return id;
    },
    async releaseHold(id) {
      const isReleased = await releaseHold(await store.open(), id);
      if (isReleased) await record({ type: 'hold_released', metadata: { hold_id: id } });
      return isReleased;
    },
    holds: async () => listHolds(await store.open()),
    async close() {
      await store.close();
    },
  };
}

function refused(message: string, cause: unknown): SentinelError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SentinelError('ADAPTER_FAILED', `[@llm-sentinel/postgres] ${message}: ${reason}.`, { cause });
}
