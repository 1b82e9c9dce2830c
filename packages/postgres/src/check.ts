import { SentinelError } from '@llm-sentinel/core';
import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/postgres');
export const { invalidOption, number, onlyKnown } = checks;

/** The error of a question that can't be answered. */
export function invalidInput(message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/postgres] ${message}`);
}
