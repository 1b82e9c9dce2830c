import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyBaseLogger, type FastifyReply, fastify, LogController } from 'fastify';
import type { KeyRing } from '../auth/key-ring.js';
import type { Config } from '../config/schema.js';
import type { RouteContext, Server } from '../routes/route-context.js';
import type { Services } from '../services/services.js';
import { createAdmission } from './admission.js';
import { handleClientError } from './client-error.js';
import { handleError, sendProblem } from './error-handler.js';
import { answerUnknownRoutes } from './not-found.js';
import { createObservation } from './observation.js';
import { describeApi, serveDocs } from './openapi.js';
import { Problem } from './problem.js';
import { requestIdOf } from './request-id.js';
import { traceRequests } from './trace-requests.js';
import { validateStrictly } from './validation.js';

export interface ServerOptions {
  readonly config: Config;
  readonly services: Services;
  readonly ring: KeyRing;
  readonly version: string;
  /** What the server answers. */
  readonly routes: readonly ((server: Server, context: RouteContext) => void | Promise<void>)[];
  /** Serve the OpenAPI document and its page. */
  readonly docs: boolean;
  /** While true, answers ask clients to come back by another connection. */
  readonly isDraining: () => boolean;
}

const MAX_HEADER_BYTES = 16_384;
const CHECK_CONNECTIONS_MS = 500;

/** A listener with everything that all routes have in common. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { config, services, ring, version, routes, docs, isDraining } = options;
  const { headersTimeoutMs, requestTimeoutMs, streamTimeoutMs, streamIdleMs, keepAliveMs } = config.server;
  const logger: FastifyBaseLogger = services.logger;
  const server: Server = fastify({
    loggerInstance: logger,
    // One line a request, of our own; and no logger for each request.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: requestIdOf,
    requestIdHeader: false,
    trustProxy: config.server.trustProxy.length === 0 ? false : config.server.trustProxy,
    bodyLimit: config.server.maxBodyBytes,
    handlerTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    // Silence on a connection with a request, in either direction: clients that send or read too slowly.
    connectionTimeout: streamIdleMs,
    requestTimeout: Math.max(requestTimeoutMs, streamTimeoutMs),
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: CHECK_CONNECTIONS_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    // Requests that reach a closing listener are answered as all others; the answer closes their connection.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: handleClientError,
    // What fails before there is a route runs through no hook.
    frameworkErrors: (_error, { id }, reply) =>
      sendProblem(
        reply.header('x-request-id', id) as FastifyReply,
        new Problem('invalid_request', 'The address is malformed.'),
        id,
      ),
  }).withTypeProvider<TypeBoxTypeProvider>();
  server.server.maxConnections = config.server.maxConnections;

  validateStrictly(server);
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler(handleError);
  answerUnknownRoutes(server);
  if (services.tracing !== undefined) traceRequests(server, services.tracing);
  if (docs) await describeApi(server, version);

  server.decorateRequest('caller', null);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    if (isDraining()) reply.header('connection', 'close');
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    done(encoding === 'identity' ? undefined : new Problem('unsupported_media_type', 'Bodies must not be compressed.'));
  });
  // Before admission: what a browser asks beforehand has no key.
  if (config.server.corsOrigins.length > 0) {
    await server.register(cors, {
      origin: [...config.server.corsOrigins],
      exposedHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after'],
      maxAge: 600,
    });
  }
  server.addHook('onRequest', createAdmission(ring, services.quotas));
  server.addHook('onResponse', createObservation(services, config.logging.requests));

  for (const route of routes) {
    await server.register(async (scope) => route(scope.withTypeProvider<TypeBoxTypeProvider>(), { services, config }));
  }
  if (docs) await server.register(serveDocs);
  return server;
}
