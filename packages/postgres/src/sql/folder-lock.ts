import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { invalidOption } from '../check.js';

/**
 * Keeps a second process out of an embedded database, which two would destroy. A lock of a process that is gone is taken
 * over. Returns what releases it.
 *
 * @throws SentinelError INVALID_OPTION when the folder is in use.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'sentinel.lock');
  const mine = ownerName();
  for (let attempt = 1; ; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = readOwner(path);
      if (attempt > 2 || (owner !== undefined && isAlive(owner))) {
        throw invalidOption(
          `\`dataDir\` is in use by process ${owner ?? 'unknown'}. An embedded database takes one process; use a server for several.`,
        );
      }
      rmSync(path, { force: true });
    }
  }
}

/** Names this run of this process: host, pid and start, since containers give each run the same pid. */
export function ownerName(): string {
  return `${hostname().replaceAll(/[^\w.]/g, '_')}~${process.pid}~${Math.round(performance.timeOrigin)}`;
}

/** Whether the process of that name may still run. Another host's is taken to be alive: we cannot see it. */
export function isAlive(owner: string): boolean {
  const mine = ownerName();
  if (owner === mine) return true;
  const [host, pid] = owner.split('~');
  if (host !== mine.split('~')[0]) return true;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOwner(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
