import type { Adapter, DecisionEvent, EventContext, FeedbackEvent, ScanEvent, Telemetry } from '@llm-sentinel/core';
import type { HmacKey, IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import { createChain } from './chain/chain.js';
import type { Checkpoint } from './chain/checkpoint.js';
import { invalidOption, number, onlyKnown } from './check.js';
import { decisionDraft, type EntryMapping, feedbackDraft, scanDraft } from './entry/from-event.js';
import { storablePseudonyms } from './entry/pseudonym.js';
import { type RecordedEvent, recordedDraft } from './entry/recorded-event.js';
import { uuidV7 } from './entry/uuid.js';
import { type ContentKeys, createContentVault } from './privacy/content-vault.js';
import { storeCheckpoint } from './sql/checkpoints.js';
import type { SqlClient } from './sql/client.js';
import { DATABASE_OPTIONS, type DatabaseOptions, database } from './sql/connect.js';
import { insertRows } from './sql/insert.js';
import { migrate } from './sql/migrate.js';
import { preparePartitions } from './sql/partitions.js';
import { type CheckpointOptions, createCheckpointer } from './write/checkpointer.js';
import { createLosses } from './write/losses.js';
import { createSpool, hasOrphans, type SpoolOptions } from './write/spool.js';
import { createWriter, type Submission } from './write/writer.js';

/** Where the log is, what is kept of events, and how it is made proof against loss and change. */
export interface PostgresAdapterOptions extends DatabaseOptions {
  /** Brings the schema up to date before the first write. @default true for an embedded database, else false */
  readonly autoMigrate?: boolean;
  /** Whose entries these are, in a log that several share. @default 'default' */
  readonly tenant?: string | ((context: EventContext) => string);
  /** How user ids (and who reported feedback) are kept. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly userId?: IdentifierMode;
  /** How session ids are kept. @default 'hmac' with `hmacKey`, else 'omit' */
  readonly sessionId?: IdentifierMode;
  /** Key of the pseudonyms, at least 16 bytes: one key gives the same pseudonym in every process. @default none */
  readonly hmacKey?: HmacKey | undefined;
  /** Keeps `event.text`, which exists only when the scanner has `captureText`; use 'redacted' there. @default false */
  readonly redactedExcerpt?: boolean;
  /** Keeps `event.text` encrypted under a key for each user, so that it can be erased. Needs `hmacKey`. @default not kept */
  readonly content?: ContentKeys;
  /** Where entries wait on disk while the database is away. @default none: `write` rejects then */
  readonly spool?: SpoolOptions;
  /** Signed statements of where the chain stands. @default none */
  readonly checkpoints?: CheckpointOptions;
  /** An insert that takes longer counts as failed, and is sent again later. Milliseconds. @default 5_000 */
  readonly writeTimeoutMs?: number;
  /** Metrics of the write path, such as `prometheusAdapter().metrics`. @default nothing is counted */
  readonly telemetry?: Telemetry;
}

/** An adapter that writes an audit log, one chain for each process. */
export interface PostgresAdapter extends Adapter {
  /** The chain that this adapter writes. */
  readonly chainId: string;
  /**
   * Records something that was no scan: a deployed pattern, a changed setting, a review. Resolves when it is durable.
   *
   * @throws SentinelError INVALID_INPUT for a `type` that is no name.
   * @example
   * await audit.record({ type: 'config_changed', actor: 'ana', metadata: { setting: 'mode', value: 'strict' } });
   */
  record(event: RecordedEvent): Promise<void>;
  /** A checkpoint now. Undefined without `checkpoints`, and when nothing was written since the last. */
  checkpoint(): Promise<Checkpoint | undefined>;
  /** The database, opened and migrated: for `createAuditLog({ client })` beside an embedded adapter. */
  client(): Promise<SqlClient>;
}

const KNOWN: readonly string[] = [
  ...DATABASE_OPTIONS,
  'autoMigrate',
  'tenant',
  'userId',
  'sessionId',
  'hmacKey',
  'redactedExcerpt',
  'content',
  'spool',
  'checkpoints',
  'writeTimeoutMs',
  'telemetry',
] satisfies (keyof PostgresAdapterOptions)[];

/** Feedback and decisions that wait for their turn. */
const MAX_WAITING = 10_000;

/**
 * Keeps every verdict in a tamper-evident log: a hash chain in PostgreSQL, or in a folder through PGlite. Nothing happens
 * before the first event.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; for two databases at once.
 * @example
 * configure({ adapters: [postgresAdapter({ connectionString: process.env.DATABASE_URL, spool: { dir: '/var/lib/app/spool' } })] });
 */
export function postgresAdapter(options: PostgresAdapterOptions = {}): PostgresAdapter {
  onlyKnown(options, KNOWN);
  const { tenant = 'default', redactedExcerpt = false, hmacKey, telemetry } = options;
  const writeTimeoutMs = number('writeTimeoutMs', options.writeTimeoutMs, 5_000, {
    min: 10,
    max: 600_000,
    whole: true,
  });
  const store = database(options, writeTimeoutMs);
  const autoMigrate = options.autoMigrate ?? store.isEmbedded;
  if (options.content !== undefined && hmacKey === undefined) throw invalidOption('`content` needs `hmacKey`.');
  const vault = options.content && createContentVault(options.content);
  const mapping: EntryMapping = {
    actor: storablePseudonyms('userId', options.userId, hmacKey),
    session: storablePseudonyms('sessionId', options.sessionId, hmacKey),
    tenant: typeof tenant === 'function' ? tenant : () => tenant,
    withExcerpt: redactedExcerpt,
  };
  const chain = createChain(uuidV7(Date.now()));
  const chainId = chain.head.chain_id;
  const losses = createLosses(typeof tenant === 'string' ? tenant : 'default');
  const spool = options.spool && createSpool(options.spool, chainId);
  let preparedMonth: string | undefined;

  async function client(): Promise<SqlClient> {
    const opened = await store.open();
    if (!autoMigrate) return opened;
    const month = new Date().toISOString().slice(0, 7);
    if (preparedMonth === undefined) await migrate(opened);
    else if (preparedMonth !== month) await preparePartitions(opened, Date.now());
    preparedMonth = month;
    return opened;
  }

  const writer = createWriter({
    chain,
    spool,
    losses,
    telemetry,
    // The first use of an embedded database makes its files, which takes longer than a write may.
    insert: async (rows) => {
      const opened = await client();
      await withDeadline(insertRows(opened, rows), writeTimeoutMs);
    },
  });
  const checkpointer =
    options.checkpoints &&
    createCheckpointer(
      options.checkpoints,
      () => chain.head,
      async (checkpoint) => storeCheckpoint(await client(), checkpoint),
      telemetry,
    );

  let waiting: Submission[] = [];
  let adoption: Promise<unknown> | undefined;
  let closing: Promise<void> | undefined;

  async function append(submissions: readonly Submission[]): Promise<void> {
    // In the background: what others left must not delay what is new.
    adoption ??= writer.adopt().catch(() => {});
    const all = [...waiting, ...submissions];
    waiting = [];
    if (all.length === 0) return;
    await writer.append(all);
    checkpointer?.entriesWritten(all.length);
  }

  function submit(event: ScanEvent): Submission {
    const draft = scanDraft(event, mapping);
    const subject = draft.actor ?? draft.session_ref;
    if (vault === undefined || event.text === undefined || subject === null) return { draft };
    const { row, commitment } = vault.seal(draft.event_id, subject, event.text);
    return { draft: { ...draft, content_commitment: commitment }, content: row };
  }

  function later(draft: Submission['draft']): void {
    if (waiting.length >= MAX_WAITING) {
      losses.add([draft]);
      telemetry?.increment('audit_dropped_total', { reason: 'queue_full' });
      return;
    }
    waiting.push({ draft });
    if (waiting.length === 1) setImmediate(() => void append([]).catch(() => {})).unref();
  }

  return {
    name: 'postgres',
    chainId,
    client,
    onAttach() {
      // Entries of a process that crashed are stored when its successor starts, not when it first scans.
      const { spool: spoolOptions } = options;
      if (spoolOptions === undefined) return;
      void hasOrphans(spoolOptions.dir).then((found) => {
        if (found) adoption ??= writer.adopt().catch(() => {});
      });
    },
    async write(events) {
      await append(events.map(submit));
    },
    onFeedback: (event: FeedbackEvent) => later(feedbackDraft(event, mapping)),
    onDecision: (event: DecisionEvent) => later(decisionDraft(event, mapping)),
    async record(event) {
      await append([{ draft: recordedDraft(event, mapping) }]);
    },
    async checkpoint() {
      return checkpointer?.take('manual');
    },
    health() {
      const { status, cause } = writer.state();
      const detail = cause === undefined ? '' : ` (${cause})`;
      if (status === 'failed') return { status: 'failed', detail: `Entries can't be stored${detail}.` };
      if (status === 'spooling') return { status: 'degraded', detail: `Entries wait in the spool${detail}.` };
      if (checkpointer?.failure !== undefined) {
        return { status: 'degraded', detail: `The last checkpoint failed (${checkpointer.failure}).` };
      }
      return { status: 'ok' };
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };

  async function closeAll(): Promise<void> {
    try {
      await adoption;
      await append([]).catch(() => {});
      const lost = await writer.close();
      if (lost > 0) {
        telemetry?.increment('audit_dropped_total', { reason: 'write_failed' }, lost);
        process.emitWarning(`[@llm-sentinel/postgres] ${lost} audit entries were lost: the database is away.`);
      }
      // Its failure is known to health, and what it would have signed is stored.
      await checkpointer?.close().catch(() => {});
    } finally {
      await store.close();
    }
  }
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(`No answer within ${ms} ms.`), { code: 'TIMEOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
