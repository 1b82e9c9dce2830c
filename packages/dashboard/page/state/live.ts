import type { StreamEvents, TrendPoint } from '../../src/api.js';
import { openStream } from '../api/stream.js';
import { alerts, clock, connection, events, health, held, phase, summary, view } from './app.js';
import { addEvents, EMPTY_LIST, isInView, release } from './event-list.js';
import { withPoint } from './live-summary.js';
import { loadAll, loadBefore, loadEvents, loadSummary } from './load.js';
import { perFrame } from './per-frame.js';
import { refreshMs, spanOf } from './ranges.js';

const TICK_MS = 1_000;
/** A range moves on with the clock also when nothing happens. */
const IDLE_REFRESH_MS = 60_000;

let closeStream: (() => void) | undefined;
let isDirty = false;
let wasLost = false;
let lastSummaryAt = 0;
let lastBeforeAt = 0;

const takeEvents = perFrame<StreamEvents['events']>(100, (batches) => {
  const current = view.get();
  const span = spanOf(current.range, Date.now());
  // The newest batch first, as within a batch.
  const fresh = batches.flatMap((batch) => batch.events).sort((a, b) => b.time - a.time);
  const skipped = batches.reduce((total, batch) => total + batch.skipped, 0);
  events.update((old) => ({
    ...old,
    data: addEvents(
      old.data ?? EMPTY_LIST,
      fresh.filter((event) => isInView(event, current, span)),
      { held: held.get(), skipped: isFiltered() ? 0 : skipped },
    ),
  }));
});

const takePoints = perFrame<TrendPoint>(100, (points) => {
  isDirty = true;
  // The stream knows nothing of filters, and a fixed range does not move: both are asked for again instead.
  if (isFiltered()) return;
  summary.update((old) => (old.data === undefined ? old : { ...old, data: points.reduce(withPoint, old.data) }));
});

function isFiltered(): boolean {
  const { range, threatType, source, action, search } = view.get();
  return typeof range !== 'string' || [threatType, source, action, search].some((filter) => filter !== undefined);
}

function follow(): void {
  if (closeStream !== undefined) return;
  closeStream = openStream({
    on(name, data) {
      if (name === 'point') takePoints(data as TrendPoint);
      else if (name === 'events') takeEvents(data as StreamEvents['events']);
      else if (name === 'health') health.set({ data: data as StreamEvents['health'], isLoading: false });
      else alerts.set({ data: data as StreamEvents['alerts'], isLoading: false });
    },
    onState(state) {
      connection.set(state === 'connecting' && wasLost ? 'lost' : state);
      // What happened meanwhile did not come by the stream.
      if (state === 'open' && wasLost) loadAll();
      wasLost = state === 'lost' || (wasLost && state !== 'open');
      // A stream that is refused may be a login that has ended: asking for figures tells.
      if (state === 'lost') void loadSummary();
    },
  });
}

function unfollow(): void {
  closeStream?.();
  closeStream = undefined;
}

function tick(): void {
  if (document.hidden || phase.get() !== 'ready') return;
  const now = Date.now();
  clock.set(now);
  const { range } = view.get();
  if (typeof range !== 'string' || connection.get() === 'lost') return;
  const span = spanOf(range, now);
  const waited = now - lastSummaryAt;
  if (waited < (isDirty ? refreshMs(span) : IDLE_REFRESH_MS)) return;
  lastSummaryAt = now;
  isDirty = false;
  void loadSummary();
  if (now - lastBeforeAt < IDLE_REFRESH_MS) return;
  lastBeforeAt = now;
  void loadBefore();
}

/** Follows the server while the page is shown and someone is let in. */
export function startLive(): void {
  setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', () => {
    if (phase.get() !== 'ready') return;
    if (document.hidden) {
      unfollow();
      connection.set('paused');
    } else {
      loadAll();
      follow();
    }
  });
  phase.subscribe(() => {
    if (phase.get() !== 'ready') {
      unfollow();
      return;
    }
    lastSummaryAt = lastBeforeAt = Date.now();
    if (!document.hidden) follow();
  });
  held.subscribe(() => {
    if (!held.get()) showWaiting();
  });
}

/** Shows what came while the list was held. Where the stream left some out, the server is asked for them. */
export function showWaiting(): void {
  const { data = EMPTY_LIST } = events.get();
  if (data.skipped > 0) void loadEvents();
  else events.update((old) => ({ ...old, data: release(data) }));
}
