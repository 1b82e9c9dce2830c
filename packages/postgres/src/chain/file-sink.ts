import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Checkpoint, CheckpointSink } from './checkpoint.js';

/**
 * Appends each checkpoint to a file, one JSON line each, fsynced, readable by its owner only. The file belongs on another
 * system than the database.
 */
export function fileSink(path: string): CheckpointSink {
  return async (checkpoint) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    try {
      await file.write(`${JSON.stringify(checkpoint)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  };
}

/**
 * Reads the checkpoints of a file that `fileSink` wrote. A last line that a crash tore is left out.
 *
 * @throws SyntaxError, as a rejection, for a line that is no JSON, and the error of the file system for a file that can't be read.
 */
export async function readCheckpoints(path: string): Promise<Checkpoint[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Checkpoint);
}
