import type { CachedVerdict } from '@llm-sentinel/core';

const ACTIONS: readonly unknown[] = ['allow', 'flag', 'redact', 'block'];
const SEVERITIES: readonly unknown[] = ['none', 'low', 'medium', 'high', 'critical'];

/** A verdict as it was written, deep-frozen; undefined for anything else, whoever wrote it. */
export function parseVerdict(json: string): CachedVerdict | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isVerdict(value)) return undefined;
  const { v: _version, ...verdict } = value;
  return deepFreeze(verdict);
}

function isVerdict(value: unknown): value is CachedVerdict & { v: 1 } {
  return (
    isObject(value) &&
    value.v === 1 &&
    ACTIONS.includes(value.action) &&
    SEVERITIES.includes(value.severity) &&
    isScore(value.riskScore) &&
    (value.threatType === null || typeof value.threatType === 'string') &&
    isObject(value.scores) &&
    Object.values(value.scores).every(isScore) &&
    isListOf(value.triggeredEngines, isText) &&
    isListOf(value.findings, isFinding) &&
    typeof value.truncated === 'boolean'
  );
}

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.engine, value.rule, value.threatType, value.message].every(isText) &&
    SEVERITIES.includes(value.severity) &&
    isScore(value.score) &&
    isOffset(value.start) &&
    isOffset(value.end)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isListOf(value: unknown, is: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
const isText = (value: unknown): boolean => typeof value === 'string';
const isScore = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isOffset = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
