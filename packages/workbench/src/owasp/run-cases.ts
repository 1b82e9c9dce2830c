import { createScanner, type ScanResult } from '@llm-sentinel/core';
import { type OwaspCase, owaspCases } from './cases.js';

/** A case with its verdicts, in balanced mode. */
export interface JudgedCase extends OwaspCase {
  readonly result: ScanResult;
  readonly harmlessResult: ScanResult;
}

/** Scans each case and the harmless text beside it. */
export function judgeCases(): JudgedCase[] {
  const { scan } = createScanner({ cache: false });
  return owaspCases.map((tried) => {
    const context = {
      source: tried.source,
      ...(tried.protectedText !== undefined && { protectedText: tried.protectedText }),
    };
    return { ...tried, result: scan(tried.text, context), harmlessResult: scan(tried.harmless, context) };
  });
}
