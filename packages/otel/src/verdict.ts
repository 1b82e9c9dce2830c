import type { Action, Finding, ScanResult, Source } from '@llm-sentinel/core';

/** The guard that a text from a source passes. */
export const LAYERS: Readonly<Record<Source, string>> = {
  user: 'input_guard',
  model: 'output_guard',
  tool: 'tool_guard',
  document: 'retrieval_guard',
  system: 'system_guard',
};

const RESULTS: Readonly<Record<Action, string>> = {
  allow: 'allowed',
  block: 'blocked',
  flag: 'flagged',
  redact: 'redacted',
};

/** An engine failed and the others found nothing to decide by: what then happened was `failMode`, not a verdict. */
export function hasFailed({ errors, threatType }: ScanResult): boolean {
  return errors.length > 0 && threatType === null;
}

/** `allowed`, `blocked`, `flagged`, `redacted` or `error`. */
export function resultOf(result: ScanResult): string {
  return hasFailed(result) ? 'error' : RESULTS[result.action];
}

/** The surest finding of the threat that decided; of all, when none did. */
export function decisiveFinding({ findings, threatType }: ScanResult): Finding | undefined {
  let best: Finding | undefined;
  for (const finding of findings) {
    if (threatType !== null && finding.threatType !== threatType) continue;
    if (best === undefined || finding.score > best.score) best = finding;
  }
  return best;
}
