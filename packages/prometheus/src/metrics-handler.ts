import type { IncomingMessage, ServerResponse } from 'node:http';
import { invalidOption, onlyKnown } from './check.js';
import { createAuthorizer, type MetricsAuth } from './metrics-auth.js';

/**
 * The part of a registry that a scrape needs; for a cluster `{ contentType, metrics: () => cluster.clusterMetrics() }`.
 */
export interface ScrapedRegistry {
  /** `Content-Type` of what `metrics()` returns. */
  readonly contentType: string;
  /** All metrics in the text format. */
  metrics(): Promise<string>;
}

/** What is shown, and to whom. */
export interface MetricsHandlerOptions {
  /** What is shown: `prometheus.registry`. */
  readonly registry: ScrapedRegistry;
  /** Who may read: `{ bearer }`, `{ username, password }`, or `'none'` for everybody. */
  readonly auth: MetricsAuth;
  /** Told why a scrape failed; the client is not. @default one process warning with the class of the first error */
  readonly onError?: (error: unknown) => void;
}

/**
 * A `/metrics` handler for `node:http`, Express, or the raw request and response of other frameworks. Scrapes that come
 * while one is under way share its page.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * app.get('/metrics', metricsHandler({ registry: prometheus.registry, auth: { bearer: token } }));
 */
export function metricsHandler(
  options: MetricsHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  onlyKnown(options, ['registry', 'auth', 'onError'] satisfies (keyof MetricsHandlerOptions)[]);
  const { registry, onError = warnOnce() } = options;
  if (typeof registry?.metrics !== 'function') {
    throw invalidOption('`registry` must be a metrics registry.');
  }
  const authorizer = createAuthorizer(options.auth);
  let pending: Promise<string> | undefined;

  function page(): Promise<string> {
    pending ??= (async () => registry.metrics())().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!authorizer.allows(request.headers.authorization)) {
      response.setHeader('WWW-Authenticate', authorizer.challenge);
      return send(response, 401, 'Unauthorized');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return send(response, 405, 'Method Not Allowed');
    }
    try {
      const body = await page();
      send(response, 200, body, registry.contentType);
    } catch (error) {
      onError(error);
      send(response, 500, 'The metrics could not be collected.');
    }
  };
}

/** Node leaves the body out where the request was HEAD. */
export function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(body);
}

function warnOnce(): (error: unknown) => void {
  let hasWarned = false;
  return (error) => {
    if (hasWarned) return;
    hasWarned = true;
    const type = error instanceof Error ? error.name : typeof error;
    // The message stays out: a collector of the application may quote its connection string.
    process.emitWarning(`A scrape failed with ${type}; give \`onError\` to see it.`, 'SentinelMetricsWarning');
  };
}
