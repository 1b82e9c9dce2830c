import type {
  AlertsView,
  Config,
  EventsPage,
  EventsQuery,
  HealthView,
  RecentEvent,
  Summary,
  SummaryQuery,
} from '../../src/api.js';

/** What a login asks for. */
export type LoginKind = 'token' | 'password';

/** The server refused or could not be reached; `status` is 0 when there was no answer. */
export class ApiError extends Error {
  readonly status: number;
  /** Where one must log in first: how. */
  readonly login: LoginKind;

  constructor(status: number, message: string, login: LoginKind = 'token') {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.login = login;
  }
}

export interface SilenceRequest {
  readonly matchers: readonly string[];
  readonly durationMs: number;
  readonly comment?: string;
  readonly createdBy?: string;
}

export interface FeedbackRequest {
  readonly scanId: string;
  readonly verdict: NonNullable<RecentEvent['feedback']>;
}

const TIMEOUT_MS = 15_000;

type Query = Readonly<Record<string, string | number | undefined>>;

async function request<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  signal?.addEventListener('abort', () => stop.abort(), { once: true });
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: stop.signal,
      ...(method !== 'GET' && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'The server cannot be reached.');
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw errorOf(text, response.status);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function errorOf(text: string, status: number): ApiError {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown; login?: unknown } };
    if (typeof error?.message === 'string') {
      return new ApiError(status, error.message, error.login === 'password' ? 'password' : 'token');
    }
  } catch {
    // A proxy between may answer with a page of its own.
  }
  return new ApiError(status, `The server answered with status ${status}.`);
}

function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const text = params.toString();
  return request<T>('GET', text === '' ? path : `${path}?${text}`, undefined, signal);
}

// Paths are relative to the page, wherever it is mounted.
export const api = {
  config: () => get<Config>('api/config'),
  summary: (query: SummaryQuery, signal: AbortSignal) => get<Summary>('api/summary', { ...query }, signal),
  events: (query: EventsQuery, signal: AbortSignal) => get<EventsPage>('api/events', { ...query }, signal),
  health: () => get<HealthView>('api/health'),
  alerts: () => get<AlertsView>('api/alerts'),
  acknowledge: (fingerprint: string, by: string | undefined) =>
    request('POST', `api/alerts/${encodeURIComponent(fingerprint)}/acknowledge`, { ...(by && { by }) }),
  silence: (silence: SilenceRequest) => request<{ id: string }>('POST', 'api/silences', silence),
  expireSilence: (id: string) => request('DELETE', `api/silences/${encodeURIComponent(id)}`),
  feedback: (feedback: FeedbackRequest) => request('POST', 'api/feedback', feedback),
  login: (credentials: Readonly<Record<string, string>>) => request('POST', 'login', credentials),
  logout: () => request('POST', 'logout'),
};
