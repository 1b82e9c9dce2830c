import { recordHttpRequest } from '@llm-sentinel/prometheus';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Services } from '../services/services.js';

type Hook = (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => void;

/** Counts and logs each answered request: who, what, how long. No text, no query, no address. */
export function createObservation({ prometheus, logger }: Services, logRequests: boolean): Hook {
  const metrics = prometheus?.metrics;
  return (request, reply, done) => {
    const { method, caller, id, is404 } = request;
    const { statusCode, elapsedTime } = reply;
    const route = is404 ? undefined : request.routeOptions.url;
    if (metrics !== undefined) {
      recordHttpRequest(metrics, { method, route, statusCode, seconds: elapsedTime / 1_000 });
      if (caller !== null) {
        const status = statusCode < 400 ? 'success' : 'failure';
        metrics.increment('api_key_requests_total', { key_id: caller.alias, status });
      }
    }
    // A probe every second would be most of the log.
    if (logRequests && request.routeOptions.config.isProbe !== true) {
      logger.info(
        {
          event: 'http_request',
          request_id: id,
          method,
          route,
          status_code: statusCode,
          duration_ms: Math.round(elapsedTime * 1_000) / 1_000,
          client: caller?.alias,
          trace_id: request.span?.span.spanContext().traceId,
        },
        'Request',
      );
    }
    done();
  };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked so often that its requests are not logged. */
    isProbe?: boolean;
  }
}
