import {
  type Context,
  context as contexts,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { FastifyInstance } from 'fastify';
import type { Tracing } from '../services/tracing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The span of the request, and the context below it. Not there without tracing. */
    span?: { readonly span: Span; readonly context: Context } | null;
  }
}

const getter = {
  keys: (carrier: object) => Object.keys(carrier),
  get: (carrier: Readonly<Record<string, string | string[] | undefined>>, key: string) => carrier[key],
};

/** A span for each request, in the trace of the caller where it sent one (W3C Trace Context). Scans lie below it. */
export function traceRequests(server: FastifyInstance, { tracer }: Tracing): void {
  const propagator = new W3CTraceContextPropagator();
  server.decorateRequest('span', null);
  server.addHook('onRequest', (request, _reply, done) => {
    const { url = 'unknown' } = request.routeOptions;
    const parent = propagator.extract(ROOT_CONTEXT, request.headers, getter);
    const span = tracer.startSpan(
      `${request.method} ${url}`,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method, 'http.route': url } },
      parent,
    );
    request.span = { span, context: trace.setSpan(parent, span) };
    done();
  });
  // Only here: reading the body loses the context that a hook before it set.
  server.addHook('preHandler', (request, _reply, done) => {
    if (request.span) contexts.with(request.span.context, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { span } = request.span ?? {};
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
