import type { EventsQuery, SummaryQuery } from '../../src/api.js';
import { ApiError, api } from '../api/client.js';
import { alerts, before, clock, config, events, health, type Loaded, loginKind, phase, summary, view } from './app.js';
import { appendPage, EMPTY_LIST } from './event-list.js';
import { spanBefore, spanOf } from './ranges.js';
import type { Store } from './store.js';

// Where the list has no scroll bar of its own, something comes below it.
const PAGE_SIZE = matchMedia('(max-width: 1099px)').matches ? 15 : 50;

let summaryRequest = new AbortController();
let eventsRequest = new AbortController();

/** What went wrong, to show; a lost login leads back to the form instead. */
export function explainError(error: unknown): string {
  if (error instanceof ApiError && error.status === 401) askForLogin(error);
  return error instanceof Error ? error.message : 'Something went wrong.';
}

export function askForLogin({ login }: ApiError): void {
  loginKind.set(login);
  phase.set('login');
}

function summaryQuery(): SummaryQuery & { from: number; to: number } {
  const { range, threatType, source } = view.get();
  return { ...spanOf(range, Date.now()), ...(threatType && { threatType }), ...(source && { source }) };
}

function eventsQuery(): EventsQuery {
  const { range, action, search } = view.get();
  const { to, ...query } = summaryQuery();
  return {
    ...query,
    // The newest are wanted of a range that ends now, also those of a server whose clock is ahead.
    ...(typeof range !== 'string' && { to }),
    ...(action && { action }),
    ...(search && { search }),
    limit: PAGE_SIZE,
  };
}

export async function loadSummary(): Promise<void> {
  summaryRequest.abort();
  summaryRequest = new AbortController();
  const { signal } = summaryRequest;
  summary.update((old) => ({ ...old, isLoading: true }));
  try {
    const data = await api.summary(summaryQuery(), signal);
    clock.set(Date.now());
    if (!signal.aborted) summary.set({ data, isLoading: false });
  } catch (error) {
    if (!signal.aborted) summary.update((old) => ({ ...old, isLoading: false, error: explainError(error) }));
  }
}

/** The range before, to compare with. Nice to have: when it fails there is nothing to compare with. */
export async function loadBefore(): Promise<void> {
  const { signal } = summaryRequest;
  const query = summaryQuery();
  const span = spanBefore(query);
  const reach = Date.now() - (config.get()?.retentionMs ?? 0);
  if (span.from < reach) {
    before.set(undefined);
    return;
  }
  const data = await api.summary({ ...query, ...span }, signal).catch(() => undefined);
  if (!signal.aborted) before.set(data);
}

export async function loadEvents(): Promise<void> {
  eventsRequest.abort();
  eventsRequest = new AbortController();
  const { signal } = eventsRequest;
  events.update((old) => ({ ...old, isLoading: true }));
  try {
    const page = await api.events(eventsQuery(), signal);
    if (!signal.aborted) {
      events.set({ data: { ...EMPTY_LIST, rows: page.events, next: page.next }, isLoading: false });
    }
  } catch (error) {
    if (!signal.aborted) events.update((old) => ({ ...old, isLoading: false, error: explainError(error) }));
  }
}

/** Reads on below the last row. */
export async function loadOlder(): Promise<void> {
  const { next } = events.get().data ?? EMPTY_LIST;
  if (next === null) return;
  const { signal } = eventsRequest;
  events.update((old) => ({ ...old, isLoading: true }));
  try {
    const page = await api.events({ ...eventsQuery(), before: next }, signal);
    if (signal.aborted) return;
    events.update(({ data = EMPTY_LIST }) => ({ data: appendPage(data, page.events, page.next), isLoading: false }));
  } catch (error) {
    if (!signal.aborted) events.update((old) => ({ ...old, isLoading: false, error: explainError(error) }));
  }
}

const loadHealth = () => loadInto(health, api.health);

export async function loadAlerts(): Promise<void> {
  if (config.get()?.features.alerts) await loadInto(alerts, api.alerts);
}

async function loadInto<T>(store: Store<Loaded<T>>, ask: () => Promise<T>): Promise<void> {
  try {
    store.set({ data: await ask(), isLoading: false });
  } catch (error) {
    store.update((old) => ({ ...old, isLoading: false, error: explainError(error) }));
  }
}

/** The view has changed: what belonged to the old one is only in the way. */
export function loadView(): void {
  before.set(undefined);
  void loadSummary();
  void loadBefore();
  void loadEvents();
}

export function loadAll(): void {
  loadView();
  void loadHealth();
  void loadAlerts();
}
