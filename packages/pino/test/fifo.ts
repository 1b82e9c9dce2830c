import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, read, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const readInto = promisify(read);
/** Of every Unix; Node has no call for it. */
const MAKE_FIFO = 'mkfifo';

/** A named pipe whose reader is there, and reads when it is told to. */
export interface Fifo {
  readonly path: string;
  /** Reads until what was read satisfies `enough`. */
  readUntil(enough: (text: string) => boolean): Promise<string>;
  /** The reader goes away. */
  closeReader(): void;
  remove(): void;
}

export function makeFifo(): Fifo {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-fifo-'));
  const path = join(folder, 'log');
  execFileSync(MAKE_FIFO, [path]);
  // Without O_NONBLOCK it would wait here for a writer.
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let open = true;
  const closeReader = () => {
    if (open) closeSync(reader);
    open = false;
  };
  return {
    path,
    async readUntil(enough) {
      const buffer = Buffer.alloc(64 * 1024);
      let text = '';
      while (!enough(text)) {
        const { bytesRead } = await readInto(reader, buffer, 0, buffer.length, null).catch((error: Error) => {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
          return { bytesRead: 0 };
        });
        text += buffer.toString('utf8', 0, bytesRead);
        if (bytesRead === 0) await sleep(2);
      }
      return text;
    },
    closeReader,
    remove() {
      closeReader();
      rmSync(folder, { recursive: true });
    },
  };
}
