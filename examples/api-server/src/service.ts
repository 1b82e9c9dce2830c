import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import manifest from '../package.json' with { type: 'json' };
import { makeFirstKey } from './auth/first-key.js';
import { type KeyRecord, readKeys } from './auth/key-file.js';
import { createKeyRing } from './auth/key-ring.js';
import { watchKeys } from './auth/watch-keys.js';
import { ConfigError } from './config/config-error.js';
import { keysFileOf } from './config/load.js';
import type { Config } from './config/schema.js';
import { FLUSH_MS } from './config/validate.js';
import { dashboardRoutes } from './routes/dashboard.js';
import { eventsRoutes } from './routes/events.js';
import { feedbackRoutes } from './routes/feedback.js';
import { healthRoutes } from './routes/health.js';
import { metricsRoutes } from './routes/metrics.js';
import { reportRoutes } from './routes/reports.js';
import type { Server } from './routes/route-context.js';
import { scanRoutes } from './routes/scan.js';
import { streamRoutes } from './routes/scan-stream.js';
import { createServer, type ServerOptions } from './server/create-server.js';
import { createServices, type Services } from './services/services.js';

export interface ServiceOptions {
  readonly config: Config;
  /** In production there must be keys; elsewhere a first one is made. */
  readonly isProduction: boolean;
  /** Shows a first key to whoever starts the service; it is not shown again. */
  readonly showFirstKey: (secret: string) => void;
  /** @default as the configuration says */
  readonly logger?: Logger;
}

export interface Service {
  readonly services: Services;
  readonly api: Server;
  /** With health, metrics and dashboard: `api`, or the listener of `server.adminPort`. */
  readonly admin: Server;
  /** Where it listens. */
  readonly url: string;
  readonly adminUrl: string;
  /**
   * Stops without losing anything: not ready from now on, taking requests a while longer, then no more; what runs is finished,
   * what waits is recorded. Safe to call twice.
   */
  stop(): Promise<void>;
}

const API = [scanRoutes, streamRoutes, feedbackRoutes, eventsRoutes, reportRoutes, healthRoutes];
const ADMIN = [metricsRoutes, dashboardRoutes];

/**
 * Starts the service and listens.
 *
 * @throws ConfigError without keys in production; what listening throws, such as EADDRINUSE.
 */
export async function startService({ config, isProduction, showFirstKey, logger }: ServiceOptions): Promise<Service> {
  const { host, port, adminPort, docs, drainDelayMs, drainTimeoutMs } = config.server;
  const { version } = manifest;
  const keysFile = keysFileOf(config);
  const ring = createKeyRing(keysOf(keysFile, isProduction, showFirstKey));
  const services = createServices({ config, version, aliases: ring.aliases(), ...(logger && { logger }) });
  let isDraining = false;
  const shared = { config, services, ring, version, isDraining: () => isDraining } as const;
  const make = (routes: ServerOptions['routes'], withDocs: boolean) =>
    createServer({ ...shared, routes, docs: withDocs });

  const hasAdminPort = adminPort !== undefined;
  const api = await make(hasAdminPort ? API : [...API, ...ADMIN], docs);
  const admin = hasAdminPort ? await make([healthRoutes, ...ADMIN], false) : api;
  await services.open();
  const url = await api.listen({ host, port });
  const adminUrl = hasAdminPort ? await admin.listen({ host, port: adminPort }) : url;
  const unwatch = watchKeys(keysFile, ring, services.logger);
  services.logger.info({ event: 'service_started', url, admin_url: adminUrl }, 'The service is ready');

  async function stopAll(): Promise<void> {
    services.logger.info({ event: 'service_stopping' }, 'The service is stopping');
    isDraining = true;
    services.drain();
    await sleep(drainDelayMs);
    const deadline = setTimeout(() => api.server.closeAllConnections(), drainTimeoutMs - drainDelayMs - FLUSH_MS);
    services.dashboard?.endStreams();
    await api.close();
    clearTimeout(deadline);
    await services.close();
    admin.server.closeAllConnections();
    await admin.close();
    unwatch();
    services.logger.info({ event: 'service_stopped' }, 'The service has stopped');
  }

  let stopping: Promise<void> | undefined;
  return {
    services,
    api,
    admin,
    url,
    adminUrl,
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

function keysOf(path: string, isProduction: boolean, show: (secret: string) => void): readonly KeyRecord[] {
  const records = readKeys(path);
  if (records.length > 0) return records;
  if (isProduction) {
    throw new ConfigError([
      `keysFile (SENTINEL_KEYS_FILE): ${path} has no keys. Make one: node dist/main.js keys create --alias my-app --scope scan`,
    ]);
  }
  const first = makeFirstKey(path);
  show(first.secret);
  return first.records;
}
