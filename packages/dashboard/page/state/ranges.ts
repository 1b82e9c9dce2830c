const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ranges that end now, by their names in the address of the page. */
export const PRESETS = {
  '15m': { label: '15m', title: 'Last 15 minutes', ms: 15 * MINUTE },
  '1h': { label: '1h', title: 'Last hour', ms: HOUR },
  '6h': { label: '6h', title: 'Last 6 hours', ms: 6 * HOUR },
  '24h': { label: '24h', title: 'Last 24 hours', ms: DAY },
  '7d': { label: '7d', title: 'Last 7 days', ms: 7 * DAY },
  '30d': { label: '30d', title: 'Last 30 days', ms: 30 * DAY },
} as const;

export type Preset = keyof typeof PRESETS;

export const DEFAULT_PRESET: Preset = '1h';

/** A preset moves with the clock; a custom range stays. */
export type Range = Preset | { readonly from: number; readonly to: number };

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function isPreset(name: string): name is Preset {
  return Object.hasOwn(PRESETS, name);
}

/** The range at a moment. The running minute belongs to a preset. */
export function spanOf(range: Range, now: number): Span {
  if (typeof range !== 'string') return range;
  const to = Math.floor(now / MINUTE) * MINUTE + MINUTE;
  return { from: to - PRESETS[range].ms, to };
}

/** The range of the same length before it. */
export function spanBefore({ from, to }: Span): Span {
  return { from: from - (to - from), to: from };
}

/** The shortest range that a chart can be zoomed to. */
const MIN_ZOOM_MS = MINUTE;

/** What was selected on a chart, in whole minutes and at least one; undefined for what is no range. */
export function zoomTo(a: number, b: number): Span | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined;
  const from = Math.floor(Math.min(a, b) / MINUTE) * MINUTE;
  const to = Math.max(Math.ceil(Math.max(a, b) / MINUTE) * MINUTE, from + MIN_ZOOM_MS);
  return { from, to };
}

/** How often the figures of a range are asked for again while something happens, in milliseconds. */
export function refreshMs({ from, to }: Span): number {
  const length = to - from;
  if (length <= HOUR) return 5_000;
  return length <= DAY ? 15_000 : 60_000;
}
