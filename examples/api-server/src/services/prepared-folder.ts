import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An empty database, which the build puts beside the program. Source that runs unbuilt has none. */
const PREPARED = fileURLToPath(new URL('./prepared-database', import.meta.url));

/**
 * Puts a prepared database into a folder that has none. To make one takes seconds, and half a gigabyte of memory that Node does
 * not give back; without a prepared one that is done at the first start.
 */
export function prepareFolder(folder: string, prepared = PREPARED): void {
  const database = join(folder, 'db');
  if (existsSync(database) || !existsSync(prepared)) return;
  const draft = `${database}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    cpSync(prepared, draft, { recursive: true });
    chmodSync(draft, 0o700);
    renameSync(draft, database);
  } catch {
    // It can't be read, or another process was faster, and will say that the folder is its own.
    rmSync(draft, { recursive: true, force: true });
  }
}
