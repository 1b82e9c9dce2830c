import { SentinelError } from '@llm-sentinel/core';
import type { Checkpoint } from '../chain/checkpoint.js';
import type { CheckSignature } from '../chain/signer.js';
import { createVerifier, type VerifyResult } from '../chain/verifier.js';
import type { ExportLine } from './export-log.js';

/** The text of an export: a stream of a file, or the pieces as they were made. */
export type ExportText = AsyncIterable<string | Uint8Array> | Iterable<string>;

/**
 * The lines of an export.
 *
 * @throws SentinelError INVALID_INPUT for a line that is not of an export, naming it.
 */
export async function* readExport(text: ExportText): AsyncGenerator<ExportLine> {
  let rest = '';
  let number = 0;
  const decoder = new TextDecoder();
  for await (const piece of text) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield parseLine(line, ++number);
  }
  if (rest !== '') yield parseLine(rest, number + 1);
}

/** Verifies an export without a database. */
export async function verifyExport(
  text: ExportText,
  checkSignature: CheckSignature | undefined,
  checkpoints: Iterable<Checkpoint> = [],
  onProgress?: (entries: number) => void,
): Promise<VerifyResult> {
  let verifier: ReturnType<typeof createVerifier> | undefined;
  let entries = 0;
  for await (const line of readExport(text)) {
    if (verifier === undefined) {
      const isPart = line.type === 'header' && (line.from !== '-infinity' || line.to !== 'infinity');
      verifier = createVerifier({ checkSignature, isPart });
      for (const checkpoint of checkpoints) verifier.checkpoint(checkpoint);
    }
    if (line.type === 'checkpoint') verifier.checkpoint(line.checkpoint);
    else if (line.type === 'entry') verifier.entry(line);
    else if (line.type === 'hidden') verifier.hidden(line);
    if (++entries % 10_000 === 0) onProgress?.(entries);
  }
  return (verifier ?? createVerifier({ checkSignature })).finish();
}

const TYPES: readonly string[] = ['header', 'checkpoint', 'entry', 'hidden'];

function parseLine(text: string, number: number): ExportLine {
  try {
    const line = JSON.parse(text) as ExportLine | null;
    if (line !== null && TYPES.includes(line.type)) return line;
  } catch {
    // Told below: what a broken line is made of does not help.
  }
  throw new SentinelError(
    'INVALID_INPUT',
    `[@llm-sentinel/postgres] Line ${number} is not of an export. Only JSONL exports can be read, not CSV.`,
  );
}
