import { STATUS_CODES } from 'node:http';

/** What clients can rely on: one code for one cause. Titles and details are for people and may change. */
export const PROBLEM_STATUS = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  payload_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  rate_limited: 429,
  headers_too_large: 431,
  internal_error: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** The body of every answer that is an error (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId?: string;
  /** Of an invalid request: what is wrong where. Never a value, which may be a text that was to be scanned. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export interface ProblemOptions {
  readonly errors?: ProblemBody['errors'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by routes and hooks to end a request. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly errors: ProblemBody['errors'];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, { errors, headers = {} }: ProblemOptions = {}) {
    super(detail);
    this.code = code;
    this.statusCode = PROBLEM_STATUS[code];
    this.errors = errors;
    this.headers = headers;
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problemBody({ code, statusCode, message, errors }: Problem, requestId?: string): ProblemBody {
  return {
    type: `urn:llm-sentinel:problem:${code}`,
    title: STATUS_CODES[statusCode] ?? code,
    status: statusCode,
    code,
    detail: message,
    ...(requestId !== undefined && { requestId }),
    ...(errors !== undefined && { errors }),
  };
}
