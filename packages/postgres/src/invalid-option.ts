import { SentinelError } from '@llm-sentinel/core';

/** The error of a factory for a bad option. `message` names the option and what it must be. */
export function invalidOption(message: string, cause?: unknown): SentinelError {
  return new SentinelError(
    'INVALID_OPTION',
    `[@llm-sentinel/postgres] ${message}`,
    cause === undefined ? {} : { cause },
  );
}

/** A whole number between `min` and `max`, or the default when it is not given. */
export function integerOption(
  name: string,
  value: number | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (value === undefined) return fallback;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw invalidOption(`\`${name}\` must be a whole number from ${min} to ${max}, got ${String(value)}.`);
}
