import { SentinelError } from '@llm-sentinel/core';

/** The error of a factory for a bad option. `message` names the option and what it must be. */
export function invalidOption(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/otel] ${message}`);
}
