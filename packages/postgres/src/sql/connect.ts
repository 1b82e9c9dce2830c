import { mkdir } from 'node:fs/promises';
import { invalidOption, number } from '../check.js';
import type { SqlClient } from './client.js';
import { lockFolder } from './folder-lock.js';

/** Which database. At most one of the three; none is the embedded default. */
export interface DatabaseOptions {
  /** A `pg` pool or client, or a PGlite. Never closed by us. @default one of our own */
  readonly client?: SqlClient;
  /** Address of a PostgreSQL 15 or newer. A pool of our own is opened with `pg`. @default none */
  readonly connectionString?: string;
  /** Folder of an embedded database, opened with `@electric-sql/pglite`. @default '.llm-sentinel/audit' */
  readonly dataDir?: string;
  /** Connections of our own pool, 2 to 20. @default 4 */
  readonly poolSize?: number;
}

/** A database that is opened when it is first asked for. */
export interface Database {
  /** PGlite in this process: nobody else can migrate it. */
  readonly isEmbedded: boolean;
  /** Opens what is not given. A failure to open is tried again at the next call. */
  open(): Promise<SqlClient>;
  /** Closes what was opened here, never what was given. */
  close(): Promise<void>;
}

export const DATABASE_OPTIONS = [
  'client',
  'connectionString',
  'dataDir',
  'poolSize',
] as const satisfies (keyof DatabaseOptions)[];

interface Opened {
  readonly client: SqlClient;
  readonly close: () => Promise<void>;
}

/** Of the embedded database, when no other is named. */
export const DEFAULT_FOLDER = '.llm-sentinel/audit';
const CONNECT_MS = 5_000;

/**
 * `queryTimeoutMs` holds for a pool of our own.
 *
 * @throws SentinelError INVALID_OPTION for two databases at once, or a client that has no `query`.
 */
export function database(options: DatabaseOptions, queryTimeoutMs: number): Database {
  const { client, connectionString, dataDir = DEFAULT_FOLDER } = options;
  const given = [client, connectionString, options.dataDir].filter((option) => option !== undefined);
  if (given.length > 1) throw invalidOption('Only one of `client`, `connectionString` and `dataDir` may be given.');
  const poolSize = number('poolSize', options.poolSize, 4, { min: 2, max: 20, whole: true });
  if (client !== undefined) {
    if (typeof client?.query !== 'function') throw invalidOption('`client` must have a `query` function.');
    return { isEmbedded: 'exec' in client, open: async () => client, close: async () => {} };
  }
  if (connectionString !== undefined && !/^postgres(?:ql)?:\/\//.test(connectionString)) {
    // Not shown: it may hold a password.
    throw invalidOption('`connectionString` must begin with "postgres://" or "postgresql://".');
  }
  const connect = () =>
    connectionString === undefined ? openFolder(dataDir) : openPool(connectionString, poolSize, queryTimeoutMs);
  let opening: Promise<Opened> | undefined;
  return {
    isEmbedded: connectionString === undefined,
    async open() {
      opening ??= connect();
      try {
        return (await opening).client;
      } catch (error) {
        opening = undefined;
        throw error;
      }
    },
    async close() {
      const opened = await opening?.catch(() => undefined);
      opening = undefined;
      await opened?.close();
    },
  };
}

async function openPool(connectionString: string, max: number, queryTimeoutMs: number): Promise<Opened> {
  const { default: pg } = await import('pg').catch((cause) => {
    throw missing('pg', 'connectionString', cause);
  });
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    // A connection whose query takes longer is closed: after a network cut nothing else would end it.
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    application_name: 'llm-sentinel',
    // A pool must not keep a program alive that is done.
    allowExitOnIdle: true,
  });
  // Without a listener, an idle connection that breaks would end the process. The next query tells.
  pool.on('error', () => {});
  return { client: pool, close: () => pool.end() };
}

async function openFolder(dataDir: string): Promise<Opened> {
  const { PGlite } = await import('@electric-sql/pglite').catch((cause) => {
    throw missing('@electric-sql/pglite', 'dataDir', cause);
  });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  try {
    // A log is written once and seldom read. The default cache of 128 MB would be most of what the process takes.
    const client = await PGlite.create(`${dataDir}/db`, { postgresqlconf: ['shared_buffers=16MB'] });
    return { client, close: () => client.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function missing(library: string, option: string, cause: unknown): Error {
  return invalidOption(`\`${option}\` needs the package ${library}: npm install ${library}`, cause);
}
