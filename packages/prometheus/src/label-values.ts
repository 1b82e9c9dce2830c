import type { Action, Finding, ScanResult, Source } from '@llm-sentinel/core';
import { OWASP_CATEGORY } from './catalogue.js';
import { NONE } from './label-guard.js';

const RESULTS: Readonly<Record<Action, string>> = {
  allow: 'allowed',
  block: 'blocked',
  flag: 'flagged',
  redact: 'redacted',
};

/** The guard that a text from a source passes. */
export const LAYERS: Readonly<Record<Source, string>> = {
  user: 'input_guard',
  model: 'output_guard',
  tool: 'tool_guard',
  document: 'retrieval_guard',
  system: 'system_guard',
};

/** An engine failed and the others found nothing to decide by: what then happened was `failMode`, not a verdict. */
function hasNoVerdict({ errors, threatType }: ScanResult): boolean {
  return errors.length > 0 && threatType === null;
}

export function resultOf(result: ScanResult): string {
  return hasNoVerdict(result) ? 'error' : RESULTS[result.action];
}

export function statusOf(result: ScanResult): string {
  if (!hasNoVerdict(result)) return 'success';
  return result.errors.every((error) => error.code === 'TIMEOUT') ? 'timeout' : 'failure';
}

/** The OWASP LLM Top 10 id that the rule names, else that of the built-in threat type. */
export function categoryOf({ references = [], threatType }: Finding): string {
  const named = references.find((reference) => reference.startsWith('LLM'));
  return named ?? OWASP_CATEGORY.get(threatType) ?? NONE;
}

/** How an injection or a jailbreak was tried; undefined for other threats. */
export function injectionTypeOf({ threatType, decodedFrom, rule }: Finding, source: Source): string | undefined {
  if (threatType !== 'injection' && threatType !== 'jailbreak') return undefined;
  if (decodedFrom !== undefined && decodedFrom.length > 0) return 'encoded';
  if (threatType === 'jailbreak') return /\brole|persona/.test(rule) ? 'roleplay' : 'jailbreak';
  // A person speaks for himself; a document, a tool result or a model's answer carries someone else's words.
  return source === 'user' || source === 'system' ? 'direct' : 'indirect';
}
