import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Telemetry } from '@llm-sentinel/core';
import { invalidOption, onlyKnown } from './check.js';
import { NONE, OTHER } from './label-guard.js';

/** One answered request, for frameworks that tell of it in a hook of their own. */
export interface HttpRequestRecord {
  /** Method of the request. One that HTTP does not know counts as `other`. */
  readonly method: string;
  /** The template that the router matched, such as `/users/:id`; never the path. @default 'none' */
  readonly route?: string | undefined;
  /** Status of the answer. */
  readonly statusCode: number;
  /** From the request's arrival to the end of the answer. */
  readonly seconds: number;
}

/** Where requests are recorded, and by which route. */
export interface HttpMetricsOptions {
  /** Where to record: `prometheus.metrics`. */
  readonly metrics: Telemetry;
  /**
   * The template of the route that answered, asked when the response is done. Needed where routers are mounted on one
   * another, or the framework is another. @default `request.route.path`, as Express has it
   */
  readonly route?: (request: IncomingMessage) => string | undefined;
}

// Anybody can send any word as method.
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** What nginx logs for a client that went away before it had its answer. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Middleware for Express, Connect and `node:http` that counts and times requests by the template of their route. Put it
 * before the routes.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * app.use(httpMetrics({ metrics: prometheus.metrics }));
 */
export function httpMetrics(
  options: HttpMetricsOptions,
): (request: IncomingMessage, response: ServerResponse, next?: () => void) => void {
  onlyKnown(options, ['metrics', 'route'] satisfies (keyof HttpMetricsOptions)[]);
  const { metrics, route = routeOfExpress } = options;
  if (typeof metrics?.increment !== 'function' || typeof metrics.observe !== 'function') {
    throw invalidOption('`metrics` must be that of an adapter.');
  }
  return (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      recordHttpRequest(metrics, {
        method: request.method ?? OTHER,
        route: templateOf(route, request),
        statusCode: response.writableFinished ? response.statusCode : CLIENT_CLOSED_REQUEST,
        seconds: (performance.now() - start) / 1_000,
      });
    });
    next?.();
  };
}

/**
 * Counts and times one request.
 *
 * @example
 * fastify.addHook('onResponse', async (request, reply) =>
 *   recordHttpRequest(metrics, {
 *     method: request.method,
 *     route: request.routeOptions.url,
 *     statusCode: reply.statusCode,
 *     seconds: reply.elapsedTime / 1_000,
 *   }));
 */
export function recordHttpRequest(metrics: Telemetry, request: HttpRequestRecord): void {
  const { route = NONE, statusCode, seconds } = request;
  const method = METHODS.includes(request.method) ? request.method : OTHER;
  metrics.increment('http_requests_total', { method, route, status_code: String(statusCode) });
  metrics.observe('http_request_duration_seconds', { method, route }, seconds);
}

/** Without the path of mounted routers: Express has that as it was requested, ids and all. */
function routeOfExpress(request: IncomingMessage & { route?: { path?: unknown } }): string | undefined {
  const path = request.route?.path;
  return typeof path === 'string' ? path : undefined;
}

/** The application's own code: a response that was sent must not end in its error. */
function templateOf(route: NonNullable<HttpMetricsOptions['route']>, request: IncomingMessage): string | undefined {
  try {
    return route(request);
  } catch {
    return undefined;
  }
}
