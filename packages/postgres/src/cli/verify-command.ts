import { createReadStream } from 'node:fs';
import { readCheckpoints } from '../chain/file-sink.js';
import type { VerifyResult } from '../chain/verifier.js';
import { verifyExport } from '../verify-export.js';
import { verifyLines } from './format.js';
import { accessFile, type CliIo, EXIT, type LogFlags, print, readText, withLog } from './io.js';
import { progressBar } from './progress.js';

export interface VerifyFlags extends LogFlags {
  readonly from?: string;
  readonly to?: string;
  readonly checkpoints?: string;
  readonly export?: string;
}

/** Of the database, or of an exported file without one. */
export async function verifyCommand(flags: VerifyFlags, io: CliIo): Promise<number> {
  const { from, to, publicKey } = flags;
  const checkpoints = flags.checkpoints === undefined ? [] : await readCheckpoints(checked(flags.checkpoints));
  const bar = progressBar(io, 'Verifying');
  let result: VerifyResult;
  try {
    if (flags.export === undefined) {
      const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      const onProgress = (entries: number) => bar.update(entries);
      result = await withLog(flags, io, (log) => log.verify({ ...range, checkpoints, onProgress, signal: io.signal }));
    } else {
      result = await verifyExport(createReadStream(checked(flags.export)), {
        checkpoints,
        onProgress: (lines) => bar.update(lines),
        ...(publicKey !== undefined && { publicKeys: publicKey.map(readText) }),
      });
    }
  } finally {
    bar.stop();
  }
  print(io, flags, result, () => verifyLines(result));
  return result.ok ? 0 : EXIT.problem;
}

/** The path, when it can be read: a stream would tell too late. */
function checked(path: string): string {
  accessFile(path);
  return path;
}
