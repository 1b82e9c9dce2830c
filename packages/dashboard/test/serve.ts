import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import {
  type DashboardAuth,
  type DashboardOptions,
  type ServedDashboard,
  securityDashboard,
  startDashboard,
} from '../src/index.js';

export const TOKEN = 'a-long-random-token';
export const bearer = { authorization: `Bearer ${TOKEN}` };
export const json = { 'content-type': 'application/json' };

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A dashboard on a free port of this machine, for the time of one test. */
export async function serve(
  options: Partial<DashboardOptions> & { readonly auth?: DashboardAuth } = {},
): Promise<{ readonly dashboard: ServedDashboard; readonly url: string; at(path: string): string }> {
  const dashboard = securityDashboard({ auth: { bearer: TOKEN }, ...options });
  const server = await startDashboard({ dashboard, port: 0 });
  closing.push(server.close);
  return { dashboard, url: server.url, at: (path) => `${server.url}${path}` };
}

/** Any other server of Node, for the time of one test. Returns its origin. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => stop(server));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function afterThisTest(close: () => Promise<unknown>): void {
  closing.push(close);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
