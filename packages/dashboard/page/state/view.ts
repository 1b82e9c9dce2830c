import type { Action, Source } from '@llm-sentinel/core';
import { DEFAULT_PRESET, isPreset, type Range } from './ranges.js';

/** What is looked at. The query of the page's address holds all of it, so that a view can be sent to someone. */
export interface View {
  readonly range: Range;
  readonly threatType?: string;
  readonly source?: Source;
  /** Only of the list of events. */
  readonly action?: Exclude<Action, 'allow'>;
  /** Only of the list of events. */
  readonly search?: string;
}

const SOURCES: readonly string[] = ['user', 'model', 'tool', 'document', 'system'] satisfies Source[];
const ACTIONS: readonly string[] = ['flag', 'redact', 'block'] satisfies Action[];

/** Takes what it understands of a query and leaves the rest. */
export function parseView(query: string): View {
  const params = new URLSearchParams(query);
  const text = (name: string) => params.get(name) || undefined;
  const source = text('source');
  const action = text('action');
  const threatType = text('threat');
  const search = text('q');
  return {
    range: parseRange(params),
    ...(threatType !== undefined && { threatType }),
    ...(source !== undefined && SOURCES.includes(source) && { source: source as Source }),
    ...(action !== undefined && ACTIONS.includes(action) && { action: action as 'block' }),
    ...(search !== undefined && { search }),
  };
}

function parseRange(params: URLSearchParams): Range {
  const from = Number(params.get('from') ?? Number.NaN);
  const to = Number(params.get('to') ?? Number.NaN);
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to) return { from, to };
  const name = params.get('range') ?? '';
  return isPreset(name) ? name : DEFAULT_PRESET;
}

/** The query of a view, without the question mark; empty for the view that the page begins with. */
export function formatView({ range, threatType, source, action, search }: View): string {
  const params = new URLSearchParams();
  if (typeof range !== 'string') {
    params.set('from', String(range.from));
    params.set('to', String(range.to));
  } else if (range !== DEFAULT_PRESET) {
    params.set('range', range);
  }
  if (threatType) params.set('threat', threatType);
  if (source) params.set('source', source);
  if (action) params.set('action', action);
  if (search) params.set('q', search);
  return params.toString();
}

/** A change of view: undefined takes a filter away. */
export type ViewChange = { readonly [Key in keyof View]?: View[Key] | undefined };

export function changeView(view: View, change: ViewChange): View {
  const { range = DEFAULT_PRESET, ...filters } = { ...view, ...change };
  const kept = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return { range, ...Object.fromEntries(kept) };
}
