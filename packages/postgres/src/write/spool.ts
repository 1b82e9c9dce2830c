import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidOption, number, onlyKnown } from '../check.js';
import { isAlive, ownerName } from '../sql/folder-lock.js';
import type { AuditRow } from '../sql/insert.js';
import { readRows } from './spool-reader.js';

/** Where entries wait on disk, and how many. */
export interface SpoolOptions {
  /** Folder for the files; made with mode 0700 when it is not there. Several processes may share it. */
  readonly dir: string;
  /** Bytes that may wait, at least 65,536. Then `write` rejects, and a gap entry will say how much was lost. @default 268_435_456 (256 MiB) */
  readonly maxBytes?: number;
}

/** Rows that wait on disk while the database is away, in order. */
export interface Spool {
  /** Bytes that wait, those of earlier processes included. */
  readonly bytes: number;
  /** On disk when it resolves, fsynced. Rejects with nothing written when the disk or the limit is full. */
  append(rows: readonly AuditRow[]): Promise<void>;
  /** Takes over the files of processes that are gone. */
  adopt(): Promise<void>;
  /** The oldest rows that wait, at most `limit`; empty when none do. The same again until `acknowledge`. */
  peek(limit: number): Promise<readonly AuditRow[]>;
  /** The rows of the last `peek` are stored elsewhere. */
  acknowledge(): Promise<void>;
  /** Lines that were no rows, other than a torn last one. Their file is kept, with the ending `.corrupt`. */
  readonly corrupt: number;
  close(): Promise<void>;
}

interface SpoolFile {
  readonly path: string;
  /** Up to where lines are whole. */
  size: number;
  /** Up to where rows are acknowledged. */
  read: number;
  corrupt: number;
}

const MIN_BYTES = 65_536;
const DEFAULT_BYTES = 256 * 1024 * 1024;
const PREFIX = 'audit~';
const SUFFIX = '.jsonl';
// Neither an existing file nor a link that somebody placed there is written to.
const CREATE = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR | constants.O_APPEND;

/**
 * One JSON line for each row, in one file for each process. An earlier process's file has its name in it: it is taken over
 * when that process is gone. Inert until it is used.
 *
 * @throws SentinelError INVALID_OPTION for a folder that is no name, or a limit below 64 KiB.
 */
export function createSpool(options: SpoolOptions, chainId: string): Spool {
  onlyKnown(options, ['dir', 'maxBytes'] satisfies (keyof SpoolOptions)[]);
  const { dir, maxBytes: given } = options;
  if (typeof dir !== 'string' || dir === '') throw invalidOption('`spool.dir` must be the path of a folder.');
  const maxBytes = number('spool.maxBytes', given, DEFAULT_BYTES, { min: MIN_BYTES, whole: true });
  const ownPath = join(dir, `${PREFIX}${ownerName()}~${chainId}${SUFFIX}`);
  /** The oldest first; the own one last. */
  let files: SpoolFile[] = [];
  let handle: FileHandle | undefined;
  let own: SpoolFile | undefined;
  let taken = 0;
  let corrupt = 0;

  const bytes = () => files.reduce((sum, file) => sum + file.size - file.read, 0);

  async function openOwn(): Promise<{ file: SpoolFile; handle: FileHandle }> {
    if (own !== undefined && handle !== undefined) return { file: own, handle };
    await mkdir(dir, { recursive: true, mode: 0o700 });
    handle = await open(ownPath, CREATE, 0o600);
    own = { path: ownPath, size: 0, read: 0, corrupt: 0 };
    files.push(own);
    // The name of a new file is on disk only when its folder is.
    const folder = await open(dir, 'r');
    await folder.sync().finally(() => folder.close());
    return { file: own, handle };
  }

  async function remove(file: SpoolFile): Promise<void> {
    files = files.filter((other) => other !== file);
    if (file === own) {
      await handle?.close();
      handle = undefined;
      own = undefined;
    }
    if (file.corrupt > 0) await rename(file.path, `${file.path}.corrupt`);
    else await rm(file.path, { force: true });
  }

  return {
    get bytes() {
      return bytes();
    },
    get corrupt() {
      return corrupt;
    },
    async append(rows) {
      const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      // The whole file counts, not only what waits in it: that is what the disk holds.
      const onDisk = files.reduce((sum, file) => sum + file.size, 0);
      if (onDisk + lines.byteLength > maxBytes) throw new Error(`The spool is full: ${maxBytes} bytes.`);
      const { file, handle: target } = await openOwn();
      try {
        let written = 0;
        while (written < lines.byteLength) {
          written += (await target.write(lines, written, lines.byteLength - written)).bytesWritten;
        }
        await target.datasync();
        file.size += lines.byteLength;
      } catch (error) {
        // A part may be there. Without this the next line would continue it.
        await target.truncate(file.size).catch(() => {});
        throw error;
      }
    },
    async adopt() {
      const names = (await readdir(dir).catch(() => [])).filter(isSpoolFile).sort();
      const adopted: SpoolFile[] = [];
      for (const name of names) {
        const owner = name.slice(PREFIX.length, -SUFFIX.length).split('~').slice(0, 3).join('~');
        if (isAlive(owner)) continue;
        const path = join(dir, `${PREFIX}${ownerName()}~${name.slice(PREFIX.length + owner.length + 1)}`);
        // Who renames first has it; the other finds nothing.
        const isOurs = await rename(join(dir, name), path).then(
          () => true,
          () => false,
        );
        if (!isOurs) continue;
        const file = await open(path, 'r');
        const { size } = await file.stat().finally(() => file.close());
        adopted.push({ path, size, read: 0, corrupt: 0 });
      }
      files.unshift(...adopted);
    },
    async peek(limit) {
      for (const file of [...files]) {
        const { rows, end, skipped } = await readRows(file.path, file.read, file.size, limit);
        file.corrupt += skipped;
        corrupt += skipped;
        if (rows.length > 0) {
          taken = end;
          return rows;
        }
        await remove(file);
      }
      return [];
    },
    async acknowledge() {
      const [file] = files;
      if (file === undefined) return;
      file.read = taken;
      if (file.read >= file.size) await remove(file);
    },
    async close() {
      await handle?.close();
      handle = undefined;
    },
  };
}

function isSpoolFile(name: string): boolean {
  return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
}

/** Whether a folder has files of processes that are gone. */
export async function hasOrphans(dir: string): Promise<boolean> {
  const names = await readdir(dir).catch(() => []);
  return names.some(
    (name) => isSpoolFile(name) && !isAlive(name.slice(PREFIX.length).split('~').slice(0, 3).join('~')),
  );
}
