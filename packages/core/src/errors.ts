/** Stable causes, for programs. The message is for people and may change. */
export type SentinelErrorCode =
  /** An argument has the wrong type, such as a number where a text is expected. */
  | 'INVALID_INPUT'
  /** An option is unknown, of the wrong type or out of range. */
  | 'INVALID_OPTION'
  /** A custom rule can't be compiled, or its pattern could take exponential time. */
  | 'INVALID_RULE'
  /** A call took longer than its time limit. */
  | 'TIMEOUT'
  /** `guard()` stopped a call because its input or output was blocked. */
  | 'BLOCKED'
  /** An adapter rejected, threw or took longer than its time limit. */
  | 'ADAPTER_FAILED'
  /** An engine threw, or an asynchronous one ran out of its time budget. */
  | 'ENGINE_FAILED'
  /** A caller is over a rate limit; `details.retryAfterMs` says how long. */
  | 'RATE_LIMITED'
  /** A circuit breaker did not let the call through; `details.retryAfterMs` says how long. */
  | 'CIRCUIT_OPEN'
  /** Too many calls run and wait already. */
  | 'OVERLOADED'
  /** A store, such as Redis, is away or did not answer within its deadline. */
  | 'UNAVAILABLE'
  /** Another one holds the lock, or the lease was lost. */
  | 'LOCKED';

const BRAND = Symbol.for('@llm-sentinel/error');

/**
 * The one error class of all packages: `code` for programs, a sentence that says what to do for people. It never contains the
 * scanned text or a credential.
 */
export class SentinelError extends Error {
  /** What went wrong, for programs. The page of errors in the reference has all codes and what to do about each. */
  readonly code: SentinelErrorCode;
  /** Facts a program may want, such as the `result` that blocked a call. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: SentinelErrorCode,
    message: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'SentinelError';
    this.code = code;
    this.details = options.details ?? {};
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * True for a `SentinelError` of any copy of this library in the process, of the given code if one is named. Use it instead of
 * `instanceof`, which fails when an ESM and a CJS copy meet.
 */
export function isSentinelError(error: unknown, code?: SentinelErrorCode): error is SentinelError {
  return (
    typeof error === 'object' &&
    error !== null &&
    BRAND in error &&
    (code === undefined || (error as unknown as SentinelError).code === code)
  );
}
