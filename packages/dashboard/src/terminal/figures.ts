// Numbers as people read them. The same for everybody: what is drawn is compared, copied and searched.

export const NOTHING = '–';

export function showCount(value: number): string {
  return value.toLocaleString('en-US');
}

export function showShare(share: number | null): string {
  if (share === null) return NOTHING;
  return `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)} %`;
}

export function showRisk(risk: number | null): string {
  return risk === null ? NOTHING : risk.toFixed(2);
}

export function showLatency(ms: number | null): string {
  if (ms === null) return NOTHING;
  if (ms < 0.9995) return `${(ms * 1_000).toPrecision(ms < 0.001 ? 1 : 3).replace(/\.0+$/, '')} µs`;
  if (ms < 999.5) return `${trimmed(ms)} ms`;
  return `${trimmed(ms / 1_000)} s`;
}

/** In UTC: `14:05`, with the day where a range is longer than one. */
export function showTime(time: number, withDay: boolean): string {
  const iso = new Date(time).toISOString();
  return withDay ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : iso.slice(11, 16);
}

export function showDuration(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ] as const;
  const [size, unit] = units.find(([each]) => ms >= each && ms % each === 0) ?? [1_000, 's'];
  return `${Math.round(ms / size)} ${unit}`;
}

function trimmed(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/, '');
}
