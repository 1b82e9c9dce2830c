import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_TYPE, Problem, problemBody } from './problem.js';

type ClientError = Error & { readonly code?: string };

/** Answers what is no HTTP, too large or too late for a request to come of it, and closes the connection. */
export function handleClientError(error: ClientError, socket: Socket): void {
  // Node says of the response under way only in this member, and its own handler asks it too.
  const { _httpMessage: response } = socket as Socket & { _httpMessage?: { headersSent: boolean } | null };
  if (error.code === 'ECONNRESET' || !socket.writable || response?.headersSent === true) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error);
  const body = JSON.stringify(problemBody(problem));
  socket.end(
    `HTTP/1.1 ${problem.statusCode} ${STATUS_CODES[problem.statusCode]}\r\n` +
      `Content-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    // A client that does not read must not keep the socket.
    () => socket.destroy(),
  );
}

function problemOf({ code }: ClientError): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers_too_large', 'The headers are too large.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request_timeout', 'The request took too long to arrive.');
  }
  return new Problem('invalid_request', 'The request is no well-formed HTTP.');
}
