import type { AlertsView, EventsPage, EventsQuery, HealthView, Summary, SummaryQuery } from '../api.js';

/** At once, or later. */
type Awaitable<T> = T | Promise<T>;

/** Where figures come from: a dashboard of this process, or one that is asked over the network. */
export interface DashboardReader {
  /** At the head of the view. */
  readonly title: string;
  /** Figures of a range of time. */
  summary(query?: SummaryQuery): Promise<Summary>;
  /** Scans that were not simply allowed, the newest first. */
  recentEvents(query?: EventsQuery): Promise<EventsPage>;
  /** How the scanner is doing. */
  scannerHealth(): Awaitable<HealthView>;
  /** What fires; null without an alert manager. */
  alertsView(): Awaitable<AlertsView | null>;
}

/** All that is drawn. */
export interface DashboardView {
  /** At the head of the view. */
  readonly title: string;
  /** Figures of the range. */
  readonly summary: Summary;
  /** Scans that were not simply allowed, the newest first. */
  readonly events: EventsPage['events'];
  /** How the scanner is doing. */
  readonly health: HealthView;
  /** What fires; null without an alert manager. */
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
