import { standardModel } from './model/index.js';
import type { ScannerOptions } from './options.js';
import { createScannerWith, type Scanner } from './scanner.js';

/**
 * Makes a scanner, and makes rules and model ready: a tenth of a second for the first one, some tens of milliseconds for one with rules of its own.
 *
 * @throws SentinelError INVALID_OPTION or INVALID_RULE, naming the option or rule and what it should be.
 */
export function createScanner(options: ScannerOptions = {}): Scanner {
  return createScannerWith(standardModel(), options);
}
