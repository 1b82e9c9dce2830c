import { isSentinelError, type SentinelErrorCode } from '@llm-sentinel/core';

// Of the connection, not of what was asked: https://nodejs.org/api/errors.html#common-system-errors and undici's own.
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);
// Of PostgreSQL: connection exceptions, serialisation failures and deadlocks, too many connections, shutdown.
const DATABASE_CODES = /^(?:08...|40001|40P01|53300|57P0[123])$/;
// RFC 9110 and RFC 6585: request timeout, too early, too many requests, and what a gateway says of the server behind it.
const STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504, 529]);

const NEUTRAL_CODES: readonly SentinelErrorCode[] = ['INVALID_INPUT', 'INVALID_OPTION', 'RATE_LIMITED', 'BLOCKED'];

/**
 * Whether trying again may help: failures of the network, time limits, overload, and answers 408, 425, 429, 500, 502, 503, 504
 * and 529 in `status` or `statusCode`. Looks into `cause`, where fetch puts the reason. What a program does wrong is not transient.
 */
export function isTransient(error: unknown): boolean {
  for (let depth = 0, current = error; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    if (isSentinelError(current)) return ['TIMEOUT', 'UNAVAILABLE', 'OVERLOADED'].includes(current.code);
    const { code, status, statusCode, name, cause } = current as Record<string, unknown>;
    if (typeof code === 'string' && (NETWORK_CODES.has(code) || DATABASE_CODES.test(code))) return true;
    if (STATUSES.has(Number(status ?? statusCode))) return true;
    if (name === 'TimeoutError') return true;
    current = cause;
  }
  return false;
}

/**
 * Errors that tell nothing about the state of what was called: mistakes of the calling program, calls that their caller stopped, and
 * what was refused before it got there.
 */
export function isNeutral(error: unknown): boolean {
  // fetch reports a failed connection as a TypeError too, with the reason as its cause.
  const isMistake =
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError ||
    error instanceof RangeError;
  if (isMistake) return error.cause === undefined;
  if (isSentinelError(error)) return NEUTRAL_CODES.includes(error.code);
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

/** Milliseconds that a server asked to wait: `retryAfterMs`, or a `Retry-After` header in seconds or as a date. */
export function askedToWaitMs(error: unknown, now: number = Date.now()): number {
  if (typeof error !== 'object' || error === null) return 0;
  const { retryAfterMs, headers, details } = error as Record<string, unknown>;
  const given = retryAfterMs ?? (details as Record<string, unknown> | undefined)?.retryAfterMs;
  if (typeof given === 'number' && given > 0) return given;
  const header = readHeader(headers);
  if (header === undefined) return 0;
  const ms = /^\d+(?:\.\d+)?$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}

function readHeader(headers: unknown): string | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const { get } = headers as { get?: unknown };
  const value: unknown =
    typeof get === 'function' ? get.call(headers, 'retry-after') : (headers as Record<string, unknown>)['retry-after'];
  return typeof value === 'string' ? value.trim() : undefined;
}
