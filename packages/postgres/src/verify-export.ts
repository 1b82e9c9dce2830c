import type { Checkpoint } from './chain/checkpoint.js';
import { signatureChecker, type TrustedKey } from './chain/signer.js';
import type { VerifyResult } from './chain/verifier.js';
import { onlyKnown } from './check.js';
import { type ExportText, verifyExport as verifyText } from './query/read-export.js';

/** Against what an export is verified. */
export interface VerifyExportOptions {
  /** Keys whose checkpoints count. @default none: checkpoints are believed unchecked */
  readonly publicKeys?: readonly (string | TrustedKey)[];
  /** From outside, beside those in the export. @default none */
  readonly checkpoints?: Iterable<Checkpoint>;
  /** Called from time to time with the number of lines so far. */
  readonly onProgress?: (lines: number) => void;
}

/**
 * Verifies a JSONL export without the database it came from: for an auditor on another machine.
 *
 * @throws SentinelError INVALID_INPUT for a line that is not of an export; INVALID_OPTION for a key that is none, and an option that nobody knows.
 * @example
 * const result = await verifyExport(createReadStream('audit.jsonl'), { publicKeys: [publicKey] });
 */
export async function verifyExport(text: ExportText, options: VerifyExportOptions = {}): Promise<VerifyResult> {
  onlyKnown(options, ['publicKeys', 'checkpoints', 'onProgress'] satisfies (keyof VerifyExportOptions)[]);
  const { publicKeys, checkpoints, onProgress } = options;
  const check = publicKeys === undefined ? undefined : signatureChecker(publicKeys);
  return verifyText(text, check, checkpoints, onProgress);
}
