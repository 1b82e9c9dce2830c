import type { Feedback } from '@llm-sentinel/core';
import { invalidOption, wholeNumber } from '../check.js';
import type { Clock } from '../clock.js';
import type { DashboardOptions } from '../options.js';
import type { SecurityDashboard } from '../security-dashboard.js';
import { VERSION } from '../version.js';
import { createAccess } from './access.js';
import { createCredentials, type DashboardAuth } from './credentials.js';
import { createGuessLimit } from './guess-limit.js';
import { createNodeHandler, type NodeHandler } from './node-handler.js';
import { createRouter } from './router.js';
import { createSessions } from './sessions.js';
import { shareSummaries } from './shared-summaries.js';
import type { StreamHub } from './stream-hub.js';
import { createWebHandler, type WebHandler } from './web-handler.js';

export interface ServingInput {
  readonly options: DashboardOptions & { readonly auth: DashboardAuth };
  readonly dashboard: SecurityDashboard;
  readonly hub: StreamHub;
  readonly clock: Clock;
  readonly retentionMs: number;
  /** Whether events come with text. */
  readonly hasExcerpts: () => boolean;
  readonly feedback: ((feedback: Feedback) => void | Promise<void>) | null;
  readonly onError: (error: unknown) => void;
}

const TWELVE_HOURS_MS = 43_200_000;

/** Puts routes, access and both kinds of server together. */
export function createServing(input: ServingInput): { readonly handler: NodeHandler; readonly fetch: WebHandler } {
  const { options, dashboard, hub, clock, retentionMs, hasExcerpts, feedback, onError } = input;
  const { basePath = '', clientAddress, allowedHosts = [], allowedOrigins = [], alerts } = options;
  if (!/^(?:\/[^/?#]+)*$/.test(basePath)) {
    throw invalidOption("`basePath` must be a path such as '/dashboard', without a slash at its end.");
  }
  const now = () => clock.now();
  const credentials = createCredentials(options.auth);
  const ttlMs = wholeNumber('sessionTtlMs', options.sessionTtlMs, TWELVE_HOURS_MS, 60_000, 2_592_000_000);
  const access = createAccess({
    credentials,
    sessions: createSessions(now, ttlMs, options.sessionKey),
    guesses: createGuessLimit(now),
    allowedHosts: allowedHosts.map((host) => host.toLowerCase()),
    allowedOrigins,
  });
  const router = createRouter(
    {
      config: () => ({
        title: dashboard.title,
        version: VERSION,
        features: {
          alerts: alerts !== undefined,
          feedback: feedback !== null,
          login: credentials.kind !== 'none',
          excerpts: hasExcerpts(),
        },
        retentionMs,
      }),
      summary: shareSummaries(dashboard.summary, clock),
      events: dashboard.recentEvents,
      event: dashboard.event,
      health: dashboard.scannerHealth,
      alerts,
      feedback,
      hub,
      clock,
      onError,
    },
    access,
  );
  const mount = { basePath, clientAddress };
  return { handler: createNodeHandler(router, mount), fetch: createWebHandler(router, mount) };
}
