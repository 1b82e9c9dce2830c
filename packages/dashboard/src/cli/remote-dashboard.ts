import { SentinelError } from '@llm-sentinel/core';
import type { AlertsView, Config, EventsPage, EventsQuery, HealthView, Summary, SummaryQuery } from '../api.js';
import type { DashboardReader } from '../terminal/view.js';

export interface RemoteOptions {
  /** Where the page is. */
  readonly url: URL;
  /** Value of `Authorization`. */
  readonly authorization: string | undefined;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 10_000;

/** A dashboard of another process, asked over HTTP. Asks once for its title. */
export async function remoteDashboard({ url, authorization, signal }: RemoteOptions): Promise<DashboardReader> {
  const base = url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url);

  async function ask<T>(path: string, query: object = {}): Promise<T> {
    const address = new URL(path, base);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
    const response = await fetch(address, {
      headers: { accept: 'application/json', ...(authorization !== undefined && { authorization }) },
      // Elsewhere the credentials are none of their business.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    }).catch((cause: unknown) => {
      throw unavailable(`${base.origin} cannot be reached (${reasonOf(cause)}).`, cause);
    });
    const body = (await response.json().catch(() => null)) as { error?: { message?: unknown } } | null;
    if (response.ok && body !== null) return body as T;
    const message =
      typeof body?.error?.message === 'string' ? body.error.message : 'Is there a dashboard at this address?';
    throw unavailable(`${base.href} answered ${response.status}: ${message}`);
  }

  const { title, features } = await ask<Config>('api/config');
  return {
    title,
    summary: (query: SummaryQuery = {}) => ask<Summary>('api/summary', query),
    recentEvents: (query: EventsQuery = {}) => ask<EventsPage>('api/events', query),
    scannerHealth: () => ask<HealthView>('api/health'),
    alertsView: async () => (features.alerts ? ask<AlertsView>('api/alerts') : null),
  };
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? name ?? 'unknown';
}

function unavailable(message: string, cause?: unknown): SentinelError {
  return new SentinelError('UNAVAILABLE', `[@llm-sentinel/dashboard] ${message}`, { cause });
}
