import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { type AuditLog, type AuditLogOptions, createAuditLog } from '../audit-log.js';
import { fileSink } from '../chain/file-sink.js';
import { createSigner } from '../chain/signer.js';
import { DEFAULT_FOLDER } from '../sql/connect.js';

/** What a command may touch. */
export interface CliIo {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
}

/** A mistake of the user, told in one line. */
export class UsageError extends Error {}

/** 0 is all well. */
export const EXIT = { problem: 1, usage: 2, failure: 3 } as const;

/** Options of the command line that say which log, and with which keys. */
export interface LogFlags {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly key?: string;
  readonly publicKey?: readonly string[];
  readonly checkpointFile?: string;
  readonly json?: boolean;
}

/** Opens the log for one command. */
export async function withLog<T>(
  flags: LogFlags,
  io: CliIo,
  work: (log: AuditLog) => Promise<T>,
  { mayCreate = false } = {},
): Promise<T> {
  const options = logOptions(flags, io);
  const folder = options.dataDir ?? DEFAULT_FOLDER;
  // A typing mistake must not make an empty log, which would then be found intact.
  if (options.connectionString === undefined && !mayCreate && !existsSync(folder)) {
    throw new UsageError(`There is no log in ${folder}. Give --data-dir, or --database-url.`);
  }
  const log = createAuditLog(options);
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

function logOptions(flags: LogFlags, { env }: CliIo): AuditLogOptions {
  const { databaseUrl = env.AUDIT_DATABASE_URL, dataDir, key, publicKey, checkpointFile } = flags;
  const hmacKey = env.AUDIT_HMAC_KEY;
  return {
    ...(dataDir !== undefined ? { dataDir } : databaseUrl !== undefined && { connectionString: databaseUrl }),
    ...(key !== undefined && { signer: createSigner({ privateKey: readText(key) }) }),
    ...(publicKey !== undefined && { publicKeys: publicKey.map(readText) }),
    ...(checkpointFile !== undefined && { sink: fileSink(checkpointFile) }),
    ...(hmacKey !== undefined && { hmacKey }),
  };
}

/** A file that the user names. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** One JSON document, or lines for a person. */
export function print(io: CliIo, flags: LogFlags, value: unknown, lines: () => readonly string[]): void {
  io.stdout.write(
    flags.json === true
      ? `${JSON.stringify(value)}\n`
      : lines()
          .map((line) => `${line}\n`)
          .join(''),
  );
}

/** Fails when a file that the user names can't be read: a stream would tell too late. */
export function accessFile(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
}
