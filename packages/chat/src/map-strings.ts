import { SentinelError, type Source } from '@llm-sentinel/core';
import type { TextVisitor } from './text-map.js';

/** Deeper than any value is for a reason; a tool may answer what would overflow the stack. */
const MAX_DEPTH = 256;

/**
 * Visits every string of a JSON-like value, however deep, with the keys of members before them: for inputs and results of tools.
 * Numbers, dates, bytes and other objects with a class stay as they are.
 *
 * @throws SentinelError INVALID_INPUT for a value that is more than 256 levels deep.
 */
export function mapStrings<T>(value: T, visit: TextVisitor, source: Source, unit?: unknown): T {
  if (isDeeperThan(MAX_DEPTH, value)) {
    throw new SentinelError('INVALID_INPUT', `[@llm-sentinel/chat] The value is more than ${MAX_DEPTH} levels deep.`);
  }
  const map = (inner: unknown): unknown => {
    if (typeof inner === 'string') return visit(inner, source, unit);
    if (Array.isArray(inner)) return inner.map(map);
    if (!isPlainObject(inner)) return inner;
    // As entries, so that a member called `__proto__` stays a member.
    return Object.fromEntries(
      Object.entries(inner).map(([key, member]) => [visit.key(key, source, unit), map(member)]),
    );
  };
  return map(value) as T;
}

/** As `mapStrings`, for a text that holds JSON, such as the arguments of a tool call. What is not JSON, or too deep, is visited as text. */
export function mapJson(json: string, visit: TextVisitor, source: Source, unit?: unknown): string {
  const parsed = parse(json);
  if (parsed === undefined || isDeeperThan(MAX_DEPTH, parsed.value)) return visit(json, source, unit);
  const mapped = mapStrings(parsed.value, visit, source, unit);
  const text = JSON.stringify(mapped);
  // As it was written, where nothing was replaced.
  return text === JSON.stringify(parsed.value) ? json : text;
}

function parse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (!Array.isArray(value) && !isPlainObject(value)) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}
