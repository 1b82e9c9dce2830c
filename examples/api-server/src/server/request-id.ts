import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

// What may stand in a log line and a header as it is.
const ACCEPTABLE = /^[\w.:-]{1,128}$/;

/** The caller's `X-Request-Id` where it is a sane one, else a new id. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
