/** How a figure differs from an earlier one. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  readonly text: string;
}

/** Undefined where there is nothing to compare. Less than half a percent is no change. */
export function changeOf(now: number | null, earlier: number | null): Change | undefined {
  if (now === null || earlier === null) return undefined;
  if (now === earlier) return { direction: 'same', text: '0 %' };
  if (earlier === 0) return { direction: 'up', text: 'from none' };
  const ratio = now / earlier;
  if (ratio >= 10) return { direction: 'up', text: `${ratio.toFixed(0)}×` };
  const percent = Math.round((ratio - 1) * 100);
  if (percent === 0) return { direction: 'same', text: '0 %' };
  return { direction: percent > 0 ? 'up' : 'down', text: `${Math.abs(percent)} %` };
}
