import { SentinelError } from '@llm-sentinel/core';
import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/dashboard');
export const { invalidOption, onlyKnown } = checks;

/** An option that is a whole number within bounds, or its default. */
export function wholeNumber(option: string, value: unknown, fallback: number, min: number, max: number): number {
  return checks.number(option, value, fallback, { min, max, whole: true });
}

/** The error of a question that can't be answered: a bad query. */
export function invalidInput(message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/dashboard] ${message}`);
}
