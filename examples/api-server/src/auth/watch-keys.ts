import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import { readKeys } from './key-file.js';
import type { KeyRing } from './key-ring.js';

/** How often the file is looked at. */
const POLL_MS = 2_000;

/**
 * Reads the keys again when their file changes, and on SIGHUP. A file that can't be read changes nothing: the keys that were
 * good stay good. Returns how to stop.
 *
 * The file is polled, not watched: Kubernetes swaps a link above it, of which `fs.watch` says nothing.
 */
export function watchKeys(path: string, ring: KeyRing, logger: Logger): () => void {
  function reload(): void {
    try {
      const records = readKeys(path);
      if (records.length === 0) {
        logger.error({ event: 'keys_not_reloaded' }, 'The file of keys is empty or gone; the earlier keys stay good.');
        return;
      }
      ring.replace(records);
      logger.info({ event: 'keys_reloaded', keys: records.length }, 'Keys were reloaded');
    } catch (error) {
      logger.error({ event: 'keys_not_reloaded', error }, 'The earlier keys stay good');
    }
  }
  watchFile(path, { interval: POLL_MS, persistent: false }, (now, before) => {
    if (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino) reload();
  });
  process.on('SIGHUP', reload);
  return () => {
    unwatchFile(path);
    process.removeListener('SIGHUP', reload);
  };
}
