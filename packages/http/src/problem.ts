import { isSentinelError, type ScanResult, type SentinelError, type SentinelErrorCode } from '@llm-sentinel/core';

/** Problem details as RFC 9457 has them. `type` is left out: it is `about:blank`, and `title` that of the status. */
export interface Problem {
  /** Status of the answer. */
  readonly status: number;
  /** Name of the status. */
  readonly title: string;
  /** One sentence for the sender. */
  readonly detail?: string;
  /** For programs. Absent where the failure is none of the sender's business. */
  readonly code?: SentinelErrorCode | 'UNAUTHENTICATED';
  /** Of what was blocked: its kind, and what to quote in a complaint. Which rules found it stays in the log. */
  readonly threatType?: string;
  /** `scanId` of the verdict. */
  readonly scanId?: string;
}

/** An answer that is a problem, for frameworks with responses of their own. */
export interface ProblemAnswer {
  /** Status of the answer. */
  readonly status: number;
  /** Type of the body, and after how many seconds to try again, where that helps. */
  readonly headers: Readonly<Record<string, string>>;
  /** To be sent as JSON. */
  readonly body: Problem;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What is said of the errors that a sender may meet. All others are mistakes of the program. */
const ANSWERS: Readonly<Partial<Record<SentinelErrorCode, { readonly status: number; readonly detail: string }>>> = {
  BLOCKED: { status: 422, detail: 'The message was not judged safe.' },
  RATE_LIMITED: { status: 429, detail: 'There were too many requests. Try again later.' },
  OVERLOADED: { status: 503, detail: 'There is too much to do. Try again later.' },
  CIRCUIT_OPEN: { status: 503, detail: 'The model is not available. Try again later.' },
  UNAVAILABLE: { status: 503, detail: 'The model is not available. Try again later.' },
  TIMEOUT: { status: 504, detail: 'The model took too long.' },
};

/**
 * Turns an error into what its sender may know. Of a blocked text that is the threat type and the scan id; of an error that is not
 * a `SentinelError`, the status alone.
 *
 * @param status - Of an error that is not a `SentinelError`, or is a mistake of the program.
 * @example
 * app.use((error, request, response, next) => {
 *   const { status, headers, body } = problemOf(error);
 *   response.status(status).set(headers).json(body);
 * });
 */
export function problemOf(error: unknown, status = 500): ProblemAnswer {
  if (!isSentinelError(error)) return answer({ status, title: titleOf(status) });
  if (error.code === 'INVALID_INPUT') return answer(invalidInput(error));
  const known = ANSWERS[error.code];
  if (known === undefined) return answer({ status, title: titleOf(status) });
  if (error.code === 'BLOCKED') return answer(blocked(error, known));
  return answer({ ...known, title: titleOf(known.status), code: error.code }, retryAfter(error));
}

/** `problemOf` as a web-standard response. */
export function problemResponse(error: unknown, status?: number): Response {
  const problem = problemOf(error, status);
  return new Response(JSON.stringify(problem.body), { status: problem.status, headers: problem.headers });
}

function answer(body: Problem, headers: Readonly<Record<string, string>> = {}): ProblemAnswer {
  return {
    status: body.status,
    // Caches must not keep what was said to one sender.
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    body,
  };
}

function invalidInput({ message, details }: SentinelError): Problem {
  const status = typeof details.status === 'number' ? details.status : 400;
  return {
    status,
    title: titleOf(status),
    // These never quote the text; the name of the package is for the log.
    detail: message.replace(/^\[@[^\]]*\] /, ''),
    code: status === 401 ? 'UNAUTHENTICATED' : 'INVALID_INPUT',
  };
}

function blocked({ details }: SentinelError, { status, detail }: { status: number; detail: string }): Problem {
  const { stage, result } = details as { stage?: string; result?: ScanResult };
  const isAnswer = stage === 'output';
  return {
    // An answer that was withheld is no mistake of who asked.
    status: isAnswer ? 502 : status,
    title: titleOf(isAnswer ? 502 : status),
    detail: isAnswer ? 'The answer was withheld.' : detail,
    code: 'BLOCKED',
    ...(typeof result?.threatType === 'string' && { threatType: result.threatType }),
    ...(result !== undefined && { scanId: result.scanId }),
  };
}

function retryAfter({ details }: SentinelError): Record<string, string> {
  const { retryAfterMs } = details as { retryAfterMs?: unknown };
  if (typeof retryAfterMs !== 'number') return {};
  return { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) };
}

function titleOf(status: number): string {
  return TITLES[status] ?? (status < 500 ? 'Request Refused' : 'Server Error');
}
