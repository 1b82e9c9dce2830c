import { createHmac } from 'node:crypto';
import type { AlertManager } from '@llm-sentinel/alerting';
import type { AdapterHealth, Feedback } from '@llm-sentinel/core';
import { type ServedDashboard, securityDashboard } from '@llm-sentinel/dashboard';
import type { Config } from '../config/schema.js';

export const DASHBOARD_PATH = '/dashboard';
/** Set for the dashboard by its route; what a client sends by this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-sentinel-client-address';

export interface DashboardParts {
  readonly alerting: AlertManager | undefined;
  readonly reportFeedback: (feedback: Feedback) => void;
  readonly health: () => readonly (AdapterHealth & { readonly name: string })[];
}

/** The web page for who knows the token; undefined without one. */
export function startDashboard({ dashboard, hmacKey }: Config, parts: DashboardParts): ServedDashboard | undefined {
  const { token } = dashboard;
  if (token === undefined) return undefined;
  const { alerting, reportFeedback, health } = parts;
  return securityDashboard({
    auth: { bearer: token },
    basePath: DASHBOARD_PATH,
    // Who is logged in stays so when this process is replaced, or another one answers.
    sessionKey: createHmac('sha256', token).update('llm-sentinel dashboard session').digest(),
    clientAddress: ({ header }) => header(CLIENT_ADDRESS_HEADER),
    parts: health,
    reportFeedback,
    ...(alerting && { alerts: alerting }),
    ...(hmacKey !== undefined && { hmacKey }),
  });
}
