import type { AlertsView, EventsPage, EventsQuery, HealthView, Summary, SummaryQuery } from '../api.js';

type Awaitable<T> = T | Promise<T>;

/** Where figures come from: a dashboard of this process, or one that is asked over the network. */
export interface DashboardReader {
  readonly title: string;
  summary(query?: SummaryQuery): Promise<Summary>;
  recentEvents(query?: EventsQuery): Promise<EventsPage>;
  scannerHealth(): Awaitable<HealthView>;
  alertsView(): Awaitable<AlertsView | null>;
}

/** All that is drawn. */
export interface DashboardView {
  readonly title: string;
  readonly summary: Summary;
  readonly events: EventsPage['events'];
  readonly health: HealthView;
  readonly alerts: AlertsView | null;
}

const SHOWN_EVENTS = 8;

/** Asks for all that is drawn. */
export async function readView(reader: DashboardReader, query: SummaryQuery): Promise<DashboardView> {
  const [summary, { events }, health, alerts] = await Promise.all([
    reader.summary(query),
    reader.recentEvents({ ...query, limit: SHOWN_EVENTS }),
    reader.scannerHealth(),
    reader.alertsView(),
  ]);
  return { title: reader.title, summary, events, health, alerts };
}
