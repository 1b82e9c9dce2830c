import { isSentinelError, type SentinelError } from '@llm-sentinel/core';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, Problem, type ProblemCode, problemBody } from './problem.js';

/** Answers with a problem, whatever was thrown. What nobody foresaw is logged; the client learns nothing of it. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  if (problem.statusCode >= 500) {
    request.log.error({ event: 'request_failed', request_id: request.id, error }, problem.message);
  }
  sendProblem(reply, problem, request.id);
}

export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  reply
    .code(problem.statusCode)
    .headers(problem.headers)
    .type(PROBLEM_TYPE)
    // Problems are rare and alike: they need no serializer of their route.
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, requestId));
}

const SECOND_MS = 1_000;
/** The connection is of no use any more: the rest of the body would be taken for the next request. */
const CLOSE = { connection: 'close' };

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_NOT_FOUND: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'uri_too_long',
};

const DETAILS: Partial<Readonly<Record<ProblemCode, string>>> = {
  payload_too_large: 'The body is larger than this route takes.',
  unsupported_media_type: 'This route does not take a body of this Content-Type.',
  not_found: 'There is nothing at this address.',
  uri_too_long: 'A part of the address is too long.',
};

function problemOf(thrown: unknown, request: FastifyRequest): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isSentinelError(thrown)) return ofSentinel(thrown);
  const error = thrown as FastifyError;
  if (error.validation !== undefined) {
    const part = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'request');
    return new Problem('invalid_request', `The ${part} is not as it should be.`, {
      errors: error.validation.map(({ instancePath, message = 'is invalid', params }) => ({
        path: `/${part}${instancePath}`,
        message: params.additionalProperty === undefined ? message : `${message}: ${nameOf(params.additionalProperty)}`,
      })),
    });
  }
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT') {
    return request.raw.complete
      ? new Problem('unavailable', 'The answer took too long.', { headers: { 'retry-after': '1' } })
      : new Problem('request_timeout', 'The request took too long to arrive.', { headers: CLOSE });
  }
  const code = OF_FASTIFY[error.code];
  if (code !== undefined) {
    return new Problem(code, DETAILS[code] ?? '', { headers: code === 'payload_too_large' ? CLOSE : {} });
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    // What is left of Fastify's own: a body that is no JSON, or not as long as its Content-Length.
    return new Problem('invalid_request', 'The request or its JSON body is malformed.');
  }
  return new Problem('internal_error', 'Something went wrong here; the log of the service has it by the request id.');
}

function ofSentinel({ code, message, details }: SentinelError): Problem {
  if (code === 'INVALID_INPUT') return new Problem('invalid_request', withoutPackage(message));
  const { retryAfterMs } = details as { retryAfterMs?: number };
  if (code === 'OVERLOADED' || code === 'CIRCUIT_OPEN' || code === 'UNAVAILABLE' || code === 'TIMEOUT') {
    const seconds = Math.max(1, Math.ceil((retryAfterMs ?? SECOND_MS) / SECOND_MS));
    return new Problem('unavailable', 'A part of the service that this needs is away or busy; try again later.', {
      headers: { 'retry-after': String(seconds) },
    });
  }
  return new Problem('internal_error', 'Something went wrong here; the log of the service has it by the request id.');
}

/** `[@llm-sentinel/postgres] ` is for developers. */
function withoutPackage(message: string): string {
  return message.replace(/^\[[^\]]+\] /, '');
}

/** A name that a client made up. */
function nameOf(name: unknown): string {
  return JSON.stringify(String(name).slice(0, 60));
}
