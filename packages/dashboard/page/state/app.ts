import type { AlertsView, Config, HealthView, Summary } from '../../src/api.js';
import type { LoginKind } from '../api/client.js';
import { EMPTY_LIST, type EventList } from './event-list.js';
import { DEFAULT_PRESET, type Preset } from './ranges.js';
import { createStore } from './store.js';
import { changeView, formatView, parseView, type View, type ViewChange } from './view.js';

/** What was asked for, what is there, and why there is nothing newer. */
export interface Loaded<T> {
  readonly data?: T;
  readonly isLoading: boolean;
  readonly error?: string;
}

const nothing = { isLoading: true };

/** Whether the page may show anything: it must know its configuration, and who looks must be let in. */
export type Phase = 'starting' | 'login' | 'unreachable' | 'ready';

export const phase = createStore<Phase>('starting');
/** What whoever is not let in has to give. */
export const loginKind = createStore<LoginKind>('token');
export const config = createStore<Config | undefined>(undefined);
export const view = createStore<View>(parseView(location.search));
export const summary = createStore<Loaded<Summary>>(nothing);
/** Of the range of the same length before; undefined where the server does not reach back so far. */
export const before = createStore<Summary | undefined>(undefined);
export const events = createStore<Loaded<EventList>>({ ...nothing, data: EMPTY_LIST });
/** The list of events keeps still while someone reads it. */
export const held = createStore(false);
export const health = createStore<Loaded<HealthView>>(nothing);
export const alerts = createStore<Loaded<AlertsView>>(nothing);
export const connection = createStore<'connecting' | 'open' | 'lost' | 'paused'>('connecting');
/** The time that "5 min ago" counts from: a store, so that all of the page agrees. */
export const clock = createStore(Date.now());

/** Where to go back to from a range of one's own. */
let lastPreset: Preset = DEFAULT_PRESET;
export const leaveCustomRange = () => look({ range: lastPreset });

export function lookAtAll(): void {
  const { range } = view.get();
  look({
    range: typeof range === 'string' ? range : lastPreset,
    threatType: undefined,
    source: undefined,
    action: undefined,
    search: undefined,
  });
}

/** Looks at something else, and says so in the address. */
export function look(change: ViewChange): void {
  const { range } = view.get();
  if (typeof range === 'string') lastPreset = range;
  const next = changeView(view.get(), change);
  const query = formatView(next);
  if (query === formatView(view.get())) return;
  history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
  view.set(next);
}

export function followHistory(): void {
  addEventListener('popstate', () => view.set(parseView(location.search)));
}
