import { SentinelError } from '@llm-sentinel/core';
import { isTransient } from '@llm-sentinel/resilience';

/** What may be said about a failed delivery: no address, no key, no word of the other side. */
interface Failure {
  readonly status?: number;
  /** Code of a system or library, such as ECONNREFUSED. */
  readonly reason?: string;
  /** Trying again may help. */
  readonly isTransient: boolean;
  readonly retryAfterMs?: number;
}

/** The error of a channel that could not deliver: UNAVAILABLE when it may work later, ADAPTER_FAILED when it will not. */
export function deliveryError(channel: string, what: string, failure: Failure): SentinelError {
  const { isTransient: mayWork, ...details } = failure;
  return new SentinelError(mayWork ? 'UNAVAILABLE' : 'ADAPTER_FAILED', `[@llm-sentinel/alerting] ${channel} ${what}`, {
    details,
  });
}

/** For an answer that is no success. 408, 425, 429 and 5xx may be different the next time. */
export function statusError(channel: string, status: number, retryAfterMs: number | undefined): SentinelError {
  return deliveryError(channel, `answered ${status}.`, {
    status,
    isTransient: [408, 425, 429].includes(status) || status >= 500,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** For a connection that failed. Of the error only its code is passed on. */
export function connectionError(channel: string, error: unknown): SentinelError {
  const { code } = error as { code?: unknown };
  const reason = typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'unknown';
  return deliveryError(channel, `was not reached: ${reason}.`, { reason, isTransient: isTransient(error) });
}
