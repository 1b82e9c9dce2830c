import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ExportOptions, ExportSummary } from '../query/export-log.js';
import { accessFile, type CliIo, type LogFlags, print, withLog } from './io.js';
import { progressBar } from './progress.js';

export interface ExportFlags extends LogFlags {
  readonly from?: string;
  readonly to?: string;
  readonly tenant?: string;
  readonly format: 'jsonl' | 'csv';
  readonly output?: string;
}

/** Into a file, which has its name only when it is complete; else to standard output. */
export async function exportCommand(flags: ExportFlags, io: CliIo): Promise<number> {
  const { from, to, tenant, format, output } = flags;
  const bar = progressBar(io, 'Exporting');
  let summary: ExportSummary | undefined;
  const options: ExportOptions & { onEnd: (end: ExportSummary) => void } = {
    format,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(tenant !== undefined && { tenant }),
    onProgress: bar.update,
    onEnd: (end) => {
      summary = end;
    },
  };
  await withLog(flags, io, async (log) => {
    const { signal } = io;
    if (output === undefined) await pipeline(log.export(options), io.stdout, { end: false, signal });
    else
      await toFile(output, (part) =>
        pipeline(log.export(options), createWriteStream(part, { mode: 0o600 }), { signal }),
      );
  }).finally(() => bar.stop());
  if (output !== undefined) {
    print(io, flags, { output, ...summary }, () => [`${summary?.entries ?? 0} entries in ${output}.`]);
    if (format === 'csv' && summary?.checkpoint) {
      await toFile(`${output}.checkpoint.json`, async (part) => {
        const file = await open(part, 'w', 0o600);
        await file.writeFile(`${JSON.stringify(summary?.checkpoint)}\n`).finally(() => file.close());
      });
    }
  }
  return 0;
}

export async function importCommand(path: string, flags: LogFlags, io: CliIo): Promise<number> {
  accessFile(path);
  const bar = progressBar(io, 'Importing');
  const result = await withLog(flags, io, (log) => log.import(createReadStream(path), bar.update)).finally(() =>
    bar.stop(),
  );
  print(io, flags, result, () => [`${result.entries} entries of ${result.chains} chains imported and verified.`]);
  return 0;
}

async function toFile(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  try {
    await write(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
