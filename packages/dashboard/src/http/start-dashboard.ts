import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SentinelError } from '@llm-sentinel/core';
import { invalidOption, onlyKnown } from '../check.js';
import type { ServedDashboard } from '../security-dashboard.js';

/** What is served, and where. */
export interface StartDashboardOptions {
  /** One that was made with `auth`. */
  readonly dashboard: ServedDashboard;
  /** Port to listen on, 0 to 65,535; 0 takes a free one. One that is taken is INVALID_OPTION. */
  readonly port: number;
  /** Address to listen on; '0.0.0.0' for all of the machine. @default '127.0.0.1' */
  readonly host?: string;
}

/** A server that runs. */
export interface DashboardServer {
  /** Where the page is. */
  readonly url: string;
  /** Ends the streams, and lets other requests finish, one second at most. Safe to call twice. */
  close(): Promise<void>;
}

// Requests are small: who takes longer to send one is holding a connection.
const REQUEST_TIMEOUT_MS = 10_000;
const CLOSE_GRACE_MS = 1_000;

/**
 * Serves the dashboard on a port of its own.
 *
 * @throws SentinelError INVALID_OPTION for a dashboard without `auth`, or when the port is taken.
 * @example
 * const dashboard = securityDashboard({ auth: { bearer: token } });
 * configure({ adapters: [dashboard] });
 * const server = await startDashboard({ dashboard, port: 8088 });
 */
export async function startDashboard(options: StartDashboardOptions): Promise<DashboardServer> {
  onlyKnown(options, ['dashboard', 'port', 'host']);
  const { dashboard, port, host = '127.0.0.1' } = options;
  if (typeof dashboard?.handler !== 'function') {
    throw invalidOption('`dashboard` must be a dashboard with `auth`: without, it does not say who may see it.');
  }
  const limits = { headersTimeout: REQUEST_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
  const server = createServer(limits, (request, response) => void dashboard.handler(request, response));
  await listen(server, port, host);
  const { port: chosen } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}/`,
    close: () => (closing ??= stop(server, dashboard)),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = `cannot listen on ${host}:${port} (${cause.code ?? cause.name}).`;
      reject(new SentinelError('INVALID_OPTION', `[@llm-sentinel/dashboard] \`port\`: ${reason}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function stop(server: Server, dashboard: ServedDashboard): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    dashboard.endStreams();
    server.closeIdleConnections();
  });
}
