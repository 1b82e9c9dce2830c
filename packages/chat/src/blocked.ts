import { type ScanResult, SentinelError } from '@llm-sentinel/core';

/** The error of a text that must not pass, in the form that core's own `guard` gives it. */
export function blocked(stage: 'input' | 'output', result: ScanResult): SentinelError {
  const reason =
    result.findings.find(({ threatType }) => threatType === result.threatType)?.message ?? 'It was not judged safe.';
  return new SentinelError('BLOCKED', `[@llm-sentinel/chat] The ${stage} was blocked: ${reason}`, {
    details: { stage, result },
  });
}
