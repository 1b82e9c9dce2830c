// `@llm-sentinel/core/lean`: the scanner without its model, for bundles that must stay small. It finds what patterns can name (forged chat
// templates, orders planted in documents, exfiltration, personal data, secrets); attacks in plain words need the model.
import type { ScannerOptions } from './options.js';
import { createScannerWith, type Scanner } from './scanner.js';

/**
 * Makes a scanner that judges by patterns alone. There is no process-wide default scanner here.
 *
 * @throws SentinelError INVALID_OPTION or INVALID_RULE, naming the option or rule and what it should be.
 */
export function createScanner(options: ScannerOptions = {}): Scanner {
  return createScannerWith(null, options);
}

export { isSentinelError, SentinelError } from './errors.js';
export type { ScannerOptions } from './options.js';
export { redact, restore } from './redact.js';
export type { Finding, ScanResult, Source } from './result.js';
export type { Scanner } from './scanner.js';
