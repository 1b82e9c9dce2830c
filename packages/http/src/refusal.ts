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
