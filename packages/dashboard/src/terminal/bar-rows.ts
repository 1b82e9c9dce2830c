import { bar } from './bars.js';
import { showCount } from './figures.js';
import type { Paint } from './paint.js';
import { fit, padEnd, padStart, safeText, widthOf } from './safe-text.js';

export interface BarRow {
  readonly name: string;
  readonly scans: number;
  readonly blocked: number;
}

/** Names, bars as long as their share of the longest with the blocked part in red, and numbers. */
export function barRows(rows: readonly BarRow[], width: number, paint: Paint): readonly string[] {
  if (rows.length === 0) return [paint.dim('nothing yet')];
  const names = rows.map(({ name }) => safeText(name));
  const counts = rows.map(({ scans }) => showCount(scans));
  const countWidth = Math.max(...counts.map(widthOf));
  const nameWidth = Math.min(Math.max(...names.map(widthOf)), Math.floor(width / 2));
  const barWidth = Math.max(1, width - nameWidth - countWidth - 2);
  const longest = Math.max(...rows.map(({ scans }) => scans), 1);
  return rows.map(({ scans, blocked }, i) => {
    const whole = bar(scans / longest, barWidth);
    const stopped = scans === 0 ? 0 : Math.round((blocked / scans) * whole.length);
    const drawn = paint.red(whole.slice(0, stopped)) + paint.cyan(whole.slice(stopped));
    return `${padEnd(fit(names[i]!, nameWidth), nameWidth)} ${padEnd(drawn, barWidth)} ${padStart(counts[i]!, countWidth)}`;
  });
}
