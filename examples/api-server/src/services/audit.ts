import { join } from 'node:path';
import { isSentinelError, SentinelError, type Telemetry } from '@llm-sentinel/core';
import { type AuditLog, createAuditLog, type PostgresAdapter, postgresAdapter } from '@llm-sentinel/postgres';
import { type Policy, policy } from '@llm-sentinel/resilience';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config/schema.js';
import { prepareFolder } from './prepared-folder.js';

/** The label that says whose text it was: scans get it, and it is the tenant of their entries. */
export const ALIAS_LABEL = 'app';

export interface Audit {
  readonly adapter: PostgresAdapter;
  /** Reads the log, at most so many queries at a time and so long each; with the log away it says so at once. */
  read<T>(query: (log: AuditLog) => Promise<T>): Promise<T>;
  /** Opens the database and brings its schema up to date. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const MAX_READERS = 4;
const MAX_WAITING_READERS = 16;
const CONNECT_MS = 3_000;

/** The audit log: in a folder, or on a server with a spool for the time when that is away. */
export function openAudit(config: Config, logger: Logger, telemetry: Telemetry | undefined): Audit {
  const { dataDir, hmacKey, postgres, scanner } = config;
  const { url, queryTimeoutMs } = postgres;
  const folder = join(dataDir, 'audit');
  if (url === undefined) prepareFolder(folder);
  const adapter = postgresAdapter({
    ...(url === undefined
      ? { dataDir: folder }
      : {
          connectionString: url,
          autoMigrate: postgres.autoMigrate,
          spool: { dir: join(dataDir, 'spool'), maxBytes: config.audit.spoolBytes },
        }),
    tenant: ({ labels }) => labels?.[ALIAS_LABEL] ?? 'default',
    hmacKey,
    redactedExcerpt: scanner.captureText === 'redacted',
    ...(telemetry && { telemetry }),
  });
  const reader = url === undefined ? embeddedReader(adapter) : serverReader(url, queryTimeoutMs);
  const log = createAuditLog({ client: reader.client, hmacKey });
  const limits: Policy = policy({
    name: 'audit_read',
    bulkhead: { maxConcurrent: MAX_READERS, maxQueued: MAX_WAITING_READERS },
    circuitBreaker: { failureThreshold: 3, recoveryTimeoutMs: 5_000 },
    timeoutMs: queryTimeoutMs + CONNECT_MS,
    ...(telemetry && { telemetry }),
  });
  return {
    adapter,
    read: (query) =>
      limits
        .execute(() => query(log))
        .catch((cause: unknown) => {
          if (isSentinelError(cause)) throw cause;
          logger.warn({ event: 'audit_not_read', error: cause }, 'The audit log could not be read');
          throw new SentinelError('UNAVAILABLE', 'The audit log could not be read.', { cause });
        }),
    async open() {
      await adapter.client();
    },
    async close() {
      await reader.close();
    },
  };
}

/** PGlite has one session, which the adapter has opened. */
function embeddedReader(adapter: PostgresAdapter) {
  return {
    client: {
      query: async (text: string, values?: unknown[]) => (await adapter.client()).query(text, values),
    },
    close: async () => {},
  };
}

/** A pool of its own, so that a slow report does not hold up what is written. */
function serverReader(connectionString: string, queryTimeoutMs: number) {
  const pool = new pg.Pool({
    connectionString,
    max: MAX_READERS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: queryTimeoutMs,
    query_timeout: queryTimeoutMs + 500,
    application_name: 'llm-sentinel-reader',
    allowExitOnIdle: true,
  });
  // Without a listener an idle connection that breaks would end the process. The next query tells.
  pool.on('error', () => {});
  return { client: pool, close: () => pool.end() };
}
