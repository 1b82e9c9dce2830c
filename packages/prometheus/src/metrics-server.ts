import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invalidOption, onlyKnown } from './check.js';
import { type MetricsHandlerOptions, metricsHandler, send } from './metrics-handler.js';
import { profileHandler } from './profile/profile-handler.js';

/** What is shown, to whom, and where. */
export interface MetricsServerOptions extends MetricsHandlerOptions {
  /** Port to listen on, 0 to 65,535; 0 takes a free one. One that is taken is INVALID_OPTION. */
  readonly port: number;
  /** Address to listen on; '0.0.0.0' where Prometheus comes from another machine. @default '127.0.0.1' */
  readonly host?: string;
  /** Where the metrics are. Any other path is a 404. @default '/metrics' */
  readonly path?: string;
  /** Where CPU profiles can be asked for, with the same credentials, such as '/debug/profile'. @default nowhere */
  readonly profilePath?: string;
}

/** A server that runs. */
export interface MetricsServer {
  /** Where the metrics are. */
  readonly url: string;
  /** Lets scrapes under way finish, one second at most. Safe to call twice. */
  close(): Promise<void>;
}

const KNOWN: readonly string[] = [
  'registry',
  'auth',
  'onError',
  'port',
  'host',
  'path',
  'profilePath',
] satisfies (keyof MetricsServerOptions)[];

// A scrape has no body and few headers: who takes longer to send one is holding a connection.
const REQUEST_TIMEOUT_MS = 5_000;
const CLOSE_GRACE_MS = 1_000;

/**
 * Serves the metrics on a port of their own. Fails when the port is taken.
 *
 * @throws SentinelError INVALID_OPTION, as a rejection, naming the option and what it must be; of `port` also where it is taken.
 * @example
 * const server = await startMetricsServer({ registry: prometheus.registry, port: 9464, auth: { bearer: token } });
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  onlyKnown(options, KNOWN);
  const { port, host = '127.0.0.1', path = '/metrics', profilePath, ...shown } = options;
  const handlers = new Map([[path, metricsHandler(shown)]]);
  if (profilePath !== undefined) handlers.set(profilePath, profileHandler({ auth: shown.auth }));
  const limits = { headersTimeout: REQUEST_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
  const server = createServer(limits, (request, response) => {
    const handle = handlers.get(request.url?.split('?', 1)[0] ?? '');
    if (handle !== undefined) void handle(request, response);
    else send(response, 404, 'Not Found');
  });
  await listen(server, port, host);
  const { port: chosen } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}${path}`,
    close: () => (closing ??= stop(server)),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = `cannot listen on ${host}:${port} (${cause.code ?? cause.name}).`;
      reject(invalidOption(`\`port\`: ${reason}`, cause));
    });
    server.listen(port, host, resolve);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
