import { open } from 'node:fs/promises';
import type { AuditRow } from '../sql/insert.js';

/** What was read of a file. */
interface SpoolRead {
  readonly rows: readonly AuditRow[];
  /** Where the next read begins. */
  readonly end: number;
  /** Lines that were no rows. */
  readonly skipped: number;
}

const CHUNK_BYTES = 1 << 20;
const NEW_LINE = 0x0a;

/**
 * Reads whole lines between two offsets, at most `limit`. What follows the last line end is a line that a crash tore: it
 * was never acknowledged, and is left out without a word.
 */
export async function readRows(path: string, start: number, size: number, limit: number): Promise<SpoolRead> {
  const rows: AuditRow[] = [];
  let skipped = 0;
  let end = start;
  const file = await open(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let offset = start;
    while (offset < size && rows.length < limit) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, size - offset));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
      if (bytesRead === 0) break;
      offset += bytesRead;
      rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let lineStart = 0;
      for (let at = rest.indexOf(NEW_LINE); at >= 0 && rows.length < limit; at = rest.indexOf(NEW_LINE, lineStart)) {
        const row = parseRow(rest.toString('utf8', lineStart, at));
        if (row === undefined) skipped++;
        else rows.push(row);
        end += at + 1 - lineStart;
        lineStart = at + 1;
      }
      rest = rest.subarray(lineStart);
    }
  } finally {
    await file.close();
  }
  return { rows, end, skipped };
}

function parseRow(line: string): AuditRow | undefined {
  try {
    const row = JSON.parse(line) as AuditRow | null;
    return typeof row?.entry?.hash === 'string' ? row : undefined;
  } catch {
    return undefined;
  }
}
