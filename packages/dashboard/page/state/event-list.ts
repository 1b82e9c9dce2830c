import type { RecentEvent } from '../../src/api.js';
import type { Span } from './ranges.js';
import type { View } from './view.js';

/** Rows kept in memory and on the page. */
export const MAX_ROWS = 200;

/** The list of events, the newest first, and what waits while someone reads. */
export interface EventList {
  readonly rows: readonly RecentEvent[];
  readonly waiting: readonly RecentEvent[];
  /** Waiting, but neither here nor in `waiting`: only the server has them. */
  readonly skipped: number;
  /** For the page after the last row; null when there is none. */
  readonly next: string | null;
}

export const EMPTY_LIST: EventList = { rows: [], waiting: [], skipped: 0, next: null };

/** Takes in what came by the stream: at the top, or behind the pill while the list is held. */
export function addEvents(
  list: EventList,
  events: readonly RecentEvent[],
  { held, skipped = 0 }: { readonly held: boolean; readonly skipped?: number },
): EventList {
  const known = new Set([...list.rows, ...list.waiting].map(({ scanId }) => scanId));
  const fresh = events.filter(({ scanId }) => !known.has(scanId));
  if (fresh.length === 0 && skipped === 0) return list;
  if (!held) return bound({ ...list, rows: [...fresh, ...list.rows] });
  const waiting = [...fresh, ...list.waiting];
  const kept = waiting.slice(0, MAX_ROWS);
  return { ...list, waiting: kept, skipped: list.skipped + skipped + waiting.length - kept.length };
}

/** Shows what waited. */
export function release(list: EventList): EventList {
  if (list.waiting.length === 0 && list.skipped === 0) return list;
  return bound({ ...list, rows: [...list.waiting, ...list.rows], waiting: [], skipped: 0 });
}

/** Adds an older page below. What is read on for must not push itself out: the bound grows with it. */
export function appendPage(list: EventList, events: readonly RecentEvent[], next: string | null): EventList {
  const known = new Set(list.rows.map(({ scanId }) => scanId));
  return { ...list, rows: [...list.rows, ...events.filter(({ scanId }) => !known.has(scanId))], next };
}

/** Changes one event wherever it is. */
export function replaceEvent(list: EventList, scanId: string, change: (event: RecentEvent) => RecentEvent): EventList {
  const apply = (events: readonly RecentEvent[]) =>
    events.map((event) => (event.scanId === scanId ? change(event) : event));
  return { ...list, rows: apply(list.rows), waiting: apply(list.waiting) };
}

/** Older rows that are cut off can be read again: the last one kept says from where. */
function bound(list: EventList): EventList {
  if (list.rows.length <= MAX_ROWS) return list;
  const rows = list.rows.slice(0, MAX_ROWS);
  return { ...list, rows, next: rows.at(-1)!.scanId };
}

/** Whether an event belongs to a view: what the server does for queries, for what comes by the stream. */
export function isInView(event: RecentEvent, view: View, { from, to }: Span): boolean {
  const isCustom = typeof view.range !== 'string';
  if (event.time < from || (isCustom && event.time >= to)) return false;
  if (view.source !== undefined && event.source !== view.source) return false;
  if (view.action !== undefined && event.action !== view.action) return false;
  if (view.threatType !== undefined && event.threatType !== view.threatType) return false;
  return view.search === undefined || matchesSearch(event, view.search);
}

function matchesSearch({ findings, scanId, user, session, requestId }: RecentEvent, search: string): boolean {
  const wanted = search.toLowerCase();
  const texts = [...findings.map(({ rule }) => rule), scanId, user, session, requestId];
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}
