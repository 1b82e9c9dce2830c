import { SentinelError } from '@llm-sentinel/core';

/**
 * An error that `problemOf` answers with a status and this sentence. It is said to the sender of the request, and must not quote it.
 *
 * @example
 * if (userId === undefined) throw refusal('Say who you are.', 401);
 */
export function refusal(message: string, status = 400): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/http] ${message}`, { details: { status } });
}

/** The error of a factory for a bad option. `message` names the option and what it must be. */
export function invalidOption(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/http] ${message}`);
}

/** A limit from options, or its default. */
export function limitOf(option: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw invalidOption(`\`${option}\` must be a whole number above 0, got ${String(value)}.`);
}
